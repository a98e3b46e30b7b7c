package org.vellum.platform.persistence;

import java.sql.Types;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jspecify.annotations.Nullable;
import org.vellum.platform.problem.Problem;

/**
 * Text on its way to the database. PostgreSQL has no NUL, and the driver would write a question
 * mark for half of a surrogate pair: who sent either is told so, wherever it stood, instead of
 * getting an error of ours or back something else than was sent.
 */
public final class StorableText extends AbstractArgumentFactory<String> {
  StorableText() {
    super(Types.VARCHAR);
  }

  @Override
  protected Argument build(String value, ConfigRegistry config) {
    checked(value);
    return (position, statement, context) -> statement.setString(position, value);
  }

  /** Whether the database keeps a text as it is: it holds neither NUL nor half a surrogate pair. */
  public static boolean isStorable(String text) {
    // Asked of every text that is written, hence no stream.
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (each == 0) {
        return false;
      }
      if (Character.isSurrogate(each)) {
        if (Character.isLowSurrogate(each)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  /**
   * The same text, or none.
   *
   * @throws org.vellum.platform.problem.ProblemException if it cannot be kept as it is
   */
  static @Nullable String checked(@Nullable String text) {
    if (text != null && !isStorable(text)) {
      throw Problem.of(
              422,
              "Text refused",
              "A text holds the character NUL or half of a surrogate pair, which cannot be kept.")
          .exception();
    }
    return text;
  }
}
