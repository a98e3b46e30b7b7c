package org.vellum.finaid.facts;

import jakarta.inject.Inject;
import java.util.Collection;
import org.jdbi.v3.core.Jdbi;
import org.vellum.contracts.ProgramPublished;
import org.vellum.platform.event.EventContext;
import org.vellum.platform.usecase.Repository;

/** The programs that the catalogue published. */
@Repository
public class Programs {
  private final Jdbi jdbi;

  @Inject
  public Programs(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  void keep(ProgramPublished fact, EventContext event) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into financial_aid.program as p
                  (code, title, credential_level, courses, competencies, position, published_at)
                values (:code, :title, :level, :courses, :competencies, :position, :at)
                on conflict (code) do update
                   set title = excluded.title, credential_level = excluded.credential_level,
                       courses = excluded.courses, competencies = excluded.competencies,
                       position = excluded.position, published_at = excluded.published_at,
                       changed = pg_current_xact_id()
                 where p.position < excluded.position
                """)
            .bind("code", fact.code())
            .bind("title", fact.title())
            .bind("level", fact.credentialLevel().orElse(null))
            .bind("courses", Stored.json(fact.courses()))
            .bind("competencies", Stored.json(fact.competencies()))
            .bind("position", event.position())
            .bind("at", event.occurredAt())
            .execute());
  }

  /** Notes that something differs of what these programs are to their learners. */
  public void changed(Collection<String> programs) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                update financial_aid.program set changed = pg_current_xact_id()
                 where code = any(:programs)
                """)
            .bindArray("programs", String.class, programs)
            .execute());
  }

  /** Notes that these calendars differ, to the programs that go by them. */
  public void changedCalendars(Collection<String> calendars) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                update financial_aid.program set changed = pg_current_xact_id()
                 where code in (select program from financial_aid.program_parameters
                                 where parameters ->> 'calendarId' = any(:calendars))
                """)
            .bindArray("calendars", String.class, calendars)
            .execute());
  }
}
