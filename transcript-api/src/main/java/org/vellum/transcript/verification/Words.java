package org.vellum.transcript.verification;

import java.util.Locale;
import org.vellum.credentials.verification.Check;
import org.vellum.credentials.verification.Verdict;

/** The names by which verdicts and checks are told. */
final class Words {
  private Words() {}

  /** As JSON tells it: {@code valid}, {@code invalid}, {@code could-not-be-checked}. */
  static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Class of the style sheet. */
  static String style(Verdict verdict) {
    return verdict == Verdict.COULD_NOT_BE_CHECKED ? "unchecked" : name(verdict);
  }

  static String title(Verdict verdict) {
    return switch (verdict) {
      case VALID -> "Valid";
      case INVALID -> "Invalid";
      case COULD_NOT_BE_CHECKED -> "Could not be checked";
    };
  }

  /** A sign beside the words, so that colour is not needed to tell them apart. */
  static String sign(Verdict verdict) {
    return switch (verdict) {
      case VALID -> "✓";
      case INVALID -> "✕";
      case COULD_NOT_BE_CHECKED -> "?";
    };
  }

  static String title(Check.Kind kind) {
    return switch (kind) {
      case DOCUMENT -> "Document";
      case SCHEMA -> "Schemas";
      case CONTEXT -> "Vocabulary";
      case ISSUER -> "Issuer";
      case PROOF -> "Signature";
      case VALIDITY -> "Dates";
      case STATUS -> "Status";
      case REFRESH -> "Refresh";
      case CREDENTIALS -> "Credentials inside";
      case ENDORSEMENTS -> "Endorsements";
      case EVIDENCE -> "Evidence";
    };
  }

  static String question(Check.Kind kind) {
    return switch (kind) {
      case DOCUMENT -> "Is it well formed and complete?";
      case SCHEMA -> "Does it follow the schemas that it names?";
      case CONTEXT -> "Are its words known here?";
      case ISSUER -> "Does the key that signed belong to the issuer that is named?";
      case PROOF -> "Is it, to the last character, what was signed?";
      case VALIDITY -> "Does it hold today?";
      case STATUS -> "Did its issuer revoke it?";
      case REFRESH -> "Does its issuer offer a newer one?";
      case CREDENTIALS -> "Do the credentials inside it hold?";
      case ENDORSEMENTS -> "Who else speaks for it?";
      case EVIDENCE -> "Is what it points to as it was when it was signed?";
    };
  }
}
