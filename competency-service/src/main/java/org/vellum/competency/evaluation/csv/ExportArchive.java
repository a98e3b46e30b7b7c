package org.vellum.competency.evaluation.csv;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.vellum.competency.roster.RosterExport;
import org.vellum.competency.roster.csv.ArchiveWriter;
import org.vellum.platform.usecase.UseCase;

/**
 * Writes roster and results as an archive of OneRoster 1.2's CSV binding: all as it stands, or what
 * changed. Everything in it is of one moment.
 */
@UseCase
public class ExportArchive {
  private final RosterExport roster;
  private final ResultExport results;

  @Inject
  public ExportArchive(RosterExport roster, ResultExport results) {
    this.roster = roster;
    this.results = results;
  }

  /**
   * Writes it.
   *
   * @param zip the file that becomes the archive
   * @param since only what changed after it; empty for all
   * @param systemName who tells it
   */
  public void writeTo(Path zip, Optional<Instant> since, String systemName) throws IOException {
    roster.freeze();
    try (OutputStream out = Files.newOutputStream(zip);
        ArchiveWriter archive = new ArchiveWriter(out, since.isPresent(), systemName)) {
      roster.writeTo(archive, since);
      results.writeTo(archive, since);
    }
  }
}
