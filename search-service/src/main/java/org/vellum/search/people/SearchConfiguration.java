package org.vellum.search.people;

import java.time.Duration;
import org.vellum.platform.configuration.Key;

/**
 * What an operator can set of search.
 *
 * @param perMinute how many pages of results an employer gets in a minute
 * @param perDay how many in a day
 * @param alertInterval how often saved searches are looked through
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
        int perDay,
    @Key(
            name = "vellum.search.alert-interval",
            meaning = "How often saved searches are looked through for somebody new, from PT1S.",
            defaultValue = "PT5M")
        Duration alertInterval) {

  public SearchConfiguration {
    require(perMinute >= 1, "vellum.search.searches-per-minute must be at least 1");
    require(perDay >= 1, "vellum.search.searches-per-day must be at least 1");
    require(
        alertInterval.toSeconds() >= 1 && alertInterval.toDays() <= 1,
        "vellum.search.alert-interval must be from PT1S to P1D");
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
