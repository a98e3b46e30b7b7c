package org.vellum.search.index;

/**
 * A value by which a search can be narrowed, with how many of those found have it.
 *
 * @param field {@code region}, {@code availability}, {@code program}, {@code level} or {@code
 *     issuer}
 * @param value what to ask for
 * @param label what it is called
 * @param count at least so many, a multiple of five
 */
public record Facet(String field, String value, String label, int count) {}
