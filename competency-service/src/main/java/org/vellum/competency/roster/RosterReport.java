package org.vellum.competency.roster;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.vellum.platform.problem.Finding;

/**
 * What an import did.
 *
 * @param id its identifier
 * @param importedAt when it was done
 * @param importedBy who did it
 * @param learners how many learners are new, or are known by something new
 * @param files what was done with each file
 * @param errors how many findings are errors, kept or not; warnings and notes likewise
 * @param warnings how many are warnings
 * @param notes how many are notes
 * @param findings the findings that are kept, the first of all
 */
public record RosterReport(
    UUID id,
    Instant importedAt,
    String importedBy,
    int learners,
    List<FileReport> files,
    int errors,
    int warnings,
    int notes,
    List<Finding> findings) {

  public RosterReport {
    files = List.copyOf(files);
    findings = List.copyOf(findings);
  }

  /** How many findings were counted but not kept. */
  public int notKept() {
    return Math.max(0, errors + warnings + notes - findings.size());
  }
}
