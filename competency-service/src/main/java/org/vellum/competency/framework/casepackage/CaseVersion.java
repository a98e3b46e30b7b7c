package org.vellum.competency.framework.casepackage;

import java.util.Set;

/** The versions of CASE that are served, all from the one form that is stored, that of 1.1. */
@SuppressWarnings("ImmutableEnumChecker") // its sets are made by Set.of
public enum CaseVersion {
  V1_0("1.0", "v1p0"),
  V1_1("1.1", "v1p1");

  private static final Set<String> OF_DOCUMENTS = Set.of("frameworkType", "caseVersion");
  private static final Set<String> OF_ITEMS = Set.of("subject", "subjectURI");
  private static final Set<String> OF_ASSOCIATIONS = Set.of("notes");

  private final String number;
  private final String path;

  CaseVersion(String number, String path) {
    this.number = number;
    this.path = path;
  }

  /** The version as people write it. */
  public String number() {
    return number;
  }

  /** The version as it stands in paths (CASE 1.1, REST binding, section 2.2). */
  public String path() {
    return path;
  }

  /** Whether the version has the member, which 1.1 has. */
  boolean has(CaseClass type, String member) {
    return this == V1_1 || !(member.equals("extensions") || newIn11(type).contains(member));
  }

  /** What 1.1 added to a class (CASE 1.1, information model, section 1.3). */
  private static Set<String> newIn11(CaseClass type) {
    return switch (type) {
      case DOCUMENT -> OF_DOCUMENTS;
      case ITEM -> OF_ITEMS;
      case ASSOCIATION -> OF_ASSOCIATIONS;
      default -> Set.of();
    };
  }
}
