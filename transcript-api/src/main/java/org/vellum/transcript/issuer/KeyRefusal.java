package org.vellum.transcript.issuer;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.vellum.platform.problem.Problem;

/**
 * Why a key was not marked as compromised, for the form and for programs.
 *
 * @param field the field of the form that is to be corrected
 * @param problem the same for a program
 */
record KeyRefusal(String field, Problem problem) {
  static final KeyRefusal NOT_CONFIRMED =
      refusal("confirmed", 422, "Not confirmed", "Confirm that what the key signed since is void.");
  static final KeyRefusal NO_TIME =
      refusal("since", 422, "Bad time", "Give the day and the time in UTC, as 2026-05-04T10:15.");
  private static final KeyRefusal UNKNOWN =
      refusal("key", 404, "Unknown key", "This issuer has no such key: choose one of the list.");
  private static final KeyRefusal BAD_REASON =
      refusal("reason", 422, "Bad reason", "Give a reason of 1 to 500 characters.");
  private static final KeyRefusal IN_FUTURE =
      refusal(
          "since",
          422,
          "In the future",
          "A key is marked since an instant that is past. To end one from now on, replace it.");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH);

  /** The sentence for people. */
  public String message() {
    return problem.detail();
  }

  /** Why nothing came of it; empty if the key was marked. */
  static Optional<KeyRefusal> of(CompromiseKey.Result result) {
    return switch (result) {
      case CompromiseKey.Result.Compromised done -> Optional.empty();
      case CompromiseKey.Result.UnknownKey unknown -> Optional.of(UNKNOWN);
      case CompromiseKey.Result.InFuture future -> Optional.of(IN_FUTURE);
      case CompromiseKey.Result.BadReason bad -> Optional.of(BAD_REASON);
      case CompromiseKey.Result.AlreadyCompromised(Instant since) ->
          Optional.of(
              refusal(
                  "since",
                  409,
                  "Already compromised",
                  "The key is marked since %s already: only an earlier instant can take its place."
                      .formatted(TIME.format(since.atZone(ZoneOffset.UTC)))));
    };
  }

  private static KeyRefusal refusal(String field, int status, String title, String detail) {
    return new KeyRefusal(field, Problem.of(status, title, detail));
  }
}
