package org.vellum.finaid.delivery;

/** What a connected aid system may be allowed to do. */
public final class AidScopes {
  /** Read runs, packages and changes. */
  public static final String READ = "finaid.read";

  /** Ask for runs and stop them. */
  public static final String RUN = "finaid.run";

  /** Say that a package has arrived. */
  public static final String ACK = "finaid.ack";

  /** Read the file of social security numbers, where there is one. */
  public static final String SSN = "finaid.ssn";

  private AidScopes() {}
}
