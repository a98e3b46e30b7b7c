package org.vellum.credentials.verification;

import java.util.Map;

/**
 * The URLs by which the standards know problems (VCDM 2.0, section 7.2; Data Integrity 1.0, section
 * 4.7; Bitstring Status List 1.0, section 4).
 */
final class ProblemTypes {
  private static final String VCDM = "https://www.w3.org/TR/vc-data-model#";
  private static final String INTEGRITY = "https://w3id.org/security#";
  private static final String STATUS_LIST = "https://www.w3.org/ns/credentials/status-list#";

  private static final Map<String, String> BY_CODE =
      Map.ofEntries(
          Map.entry("not-json", VCDM + "PARSING_ERROR"),
          Map.entry("not-an-object", VCDM + "PARSING_ERROR"),
          Map.entry("duplicate-member", VCDM + "PARSING_ERROR"),
          Map.entry("encoding", VCDM + "PARSING_ERROR"),
          Map.entry("empty", VCDM + "MALFORMED_VALUE_ERROR"),
          Map.entry("not-a-time", VCDM + "MALFORMED_VALUE_ERROR"),
          Map.entry("never-valid", VCDM + "MALFORMED_VALUE_ERROR"),
          Map.entry("malformed-status", VCDM + "MALFORMED_VALUE_ERROR"),
          Map.entry("status-out-of-range", VCDM + "RANGE_ERROR"),
          Map.entry("status-too-short", STATUS_LIST + "STATUS_LIST_LENGTH_ERROR"),
          Map.entry("status-unverified", STATUS_LIST + "STATUS_VERIFICATION_ERROR"),
          Map.entry("status-other-purpose", STATUS_LIST + "STATUS_VERIFICATION_ERROR"),
          Map.entry("status-malformed", STATUS_LIST + "STATUS_VERIFICATION_ERROR"),
          Map.entry("status-not-json", STATUS_LIST + "STATUS_RETRIEVAL_ERROR"),
          Map.entry("status-not-found", STATUS_LIST + "STATUS_RETRIEVAL_ERROR"),
          Map.entry("status-unreachable", STATUS_LIST + "STATUS_RETRIEVAL_ERROR"),
          Map.entry("status-too-large", STATUS_LIST + "STATUS_RETRIEVAL_ERROR"),
          Map.entry("status-too-many-fetches", STATUS_LIST + "STATUS_RETRIEVAL_ERROR"),
          Map.entry("jwt-changed", VCDM + "CRYPTOGRAPHIC_SECURITY_ERROR"),
          Map.entry("jwt-refused", VCDM + "CRYPTOGRAPHIC_SECURITY_ERROR"));

  private ProblemTypes() {}

  static String of(Check.Kind kind, Severity severity, String code) {
    if (severity == Severity.REMARK) {
      return "";
    }
    String known = BY_CODE.get(code);
    if (known != null) {
      return known;
    }
    if (kind == Check.Kind.DOCUMENT && code.startsWith("structure-")) {
      return VCDM + "MALFORMED_VALUE_ERROR";
    }
    return kind == Check.Kind.PROOF && severity == Severity.ERROR
        ? INTEGRITY + "PROOF_VERIFICATION_ERROR"
        : "";
  }
}
