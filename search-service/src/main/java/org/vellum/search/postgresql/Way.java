package org.vellum.search.postgresql;

/** In which order the entries are gone through. What is found is the same, and so is its order. */
enum Way {
  /** All that answer to each skill are put together. */
  ALL,

  /**
   * Whoever shows the skill that the fewest show is looked at for the others: what many show is not
   * read as a whole.
   */
  FEWEST_FIRST,

  /**
   * Where one skill is asked for: from the most points downwards, until as many were met as are
   * counted. What a search costs does not grow with those who show the skill.
   */
  BEST_FIRST
}
