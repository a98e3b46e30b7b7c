package org.vellum.credentials.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one credential.
 *
 * @param verdict the worst of its checks and of its nested credentials
 * @param checks one for each kind, in the order of {@link Check.Kind}
 * @param nested the reports of the credentials inside it
 * @param credential the credential as parsed; null if it could not be parsed
 * @param place the JSON pointer of this credential inside the document; empty for the document
 */
public record Report(
    Verdict verdict,
    List<Check> checks,
    List<Report> nested,
    @Nullable JsonNode credential,
    String place) {

  /** Copies the lists. */
  public Report {
    checks = List.copyOf(checks);
    nested = List.copyOf(nested);
  }

  /** The check of one kind. */
  public Check check(Check.Kind kind) {
    return checks.stream().filter(check -> check.kind() == kind).findFirst().orElseThrow();
  }
}
