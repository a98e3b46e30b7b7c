package org.vellum.transcript.sharing;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What whoever opens a link brings along beside it.
 *
 * @param code an access code
 * @param pass what was given for the right code before
 */
public record Presented(Optional<String> code, Optional<String> pass) {
  /** No code of ours is longer; more is not looked at. */
  private static final int LONGEST = 200;

  public Presented {
    code = code.map(String::strip).filter(text -> !text.isEmpty() && text.length() <= LONGEST);
  }

  /** What was sent in a header or field, and in a cookie; null for what was not. */
  public static Presented of(@Nullable String code, @Nullable String pass) {
    return new Presented(Optional.ofNullable(code), Optional.ofNullable(pass));
  }

  /** Nothing but the link. */
  public static Presented nothing() {
    return new Presented(Optional.empty(), Optional.empty());
  }
}
