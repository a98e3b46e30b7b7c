package org.vellum.search.request;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.usecase.UseCase;
import org.vellum.search.index.SeenIn;
import org.vellum.search.index.Sightings;

/** Shows an employer the shortlist, and notes whom it showed: it tells of them as they are now. */
@UseCase
public class ShowShortlist {
  private final Shortlists shortlists;
  private final Sightings sightings;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  public ShowShortlist(Shortlists shortlists, Sightings sightings, AuditLog audit, Clock clock) {
    this.shortlists = shortlists;
    this.sightings = sightings;
    this.audit = audit;
    this.clock = clock;
  }

  /** For what it is shown. */
  public enum Form {
    /** On a page. */
    PAGE(SeenIn.How.LISTED, "shortlist-shown"),
    /** As a table to be taken along. */
    TABLE(SeenIn.How.EXPORTED, "shortlist-exported");

    private final SeenIn.How how;
    private final String action;

    Form(SeenIn.How how, String action) {
      this.how = how;
      this.action = action;
    }
  }

  /** Those who may be seen now, who was added last first. */
  public List<Shortlisted> show(String employer, Form form) {
    Instant now = clock.instant();
    List<Shortlists.Listed> listed = shortlists.list(employer, now);
    if (!listed.isEmpty()) {
      sightings.seen(
          listed.stream().map(Shortlists.Listed::learner).toList(), employer, form.how, now);
      audit.record(
          AuditEntry.of(
              employer, form.action, employer, Map.of("people", Integer.toString(listed.size()))));
    }
    return listed.stream().map(Shortlists.Listed::person).toList();
  }
}
