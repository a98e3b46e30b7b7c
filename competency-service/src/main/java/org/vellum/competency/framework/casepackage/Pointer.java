package org.vellum.competency.framework.casepackage;

/** Writes JSON pointers (RFC 6901). */
final class Pointer {
  private Pointer() {}

  /** A member's name as a reference token (section 3). */
  static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
