package org.vellum.start;

/** The server answered a request with a refusal, which the message tells with its reason. */
public final class ApiRefused extends Exception {

  private static final long serialVersionUID = 1L;
  private static final int LONGEST_DETAIL = 2_000;

  private final int status;
  private final String reason;

  ApiRefused(String request, int status, String detail) {
    super("%s was answered with %d: %s".formatted(request, status, shortened(detail)));
    this.status = status;
    this.reason = shortened(detail);
  }

  /** The HTTP status; 0 when no answer came. */
  public int status() {
    return status;
  }

  /** What the answer said, in its own words. */
  public String reason() {
    return reason;
  }

  private static String shortened(String detail) {
    return detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL) + "…";
  }
}
