package org.vellum.search.profile;

/** Why a consent cannot be given so. */
public enum TermsRefusal {
  NOTHING_CHOSEN("Choose at least one achievement to be found by."),
  UNKNOWN_ACHIEVEMENT(
      "One of the achievements is no longer in your record, or its credential does not hold any"
          + " more. Load the page again."),
  REGION_TOO_LONG("A region has at most 60 characters."),
  NO_EMPLOYER("Choose at least one employer, or let every employer find you."),
  UNKNOWN_EMPLOYER("One of the employers is not known here. Load the page again."),
  LAST_DAY_NOT_IN_FUTURE("Give a last day that is yet to come."),
  LAST_DAY_TOO_LATE("A consent lasts at most a year: give an earlier last day.");

  private final String words;

  TermsRefusal(String words) {
    this.words = words;
  }

  /** In words, for the learner. */
  public String words() {
    return words;
  }
}
