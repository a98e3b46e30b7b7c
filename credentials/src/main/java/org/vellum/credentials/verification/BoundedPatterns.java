package org.vellum.credentials.verification;

import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;
import java.util.regex.Pattern;

/** Regular expressions of strangers, which give up when they look at a text too often. */
final class BoundedPatterns implements RegularExpressionFactory {
  private static final int MOST_LOOKS = 2_000_000;

  private int left = MOST_LOOKS;

  /** The expressions of one schema together looked too often. */
  private static final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public RegularExpression getRegularExpression(String expression) {
    Pattern pattern = Pattern.compile(expression);
    return value -> finds(pattern, value);
  }

  /** Whether some answer was not computed to its end, so that none counts. */
  boolean isExhausted() {
    return left < 0;
  }

  private boolean finds(Pattern pattern, String value) {
    try {
      return pattern.matcher(new Counted(value)).find();
    } catch (TooLong e) {
      return true;
    }
  }

  /** A text that counts how often it is looked at. */
  private final class Counted implements CharSequence {
    private final String text;

    Counted(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (--left < 0) {
        throw new TooLong();
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
