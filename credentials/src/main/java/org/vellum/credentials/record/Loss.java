package org.vellum.credentials.record;

/**
 * Something that a format cannot carry.
 *
 * @param place where it stands in what was converted: a JSON pointer, an XPath, or a path of the
 *     record such as {@code attainments[3].evidence[0].genre}
 * @param what the name of the member, in the words of the source
 * @param why a sentence for people
 */
public record Loss(String place, String what, String why) {}
