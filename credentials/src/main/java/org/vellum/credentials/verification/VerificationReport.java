package org.vellum.credentials.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one credential.
 *
 * @param verdict the worst of its checks
 * @param checks one for each kind, in the order of {@link Check.Kind}
 * @param signatures its own signatures that hold
 * @param nested the reports of the credentials inside it
 * @param endorsements the reports of the endorsements inside it; they do not weigh in its verdict
 * @param credential the credential as parsed; null if it could not be parsed
 * @param place the JSON pointer of this credential inside the document; empty for the document
 */
public record VerificationReport(
    Verdict verdict,
    List<Check> checks,
    List<Signature> signatures,
    List<VerificationReport> nested,
    List<VerificationReport> endorsements,
    @Nullable JsonNode credential,
    String place) {

  /** Copies the lists. */
  public VerificationReport {
    checks = List.copyOf(checks);
    signatures = List.copyOf(signatures);
    nested = List.copyOf(nested);
    endorsements = List.copyOf(endorsements);
  }

  /** The check of one kind. */
  public Check check(Check.Kind kind) {
    return checks.stream().filter(check -> check.kind() == kind).findFirst().orElseThrow();
  }

  /**
   * The report for programs, without the credential itself. Names are stable; new ones may be
   * added. Its form: {@code docs/standards/verification-report.md}.
   */
  public ObjectNode toJson() {
    return ReportJson.of(this);
  }
}
