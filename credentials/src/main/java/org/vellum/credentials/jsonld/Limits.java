package org.vellum.credentials.jsonld;

/**
 * How much of a document is processed.
 *
 * @param depth the deepest nesting of objects and arrays
 * @param nodes the most JSON values
 * @param hashes the most steps of comparing look-alike blank nodes, against poison graphs
 */
public record Limits(int depth, int nodes, int hashes) {
  /** Nesting of 64, a million values, and a second's work on look-alikes. */
  public static final Limits DEFAULT = new Limits(64, 1_000_000, 200_000);
}
