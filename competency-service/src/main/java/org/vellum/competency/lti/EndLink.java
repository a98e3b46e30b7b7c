package org.vellum.competency.lti;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.usecase.UseCase;

/** Takes a link out of a class. Its line items stay, with what was scored on them. */
@UseCase
public class EndLink {
  private final ResourceLinks links;
  private final Contexts contexts;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  public EndLink(ResourceLinks links, Contexts contexts, AuditLog audit, Clock clock) {
    this.links = links;
    this.contexts = contexts;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Takes it out.
   *
   * @param everywhere whether the person may do so in classes that others teach
   * @return whether there was one that this person may take out
   */
  public boolean end(UUID link, String person, boolean everywhere) {
    boolean may =
        links
            .find(link)
            .flatMap(found -> contexts.find(found.context()))
            .filter(context -> everywhere || contexts.isTaughtBy(context.classSourcedId(), person))
            .isPresent();
    boolean ended = may && links.end(link, clock.instant());
    if (ended) {
      audit.record(AuditEntry.of(person, "lti-link-ended", link.toString()));
    }
    return ended;
  }
}
