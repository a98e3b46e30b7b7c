package org.vellum.search.index;

import java.time.Instant;

/**
 * That an employer saw a learner in one search, or in one other way.
 *
 * @param employer who
 * @param how in which way
 * @param times how often: on several pages or again on the same, or opened again
 * @param last when it was seen last
 */
public record SeenIn(String employer, How how, int times, Instant last) {

  /** In which way a learner is seen. */
  public enum How {
    /** Among the results of a search. */
    FOUND("had you among the results of a search"),
    /** The profile was opened. */
    OPENED("opened your profile"),
    /** On the page of a shortlist. */
    LISTED("saw you on a shortlist"),
    /** In the table of a shortlist, which was taken along. */
    EXPORTED("took along a shortlist with you on it");

    private final String words;

    How(String words) {
      this.words = words;
    }

    /** What the employer did, for the learner, to follow the employer's name. */
    public String words() {
      return words;
    }
  }
}
