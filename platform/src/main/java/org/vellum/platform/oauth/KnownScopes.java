package org.vellum.platform.oauth;

import java.util.List;
import java.util.stream.Stream;

/**
 * The scopes that a client can be given, in the words of the standards that name them, or in our
 * own.
 */
public final class KnownScopes {
  private static final String ONEROSTER = "https://purl.imsglobal.org/spec/or/v1p2/scope/";
  private static final String AGS = "https://purl.imsglobal.org/spec/lti-ags/scope/";

  /** Scopes of LTI tools: Assignment and Grade Services 2.0, section 3; NRPS 2.0, section 2.2. */
  private static final List<String> LTI =
      List.of(
          AGS + "lineitem",
          AGS + "lineitem.readonly",
          AGS + "result.readonly",
          AGS + "score",
          "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly");

  private static final List<String> ALL =
      List.of(
          ONEROSTER + "gradebook-core.readonly",
          ONEROSTER + "gradebook.readonly",
          ONEROSTER + "gradebook.createput",
          ONEROSTER + "gradebook.createpost",
          ONEROSTER + "gradebook.delete",
          ONEROSTER + "assessment.readonly",
          ONEROSTER + "assessment.createput",
          ONEROSTER + "assessment.delete",
          ONEROSTER + "roster-core.readonly",
          ONEROSTER + "roster.readonly",
          ONEROSTER + "roster-demographics.readonly",
          "finaid.read",
          "finaid.run",
          "finaid.ack",
          "finaid.ssn",
          "skills.search");

  private KnownScopes() {}

  /** All of them. */
  public static List<String> all() {
    return Stream.concat(ALL.stream(), LTI.stream()).toList();
  }

  /**
   * Those that are listed to whoever registers a client by hand; a tool is registered with its
   * launches, and gets the scopes of LTI there.
   */
  static List<String> listed() {
    return ALL;
  }

  /** Those that an LTI tool may be given. */
  public static List<String> ofTools() {
    return LTI;
  }
}
