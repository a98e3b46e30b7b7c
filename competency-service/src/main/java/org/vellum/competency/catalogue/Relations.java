package org.vellum.competency.catalogue;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.Repository;

/** Relations to competencies with their past. A rule of evidence is one of them. */
@Repository
public class Relations {
  private static final String COLUMNS =
      """
      select r.id, r.role, r.competency, r.program, r.course, r.line_item, r.weight, r.threshold,
             r.starts_on, r.ends_on, r.effective_from, r.effective_to
        from competency.related r
      """;
  private static final String ORDER =
      """
       order by r.competency, r.role, r.program, r.course nulls last, r.line_item, r.starts_on
      """;
  private static final String BY_CODE =
      """
       order by (select c.human_code from competency.cf_item c where c.identifier = r.competency),
             r.competency, r.role, r.program, r.course nulls last, r.line_item, r.starts_on, r.id
      """;
  private static final String FILTER =
      """
       where (r.effective_to is not null) = :past
         and (:role::text is null or r.role = :role)
         and (:competency::uuid is null or r.competency = :competency)
         and (:program::text is null or r.program = :program)
         and (:course::text is null or r.course = :course)
         and (:drafts or not exists (select from competency.cf_item i
           join competency.framework f on f.identifier = i.framework
           where i.identifier = r.competency and f.draft))
      """;

  private final Jdbi jdbi;
  private final Clock clock;
  private final Ids ids;

