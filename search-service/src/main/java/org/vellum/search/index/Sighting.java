package org.vellum.search.index;

import java.time.Instant;

/**
 * That an employer saw a learner's profile.
 *
 * @param employer who
 * @param searches in how many searches it was among the results
 * @param opened how often it was opened
 * @param last when it was seen last
 */
public record Sighting(String employer, int searches, int opened, Instant last) {}
