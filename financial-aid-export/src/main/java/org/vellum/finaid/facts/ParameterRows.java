package org.vellum.finaid.facts;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.vellum.finaid.facts.model.ProgramFacts;

/** Parameters of programs as they are kept: each revision whole, as JSON. */
final class ParameterRows {
  private ParameterRows() {}

  /** The last revision of each version, by program and first day. */
  static List<ProgramFacts> inForce(Handle handle) {
    return handle
        .createQuery(
            """
            select distinct on (program, effective_from)
                   program, effective_from, revision, parameters, set_at
              from financial_aid.program_parameters
             order by program, effective_from, revision desc
            """)
        .map(ParameterRows::facts)
        .list();
  }

  static ProgramFacts facts(ResultSet row, StatementContext context) throws SQLException {
    ProgramFacts kept =
        Stored.read(row.getString("parameters"), new TypeReference<ProgramFacts>() {});
    ProgramFacts.Identity identity = kept.identity();
    return with(
        kept,
        new ProgramFacts.Identity(
            identity.programId(),
            identity.version(),
            row.getInt("revision"),
            identity.effectiveFrom(),
            identity.effectiveTo(),
            identity.title(),
            identity.opeid(),
            identity.cipCode(),
            identity.cipYear(),
            identity.credentialLevel(),
            identity.specialProgram()),
        Stored.instant(row, "set_at"));
  }

  /** The same with the title that the catalogue has, and its last day. */
  static ProgramFacts titled(ProgramFacts facts, String title, Optional<LocalDate> last) {
    ProgramFacts.Identity identity = facts.identity();
    return with(
        facts,
        new ProgramFacts.Identity(
            identity.programId(),
            identity.version(),
            identity.factsVersion(),
            identity.effectiveFrom(),
            last,
            title,
            identity.opeid(),
            identity.cipCode(),
            identity.cipYear(),
            identity.credentialLevel(),
            identity.specialProgram()),
        facts.sourceAsOf());
  }

  private static ProgramFacts with(
      ProgramFacts facts, ProgramFacts.Identity identity, Instant known) {
    return new ProgramFacts(
        facts.programVersionId(),
        identity,
        facts.terms(),
        facts.delivery(),
        facts.directAssessment(),
        facts.equivalencyMethodRef(),
        facts.publishedLength(),
        facts.fullTimeUnitsPerAy(),
        facts.methods(),
        facts.attendanceRequired(),
        facts.weekCounting(),
        facts.flags(),
        facts.eligibleFrom(),
        facts.eligibleTo(),
        facts.statusHours(),
        facts.calendarId(),
        known);
  }
}
