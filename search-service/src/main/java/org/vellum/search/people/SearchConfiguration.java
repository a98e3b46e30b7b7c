package org.vellum.search.people;

import org.vellum.platform.configuration.Key;

/**
 * What an operator can set of search.
 *
 * @param perMinute how many pages of results an employer gets in a minute
 * @param perDay how many in a day
 */
public record SearchConfiguration(
    @Key(
            name = "vellum.search.searches-per-minute",
            meaning =
                "How many pages of results, profiles and suggestions an employer or a connected"
                    + " system gets in a minute.",
            defaultValue = "60")
        int perMinute,
    @Key(
            name = "vellum.search.searches-per-day",
            meaning =
                "How many pages of results and profiles an employer or a connected system gets in a"
                    + " day, so that nobody copies what can be found.",
            defaultValue = "2000")
        int perDay) {

  public SearchConfiguration {
    require(perMinute >= 1, "vellum.search.searches-per-minute must be at least 1");
    require(perDay >= 1, "vellum.search.searches-per-day must be at least 1");
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
