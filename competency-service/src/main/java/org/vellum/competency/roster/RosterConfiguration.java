package org.vellum.competency.roster;

import org.vellum.platform.configuration.Key;

/**
 * What an operator can set of rosters.
 *
 * @param maximumArchive largest archive that is imported, in bytes
 */
public record RosterConfiguration(
    @Key(
            name = "vellum.roster.maximum-archive",
            meaning =
                "Largest archive of a roster and results that is imported, in bytes. It lies on the"
                    + " disk while it is read.",
            defaultValue = "2147483648")
        long maximumArchive) {

  public RosterConfiguration {
    if (maximumArchive < 1) {
      throw new IllegalArgumentException("vellum.roster: an archive has at least 1 byte");
    }
  }
}
