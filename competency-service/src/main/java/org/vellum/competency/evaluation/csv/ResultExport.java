package org.vellum.competency.evaluation.csv;

import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.vellum.competency.roster.ArchiveRows;
import org.vellum.competency.roster.csv.ArchiveWriter;
import org.vellum.competency.roster.csv.ResultFiles;
import org.vellum.competency.roster.csv.RosterFile;
import org.vellum.platform.usecase.Repository;

/**
 * The results in force as files of OneRoster 1.2's CSV binding. A result's identifier is that of
 * its source, led by the source's name: two sources may use the same.
 */
@Repository
public class ResultExport {

  private static final String NEWEST =
      """
      from competency.evaluation_result r
      join competency.line_item li on li.sourced_id = r.line_item and not li.assessment
      join competency.roster_user u on u.id = r.learner
      where not exists (select from competency.evaluation_result n where n.supersedes = r.id)
        and (:since::timestamptz is null and not r.cleared or r.received_at > :since)
      """;
  private static final String COMMON =
      """
      case when r.cleared then 'tobedeleted' else 'active' end,
      to_char(r.source_modified_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
      """;
  private static final String RESULTS =
      "select r.source_system || '/' || r.sourced_id, "
          + COMMON
          + """
          , r.line_item, u.sourced_id, r.score_status, r.score::text, r.score_date::text,
          r.comment, r.text_score, li.class_sourced_id, r.payload ->> 'inProgress',
          r.payload ->> 'incomplete', r.payload ->> 'late', r.payload ->> 'missing'
          """
          + NEWEST
          + " order by r.id";
  private static final String OBJECTIVES =
      "select r.id || '/' || o.competency, "
          + COMMON
          + """
          , r.source_system || '/' || r.sourced_id, 'case', o.competency::text, o.score::text,
          o.text_score
          """
          + NEWEST.replace(
              "where not exists",
              "join competency.result_objective o on o.result = r.id where not exists")
          + " order by r.id, o.competency";

  private final ArchiveRows rows;

  @Inject
  public ResultExport(ArchiveRows rows) {
    this.rows = rows;
  }

  /**
   * Writes the files of results.
   *
   * @param since only what came after it, with what was taken back; empty for all in force
   */
  public void writeTo(ArchiveWriter archive, Optional<Instant> since) throws IOException {
    archive.write(ResultFiles.RESULTS, taker -> give(ResultFiles.RESULTS, RESULTS, since, taker));
    archive.write(
        ResultFiles.OBJECTIVES, taker -> give(ResultFiles.OBJECTIVES, OBJECTIVES, since, taker));
  }

  private void give(
      RosterFile file, String sql, Optional<Instant> since, ArchiveWriter.RowTaker taker)
      throws IOException {
    int width = 3 + file.columns().size();
    rows.give(sql, width, since, taker);
  }
}
