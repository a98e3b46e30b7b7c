package org.vellum.search.achievement;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.vellum.contracts.ProgramPublished;
import org.vellum.platform.usecase.Repository;

/** The programs, with the courses and competencies that belong to each. */
@Repository
class Programs {
  private final Jdbi jdbi;

  @Inject
  Programs(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  void keep(ProgramPublished fact, long position) {
    jdbi.useHandle(handle -> {
      if (begin(handle, fact, position)) {
        keepUnits(handle, fact);
      }
    });
  }

  /** Whether no later version is kept already. */
  private static boolean begin(Handle handle, ProgramPublished fact, long position) {
    return handle
        .createQuery(
            """
            insert into search.program (code, title, level, position)
            values (:code, :title, :level, :position)
            on conflict (code) do update
               set title = excluded.title, level = excluded.level, position = excluded.position
             where program.position <= excluded.position
            returning true
            """)
        .bind("code", fact.code())
        .bind("title", fact.title())
        .bind("level", fact.credentialLevel().orElse(null))
        .bind("position", position)
        .mapTo(Boolean.class)
        .findOne()
        .isPresent();
  }

  private static void keepUnits(Handle handle, ProgramPublished fact) {
    List<String> courses =
        fact.courses().stream().map(ProgramPublished.ProgramCourse::sourcedId).toList();
    handle
        .createUpdate("delete from search.program_unit where program = :code")
        .bind("code", fact.code())
        .execute();
    handle
        .createUpdate(
            """
            insert into search.program_unit (program, competency, course)
            select :code, competency, null from unnest(:competencies) as competency
            union
            select :code, null, course from unnest(:courses) as course
            """)
        .bind("code", fact.code())
        .bindArray("competencies", UUID.class, fact.competencies())
        .bindArray("courses", String.class, courses)
        .execute();
  }
}
