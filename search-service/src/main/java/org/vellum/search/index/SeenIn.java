package org.vellum.search.index;

import java.time.Instant;

/**
 * One search that showed a learner, or that an employer opened the profile.
 *
 * @param employer who
 * @param opened whether the profile was opened; else it was among the results
 * @param times how often: on several pages or again on the same, or opened again
 * @param last when it was seen last
 */
public record SeenIn(String employer, boolean opened, int times, Instant last) {}
