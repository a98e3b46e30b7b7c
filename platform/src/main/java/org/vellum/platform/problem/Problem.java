package org.vellum.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * What went wrong, for a program and a person (RFC 9457, section 3).
 *
 * @param type documented kind of the problem, an address under {@code /problems/}
 * @param title the kind in a few words, the same for all of its kind
 * @param status HTTP status code
 * @param detail what happened this time, in one sentence
 * @param findings the faults in what was sent, where there are any
 */
public record Problem(
    URI type,
    String title,
    int status,
    String detail,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Finding> findings) {

  /** The media type of a problem. */
  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    findings = List.copyOf(findings);
  }

  /**
   * A problem of a kind that is named by its title: {@code "Unknown framework"} has the type {@code
   * /problems/unknown-framework}.
   */
  public static Problem of(int status, String title, String detail) {
    return of(status, title, detail, List.of());
  }

  /** A problem of the title's kind, with the faults that were found. */
  public static Problem of(int status, String title, String detail, List<Finding> findings) {
    URI type =
        URI.create("/problems/" + title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
    return new Problem(type, title, status, detail, findings);
  }

  /** The exception that ends a request with this problem. */
  public ProblemException exception() {
    return new ProblemException(this);
  }
}
