package org.vellum.competency.roster;

import jakarta.inject.Inject;
import org.vellum.platform.usecase.UseCase;

/** Tells of the learners and enrollments that are due, as each import of a roster does. */
@UseCase
public class AnnounceDue {
  private final Announcements announcements;

  @Inject
  public AnnounceDue(Announcements announcements) {
    this.announcements = announcements;
  }

  /** Announces them; again, nothing. */
  public void announce() {
    announcements.announceDue();
  }
}
