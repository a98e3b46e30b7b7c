package org.vellum.platform.oauth;

import java.util.List;

/**
 * The scopes that a client can be given, in the words of the standards that name them, or in our
 * own.
 */
public final class KnownScopes {
  private static final String ONEROSTER = "https://purl.imsglobal.org/spec/or/v1p2/scope/";
  private static final List<String> ALL =
      List.of(
          ONEROSTER + "gradebook-core.readonly",
          ONEROSTER + "gradebook.readonly",
          ONEROSTER + "gradebook.createput",
          ONEROSTER + "gradebook.delete",
          "finaid.read",
          "finaid.run",
          "finaid.ack",
          "finaid.ssn",
          "skills.search");

  private KnownScopes() {}

  /** All of them, as they are listed to whoever registers a client. */
  public static List<String> all() {
    return ALL;
  }
}
