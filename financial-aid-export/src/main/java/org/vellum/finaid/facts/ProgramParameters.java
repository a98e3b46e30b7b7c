package org.vellum.finaid.facts;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.vellum.finaid.facts.model.ProgramFacts;
import org.vellum.platform.usecase.Repository;

/** What the aid office set for programs; a revision is added and none is changed. */
@Repository
public class ProgramParameters {
  private final Jdbi jdbi;

  @Inject
  public ProgramParameters(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * A program in a list.
   *
   * @param code its code
   * @param title its title
   * @param versions how many versions have parameters
   * @param learners how many learners are or were enrolled
   */
  public record Listed(String code, String title, int versions, int learners) {}

  /**
   * Learners for whom a program has one length.
   *
   * @param remainingUnits what was left at entry; nothing for the whole program
   * @param remainingWeeks what was left at entry; nothing for the whole program
   * @param learners how many
   */
  public record Group(
      Optional<BigDecimal> remainingUnits, Optional<BigDecimal> remainingWeeks, int learners) {}

  /** All programs, by code. */
  public List<Listed> list() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select p.code, p.title,
                       (select count(distinct effective_from)
                          from financial_aid.program_parameters v where v.program = p.code)
                         as versions,
                       (select count(distinct learner) from financial_aid.enrollment e
                         where e.program = p.code) as learners
                  from financial_aid.program p order by p.code
                """)
            .map(ConstructorMapper.of(Listed.class))
            .list());
  }

  /** The program with this code. */
  public Optional<Listed> find(String code) {
    return list().stream().filter(each -> each.code().equals(code)).findFirst();
  }

  /** The last revision of each version of a program, the earliest version first. */
  public List<ProgramFacts> versions(String code) {
    return jdbi.withHandle(handle ->
        ParameterRows.inForce(handle).stream()
            .filter(each -> each.identity().programId().equals(code))
            .toList());
  }

  /** The learners who begin from one day until before another, by what was left for them. */
  public List<Group> groups(String code, LocalDate from, Optional<LocalDate> before) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select remaining_units, remaining_weeks, count(distinct learner) as learners
                  from financial_aid.enrollment
                 where program = :code and begin_date >= :from
                   and begin_date < coalesce(cast(:before as date), 'infinity')
                 group by remaining_units, remaining_weeks
                """)
            .bind("code", code)
            .bind("from", from)
            .bind("before", before.orElse(null))
            .map(ConstructorMapper.of(Group.class))
            .list());
  }

  /**
   * Adds a revision.
   *
   * @param seen the revision that it is to follow; 0 for the first of its version
   * @return false if somebody else was quicker
   */
  public boolean add(ProgramFacts facts, int seen, String actor, Instant now) {
    int added =
        jdbi.withHandle(handle ->
            handle
                .createUpdate(
                    """
                    insert into financial_aid.program_parameters
                      (program, effective_from, revision, parameters, set_by, set_at)
                    select :program, :from, :seen + 1, :parameters, :actor, :now
                     where :seen = (select coalesce(max(revision), 0)
                                      from financial_aid.program_parameters
                                     where program = :program and effective_from = :from)
                    on conflict do nothing
                    """)
                .bind("program", facts.identity().programId())
                .bind("from", facts.identity().effectiveFrom())
                .bind("seen", seen)
                .bind("parameters", Stored.json(facts))
                .bind("actor", actor)
                .bind("now", now)
                .execute());
    return added > 0;
  }
}
