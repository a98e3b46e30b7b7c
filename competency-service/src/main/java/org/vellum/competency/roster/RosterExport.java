package org.vellum.competency.roster;

import static java.util.stream.Collectors.joining;

import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.vellum.competency.roster.csv.ArchiveWriter;
import org.vellum.competency.roster.csv.Binding;
import org.vellum.competency.roster.csv.Column;
import org.vellum.competency.roster.csv.RosterFile;
import org.vellum.platform.usecase.Repository;

/**
 * The roster as files of OneRoster 1.2's CSV binding. All of one archive must be written in one
 * transaction that sees one state.
 */
@Repository
public class RosterExport {
  private static final String TIME =
      "to_char(%s at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')";

  private final Jdbi jdbi;
  private final ArchiveRows rows;

  @Inject
  public RosterExport(Jdbi jdbi, ArchiveRows rows) {
    this.jdbi = jdbi;
    this.rows = rows;
  }

  /**
   * Lets the caller's transaction see everything as it stands now. Must be the first that is done
   * in it, and nothing can be written after it.
   */
  public void freeze() {
    jdbi.useHandle(
        handle -> handle.execute("set transaction isolation level repeatable read, read only"));
  }

  /**
   * Writes all files of the roster.
   *
   * @param since only what changed after it, with what is to be deleted; empty for all that is
   *     active
   */
  public void writeTo(ArchiveWriter archive, Optional<Instant> since) throws IOException {
    for (RosterFile file : Binding.FILES) {
      archive.write(file, taker -> give(file, since, taker));
    }
  }

  private void give(RosterFile file, Optional<Instant> since, ArchiveWriter.RowTaker taker)
      throws IOException {
    String sql =
        "select t.sourced_id, case when t.active then 'active' else 'tobedeleted' end, "
            + TIME.formatted("t.last_modified")
            + file.columns().stream().map(column -> ", " + text(column)).collect(joining())
            + " from competency."
            + file.table()
            + " t where "
            + (since.isPresent() ? "t.last_modified > :since" : "t.active")
            + (file.table().equals("line_item") ? " and not t.assessment" : "")
            + (file.table().startsWith("line_item_") ? NOT_OF_ASSESSMENTS : "")
            + " order by t.sourced_id";
    int width = 3 + file.columns().size();
    rows.give(sql, width, since, taker);
  }

  private static final String NOT_OF_ASSESSMENTS =
      " and not exists (select from competency.line_item li"
          + " where li.sourced_id = t.line_item_sourced_id and li.assessment)";

  private static String text(Column column) {
    String name = "t." + column.sql();
    return switch (column.kind()) {
      case IDS -> "array_to_string(" + name + ", ',')";
      case DATE_TIME -> TIME.formatted(name);
      default -> name + "::text";
    };
  }
}
