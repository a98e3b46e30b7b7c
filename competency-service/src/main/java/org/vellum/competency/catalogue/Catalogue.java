package org.vellum.competency.catalogue;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.vellum.platform.usecase.Repository;

/** The rules in force. */
@Repository
public class Catalogue {
  private static final String EVIDENCE =
      """
      select competency, line_item_sourced_id as line_item, course_sourced_id as course, threshold,
             weight, starts_on as "from", ends_on as "to"
        from competency.evidence_rule
       where effective_to is null
      """;

  private final Jdbi jdbi;

  @Inject
  public Catalogue(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * What a result on a line item evidences, by rules for itself and rules for its course.
   *
   * @param lineItem its {@code sourcedId}
   * @param course {@code sourcedId} of its course
   */
  public List<EvidenceRule> evidenceOf(String lineItem, String course) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                EVIDENCE
                    + " and (line_item_sourced_id = :lineItem or course_sourced_id = :course)"
                    + " order by competency, line_item_sourced_id nulls last, starts_on")
            .bind("lineItem", lineItem)
            .bind("course", course)
            .map(ConstructorMapper.of(EvidenceRule.class))
            .list());
  }

  /** What evidences any of these competencies. */
  public List<EvidenceRule> evidenceFor(Collection<UUID> competencies) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                EVIDENCE
                    + " and competency = any(:competencies)"
                    + " order by competency, line_item_sourced_id nulls last, starts_on")
            .bind("competencies", competencies.toArray(UUID[]::new))
            .map(ConstructorMapper.of(EvidenceRule.class))
            .list());
  }

  /** The competencies that these line items, or these courses, evidence. */
  public Set<UUID> evidencedBy(Set<String> lineItems, Set<String> courses) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select distinct competency from competency.evidence_rule
                 where effective_to is null
                   and (line_item_sourced_id = any(:lineItems)
                     or course_sourced_id = any(:courses))
                """)
            .bindArray("lineItems", String.class, lineItems)
            .bindArray("courses", String.class, courses)
            .mapTo(UUID.class)
            .set());
  }

  /** What completes this course. */
  public Optional<CompletionRule> completionOf(String courseSourcedId) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select course_sourced_id, category_sourced_id, threshold, credits
                  from competency.completion_rule
                 where course_sourced_id = :course and effective_to is null
                """)
            .bind("course", courseSourcedId)
            .map(ConstructorMapper.of(CompletionRule.class))
            .findOne());
  }
}
