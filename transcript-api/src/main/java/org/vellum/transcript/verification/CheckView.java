package org.vellum.transcript.verification;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.vellum.credentials.verification.Check;
import org.vellum.credentials.verification.Verdict;

/**
 * The outcome of one check, as it is told.
 *
 * @param kind what was checked
 * @param verdict the outcome
 * @param findings what was found
 */
public record CheckView(
    @JsonIgnore Check.Kind kind, @JsonIgnore Verdict verdict, List<FindingView> findings) {

  public CheckView {
    findings = List.copyOf(findings);
  }

  /** What was checked: {@code document}, {@code issuer}, {@code proof} and so on. */
  @JsonProperty("check")
  public String name() {
    return Words.name(kind);
  }

  /** The outcome: {@code valid}, {@code invalid} or {@code could-not-be-checked}. */
  @JsonProperty("verdict")
  public String outcome() {
    return Words.name(verdict);
  }

  @JsonIgnore
  public String title() {
    return Words.title(kind);
  }

  @JsonIgnore
  public String question() {
    return Words.question(kind);
  }

  @JsonIgnore
  public String verdictTitle() {
    return Words.title(verdict);
  }

  @JsonIgnore
  public String sign() {
    return Words.sign(verdict);
  }

  @JsonIgnore
  public String style() {
    return Words.style(verdict);
  }
}
