package org.vellum.competency.framework.casepackage;

/** The shape of a member's value (CASE 1.1, official JSON schemas). */
public enum Shape {
  TEXT,
  TEXTS,
  IDENTIFIER,
  /** The canonical address of the object itself. */
  ADDRESS,
  DATE,
  TIME,
  WHOLE_NUMBER,
  NUMBER,
  /** LinkURI. */
  LINK,
  LINKS,
  /** LinkGenURI: the end of an association. */
  NODE,
  ASSOCIATION_TYPE,
  CASE_VERSION,
  EXTENSIONS,
  /** The one place where the official schema wants an array of extensions. */
  EXTENSION_LIST,
  CRITERIA,
  LEVELS;

  /** Whether the value is made of others, each of which is looked at by itself. */
  boolean isStructure() {
    return switch (this) {
      case LINK, LINKS, NODE, CRITERIA, LEVELS -> true;
      default -> false;
    };
  }
}