  @Inject
  public Relations(Jdbi jdbi, Clock clock, Ids ids) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.ids = ids;
  }

  /** All that are in the catalogue, by their identifiers. */
  Map<UUID, Relation> inForce() {
    return jdbi.withHandle(
        handle -> byId(handle.createQuery(COLUMNS + " where r.effective_to is null" + ORDER)));
  }

  /** Those of some competencies that are in the catalogue. */
  public List<Relation> of(Collection<UUID> competencies) {
    return related(handle ->
            handle
                .createQuery(
                    COLUMNS
                        + " where r.effective_to is null and r.competency = any(:competencies)"
                        + ORDER)
                .bind("competencies", competencies.toArray(UUID[]::new)))
        .stream()
        .map(Related::relation)
        .toList();
  }

  /** Those of a course and of its line items that are in the catalogue. */
  public List<Related> around(String course, Collection<String> lineItems) {
    return related(handle ->
        handle
            .createQuery(
                COLUMNS
                    + " where r.effective_to is null"
                    + " and (r.course = :course or r.line_item = any(:lineItems))"
                    + ORDER)
            .bind("course", course)
            .bind("lineItems", lineItems.toArray(String[]::new)));
  }

  /** Those that are asked for, so many at a time. */
  public List<Related> list(RelationFilter filter, int limit, int offset) {
    return related(handle ->
        bound(
                handle.createQuery(COLUMNS + FILTER + BY_CODE + " limit :limit offset :offset"),
                filter)
            .bind("limit", limit)
            .bind("offset", offset));
  }

  /** How many are asked for. */
  public int count(RelationFilter filter) {
    return jdbi.withHandle(handle ->
        bound(handle.createQuery("select count(*) from competency.related r" + FILTER), filter)
            .mapTo(Integer.class)
            .one());
  }

  /** The one of this identifier, if it is in the catalogue. */
  public Optional<Relation> find(UUID id) {
    return jdbi.withHandle(handle ->
        byId(
                handle
                    .createQuery(COLUMNS + " where r.id = :id and r.effective_to is null")
                    .bind("id", id))
            .values()
            .stream()
            .findFirst());
  }

  /** Those in the catalogue that say something of the same three. */
  Map<UUID, Relation> findAlike(Relation relation) {
    Map<UUID, Relation> alike = new LinkedHashMap<>();
    jdbi.withHandle(handle ->
            byId(
                handle
                    .createQuery(
                        COLUMNS
                            + " where r.effective_to is null and r.competency = :competency"
                            + ORDER)
                    .bind("competency", relation.competency())))
        .forEach((id, other) -> {
          if (other.pair().equals(relation.pair())) {
            alike.put(id, other);
          }
        });
    return alike;
  }

  /** Takes some out of the catalogue; how many that were. */
  int end(Collection<UUID> identifiers) {
    return end("evidence_rule", identifiers) + end("relation", identifiers);
  }

  /** A clock that went back must not let a relation end before it began. */
  private int end(String table, Collection<UUID> identifiers) {
    return jdbi.withHandle(handle ->
        handle
            .createUpdate(
                "update competency."
                    + table
                    + " set effective_to = greatest(effective_from, :now)"
                    + " where id = any(:ids) and effective_to is null")
            .bind("now", clock.instant())
            .bind("ids", identifiers.toArray(UUID[]::new))
            .execute());
  }

  /** Puts some into the catalogue, each where it belongs. */
  void insert(List<Relation> relations) {
    Instant now = clock.instant();
    jdbi.useHandle(handle -> {
      PreparedBatch rules =
          handle.prepareBatch(
              """
              insert into competency.evidence_rule
                (id, competency, line_item_sourced_id, course_sourced_id, threshold, weight,
                 starts_on, ends_on, effective_from)
              values (:id, :competency, :lineItem, :course, :threshold, :weight, :from, :to, :now)
              """);
      PreparedBatch others =
          handle.prepareBatch(
              """
              insert into competency.relation
                (id, role, competency, program_code, course_sourced_id, line_item_sourced_id,
                 weight, threshold, starts_on, ends_on, effective_from)
              values (:id, :word, :competency, :program, :course, :lineItem, :weight, :threshold,
                 :from, :to, :now)
              """);
      for (Relation relation : relations) {
        PreparedBatch batch = relation.asEvidence().isPresent() ? rules : others;
        batch
            .bindMethods(relation)
            .bind("word", relation.role().word())
            .bind("id", ids.next())
            .bind("now", now)
            .add();
      }
      executed(rules);
      executed(others);
    });
  }

  private static void executed(PreparedBatch batch) {
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  private static Query bound(Query query, RelationFilter filter) {
    return query
        .bind("past", filter.past())
        .bind("role", filter.role().map(Role::word))
        .bind("competency", filter.competency())
        .bind("program", filter.program())
        .bind("course", filter.course())
        .bind("drafts", filter.drafts());
  }

  private List<Related> related(Function<Handle, Query> query) {
    return jdbi.withHandle(handle ->
        query
            .apply(handle)
            .reduceRows(
                new ArrayList<>(),
                (all, row) -> {
                  all.add(related(row));
                  return all;
                }));
  }

  private static Map<UUID, Relation> byId(Query query) {
    return query.reduceRows(
        new LinkedHashMap<>(),
        (all, row) -> {
          all.put(row.getColumn("id", UUID.class), relation(row));
          return all;
        });
  }

  private static Related related(RowView row) {
    return new Related(
        row.getColumn("id", UUID.class),
        relation(row),
        row.getColumn("effective_from", Instant.class),
        Optional.ofNullable(row.getColumn("effective_to", Instant.class)));
  }

  private static Relation relation(RowView row) {
    return new Relation(
        Role.find(row.getColumn("role", String.class)).orElseThrow(),
        row.getColumn("competency", UUID.class),
        Optional.ofNullable(row.getColumn("program", String.class)),
        Optional.ofNullable(row.getColumn("course", String.class)),
        Optional.ofNullable(row.getColumn("line_item", String.class)),
        Optional.ofNullable(row.getColumn("weight", BigDecimal.class)),
        Optional.ofNullable(row.getColumn("threshold", BigDecimal.class)),
        Optional.ofNullable(row.getColumn("starts_on", LocalDate.class)),
        Optional.ofNullable(row.getColumn("ends_on", LocalDate.class)));
  }
}
