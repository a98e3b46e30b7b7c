package org.vellum.search.index;

import java.time.Instant;

/**
 * That an employer saw a learner's profile.
 *
 * @param employer who
 * @param searches in how many searches it was among the results
 * @param opened how often it was opened
 * @param listed how often it was on a shortlist that was looked at
 * @param exported how often it was in the table of a shortlist
 * @param last when it was seen last
 */
public record Sighting(
    String employer, int searches, int opened, int listed, int exported, Instant last) {}
