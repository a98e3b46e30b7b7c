package org.vellum.finaid.imports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.vellum.platform.problem.Finding;

/**
 * What an import did.
 *
 * @param id its identifier
 * @param kind of the file
 * @param importedAt when
 * @param importedBy by whom
 * @param read rows read
 * @param stored rows that were new or changed something
 * @param refused rows that were not taken in
 * @param findings why, each with its line and column; at most a thousand
 */
public record ImportReport(
    UUID id,
    String kind,
    Instant importedAt,
    String importedBy,
    int read,
    int stored,
    int refused,
    List<Finding> findings) {

  public ImportReport {
    findings = List.copyOf(findings);
  }

  /** Rows that said what was known already. */
  public int unchanged() {
    return read - stored - refused;
  }
}
