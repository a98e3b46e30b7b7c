package org.vellum.testsupport.architecture;

import java.util.Arrays;
import java.util.Set;

/** The drawing of the house: its modules, and which others of ours each may depend on. */
@SuppressWarnings("ImmutableEnumChecker") // what Set.of gives is immutable
enum Blueprint {
  TEST_SUPPORT("org.vellum.testsupport", Kind.TOOL),
  CONTRACTS("org.vellum.contracts", Kind.CONTRACT),
  PLATFORM("org.vellum.platform", Kind.PLATFORM),
  DATABASE("org.vellum.database", Kind.TOOL),
  CREDENTIALS("org.vellum.credentials", Kind.LIBRARY),
  COMPETENCY("org.vellum.competency", Kind.SERVICE, CONTRACTS, PLATFORM),
  INTERACTION("org.vellum.interaction", Kind.SERVICE, CONTRACTS, PLATFORM),
  TRANSCRIPT("org.vellum.transcript", Kind.SERVICE, CONTRACTS, PLATFORM, CREDENTIALS),
  SEARCH("org.vellum.search", Kind.SERVICE, CONTRACTS, PLATFORM),
  FINANCIAL_AID("org.vellum.finaid", Kind.SERVICE, CONTRACTS, PLATFORM, CREDENTIALS),
  START("org.vellum.start", Kind.TOOL),
  SYSTEM_TESTS("org.vellum.systemtests", Kind.TOOL),
  BENCHMARKS(
      "org.vellum.benchmarks", Kind.TOOL, CONTRACTS, PLATFORM, CREDENTIALS, FINANCIAL_AID, SEARCH);

  /** What a module is for, which says what it may be made of. */
  enum Kind {
    /** What services tell each other: JDK types only. */
    CONTRACT,
    /** The technical ground that all services stand on. */
    PLATFORM,
    /** Pure Java, usable alone. */
    LIBRARY,
    /** A web application of features. */
    SERVICE,
    /** Runs beside the application and not inside it. */
    TOOL;

    /** Whether its packages are features that declare on their package-info what they use. */
    boolean declaresFeatures() {
      return this == PLATFORM || this == SERVICE;
    }
  }

  private final String root;
  private final Kind kind;
  private final Set<Blueprint> mayUse;

  Blueprint(String root, Kind kind, Blueprint... mayUse) {
    this.root = root;
    this.kind = kind;
    this.mayUse = Set.of(mayUse);
  }

  static Blueprint of(String root) {
    return Arrays.stream(values())
        .filter(module -> module.root.equals(root))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no module is drawn at " + root));
  }

  String root() {
    return root;
  }

  Kind kind() {
    return kind;
  }

  boolean mayUse(String packageName) {
    return mayUse.stream().anyMatch(other -> Names.within(packageName, other.root));
  }
}
