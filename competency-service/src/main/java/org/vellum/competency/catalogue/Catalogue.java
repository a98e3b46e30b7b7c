package org.vellum.competency.catalogue;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.vellum.platform.persistence.Together;
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

  /** Which competencies line items or courses evidence: {@code :lineItems}, {@code :courses}. */
  public static final String EVIDENCED =
      """
      select competency from competency.evidence_rule
       where effective_to is null
         and (line_item_sourced_id = any(:lineItems) or course_sourced_id = any(:courses))
      """;

  private static final String RULES_ON =
      """
      select competency, line_item_sourced_id as line_item, course_sourced_id as course, threshold,
             weight, starts_on as "from", ends_on as "to", null as category, null as credits
        from competency.evidence_rule
       where effective_to is null
         and (line_item_sourced_id = any(:lineItems) or course_sourced_id = any(:courses))
      union all
      select null, null, course_sourced_id, threshold, null, null, null, category_sourced_id,
             credits
        from competency.completion_rule
       where effective_to is null and course_sourced_id = any(:courses)
       order by competency, line_item nulls last, "from"
      """;

  private final Jdbi jdbi;

  @Inject
  public Catalogue(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Asks, with what else goes to the database, what results on these line items evidence and
   * complete, by rules for themselves and rules for their courses.
   *
   * @param lineItems their {@code sourcedId}s
   * @param courses {@code sourcedId}s of their courses
   * @return the answer, once it is there
   */
  public Supplier<RulesInForce> askRulesOn(
      Together together, Collection<String> lineItems, Collection<String> courses) {
    List<EvidenceRule> evidence = new ArrayList<>();
    List<CompletionRule> completions = new ArrayList<>();
    together.ask(
        RULES_ON,
        query ->
            query
                .bind("lineItems", lineItems.toArray(String[]::new))
                .bind("courses", courses.toArray(String[]::new)),
        row -> {
          if (row.getObject("competency") == null) {
            completions.add(completionRule(row));
          } else {
            evidence.add(evidenceRule(row));
          }
        });
    return () -> new RulesInForce(evidence, completions);
  }

  private static EvidenceRule evidenceRule(ResultSet row) throws SQLException {
    return new EvidenceRule(
        row.getObject("competency", UUID.class),
        Optional.ofNullable(row.getString("line_item")),
        Optional.ofNullable(row.getString("course")),
        row.getBigDecimal("threshold"),
        Optional.ofNullable(row.getBigDecimal("weight")),
        Optional.ofNullable(row.getObject("from", LocalDate.class)),
        Optional.ofNullable(row.getObject("to", LocalDate.class)));
  }

  private static CompletionRule completionRule(ResultSet row) throws SQLException {
    return new CompletionRule(
        row.getString("course"),
        row.getString("category"),
        row.getBigDecimal("threshold"),
        Optional.ofNullable(row.getBigDecimal("credits")));
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
