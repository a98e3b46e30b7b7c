package org.vellum.finaid.profile;

/**
 * What is wrong with a profile, or with a record that it was applied to.
 *
 * @param place of a profile the JSON pointer, of a record its identifier and column
 * @param message in words, without any value of a record
 */
public record ProfileFinding(String place, String message) {}
