package org.vellum.credentials.baking;

/**
 * Which standard a baked credential is of, the newest first. It decides the PNG keyword and the
 * name of the SVG element.
 */
public enum Kind {
  /** Open Badges 3.0, section Baked Badge. */
  OPEN_BADGES_3("openbadgecredential", "https://purl.imsglobal.org/ob/v3p0", "credential"),
  /**
   * A Comprehensive Learner Record 2.0. No standard tells how to bake one; verifiers know the
   * keyword, so it is read and never written.
   */
  CLR_2("clrcredential", "https://purl.imsglobal.org/clr/v2p0", "credential"),
  /** Open Badges 2.0, Badge Baking. */
  OPEN_BADGES_2("openbadges", "http://openbadges.org", "assertion");

  private final String keyword;
  private final String namespace;
  private final String element;

  Kind(String keyword, String namespace, String element) {
    this.keyword = keyword;
    this.namespace = namespace;
    this.element = element;
  }

  /** The keyword of the PNG chunk. */
  String keyword() {
    return keyword;
  }

  /** The namespace of the SVG element. */
  String namespace() {
    return namespace;
  }

  /** The local name of the SVG element. */
  String element() {
    return element;
  }
}
