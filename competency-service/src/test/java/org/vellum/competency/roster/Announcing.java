package org.vellum.competency.roster;

import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.event.EventLog;
import org.vellum.platform.persistence.Plans;

/** The announcements over a database, for tests of other packages. */
public final class Announcing {
  private Announcing() {}

  public static AnnounceDue over(Jdbi jdbi) {
    return new AnnounceDue(
        new Announcements(jdbi, new Plans(jdbi), new EventLog(jdbi, RosterFixture.CLOCK)));
  }
}
