package org.vellum.credentials.verification;

/**
 * How much one verification may cost.
 *
 * @param documentBytes the largest document, given or fetched
 * @param nested the most credentials inside one document
 * @param fetches the most documents fetched
 * @param statusListBytes the largest status list when inflated
 */
public record VerificationLimits(int documentBytes, int nested, int fetches, int statusListBytes) {
  /** 10 MB, 2,000 nested credentials, 50 fetches, and status lists of 32 million bits. */
  public static final VerificationLimits DEFAULT =
      new VerificationLimits(10_000_000, 2_000, 50, 4 * 1024 * 1024);
}
