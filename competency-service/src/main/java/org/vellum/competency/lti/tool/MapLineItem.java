package org.vellum.competency.lti.tool;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.vellum.competency.catalogue.change.AddEvidenceRule;
import org.vellum.competency.lti.LtiLineItem;
import org.vellum.competency.lti.LtiLineItems;
import org.vellum.competency.lti.PutLineItem;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.usecase.UseCase;

/**
 * Says which competency a line item of a platform evidences: it becomes a line item of the roster,
 * in the class that the course is, and its results are read from then on.
 */
@UseCase
public class MapLineItem {
  private final Courses courses;
  private final CourseContents contents;
  private final LtiLineItems lineItems;
  private final AddEvidenceRule addEvidenceRule;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  public MapLineItem(
      Courses courses,
      CourseContents contents,
      LtiLineItems lineItems,
      AddEvidenceRule addEvidenceRule,
      AuditLog audit,
      Clock clock) {
    this.courses = courses;
    this.contents = contents;
    this.lineItems = lineItems;
    this.addEvidenceRule = addEvidenceRule;
    this.audit = audit;
    this.clock = clock;
  }

  /** What became of it. */
  public sealed interface Result {
    /** It is mapped; whether the competency is evidenced by it from now on. */
    record Mapped(boolean evidence) implements Result {}

    /** There is no such line item, or it is mapped already. */
    record Unknown() implements Result {}

    /** Nobody has said which class of the roster the course is. */
    record NoClass() implements Result {}
  }

  /** Maps it. */
  public Result map(
      UUID course, UUID lineItem, Optional<PutLineItem.Evidences> evidences, String actor) {
    Optional<Course> known = courses.find(course);
    Optional<RemoteLineItem> item =
        contents.findLineItem(course, lineItem).filter(each -> each.lineItem().isEmpty());
    if (known.isEmpty() || item.isEmpty()) {
      return new Result.Unknown();
    }
    if (known.get().classSourcedId().isEmpty()) {
      return new Result.NoClass();
    }
    String sourcedId = LtiLineItem.sourcedId(lineItem);
    lineItems.addToRoster(
        new LtiLineItems.NewRow(
            sourcedId,
            item.get().label(),
            known.get().classSourcedId().get(),
            item.get().scoreMaximum(),
            Optional.empty(),
            Optional.empty(),
            evidences.map(PutLineItem.Evidences::competency)),
        clock.instant());
    contents.map(lineItem, sourcedId);
    audit.record(AuditEntry.of(actor, "lti-line-item-mapped", lineItem.toString()));
    return new Result.Mapped(
        evidences.map(each -> each.comeIntoForce(addEvidenceRule, sourcedId, actor)).orElse(true));
  }
}
