package org.vellum.search.vocabulary;

/**
 * A skill that answers to a text.
 *
 * @param skill its number in the vocabulary
 * @param nearness how well, from 1 to 100
 * @param likeness why
 */
public record Match(long skill, int nearness, Likeness likeness) {}
