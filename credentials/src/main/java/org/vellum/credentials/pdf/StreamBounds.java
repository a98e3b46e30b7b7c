package org.vellum.credentials.pdf;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.vellum.credentials.verification.Finding;
import org.vellum.credentials.verification.Severity;

/**
 * Looks over a PDF before a parser opens it, as the parser unfolds streams into memory without a
 * bound: each is inflated here and thrown away, and what would be too much, or is folded in a way
 * that this cannot follow, is not opened.
 */
final class StreamBounds {
  private static final int LARGEST_FILE = 32 * 1024 * 1024;
  private static final long MOST_INFLATED = 256L * 1024 * 1024;
  private static final int MOST_STREAMS = 200_000;
  private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END = "end".getBytes(StandardCharsets.US_ASCII);

  /** Names may be written with escapes (ISO 32000-2, section 7.3.5). */
  private static final Pattern ESCAPE = Pattern.compile("#([0-9A-Fa-f]{2})");

  private static final Pattern FILTER = Pattern.compile(name("Filter"));
  private static final Pattern COLUMNS = Pattern.compile(name("Columns"));
  private static final int FAR_ENOUGH = 200;

  /** Any but those that unfold a byte into hundreds without being counted here. */
  private static final String BOUNDED =
      "/(?!(?:LZWDecode|LZW|RunLengthDecode|RL)[\\s/>\\]])[A-Za-z0-9.]+\\s*";

  private static final Pattern ONE_FILTER =
      Pattern.compile("\\s*(" + BOUNDED + "[/>]|\\[\\s*" + BOUNDED + "\\])");
  private static final Pattern USUAL_WIDTH = Pattern.compile("\\s*\\d{1,5}\\s*[/>]");

  private final byte[] pdf;
  private final byte[] buffer = new byte[16 * 1024];
  private final Inflater inflater = new Inflater(true);
  private long left = MOST_INFLATED;

  private StreamBounds(byte[] pdf) {
    this.pdf = pdf;
  }

  /** Why the PDF is not opened; nothing if it may be. */
  static Optional<Finding> refusal(byte[] pdf) {
    if (pdf.length > LARGEST_FILE) {
      return refused("too-large", "the PDF is larger than 32 MiB");
    }
    StreamBounds bounds = new StreamBounds(pdf);
    try {
      return bounds.unfollowed().or(bounds::unbounded);
    } finally {
      bounds.inflater.end();
    }
  }

  /** No dictionary may name a filter but one whose outcome is bounded here, and only one. */
  private Optional<Finding> unfollowed() {
    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    return isFollowed(text, FILTER, ONE_FILTER) && isFollowed(text, COLUMNS, USUAL_WIDTH)
        ? Optional.empty()
        : refused("unfollowed-stream", "a stream is compressed in a way that is not followed here");
  }

  private static boolean isFollowed(String text, Pattern name, Pattern value) {
    Matcher matcher = name.matcher(text);
    while (matcher.find()) {
      int end = Math.min(text.length(), matcher.end() + FAR_ENOUGH);
      if (!value.matcher(unescaped(text.substring(matcher.end(), end))).lookingAt()) {
        return false;
      }
    }
    return true;
  }

  private Optional<Finding> unbounded() {
    int streams = 0;
    for (int at = next(0); at >= 0; at = next(at + STREAM.length)) {
      if (!startsWith(END, at - END.length)) {
        inflate(content(at + STREAM.length));
        streams++;
      }
      if (left <= 0 || streams > MOST_STREAMS) {
        return refused("too-large", "its streams unfold to more than 256 MiB, or are too many");
      }
    }
    return Optional.empty();
  }

  private static String name(String name) {
    StringBuilder pattern = new StringBuilder("/");
    name.chars()
        .forEach(
            each -> pattern.append(String.format(Locale.ROOT, "(?:%c|#%x|#%X)", each, each, each)));
    return pattern.append("(?![A-Za-z#])").toString();
  }

  private static String unescaped(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(escape -> {
          char written = (char) Integer.parseInt(escape.group(1), 16);
          return Matcher.quoteReplacement(String.valueOf(written));
        });
  }

  private int content(int after) {
    int at = after;
    while (at < pdf.length && pdf[at] == ' ') {
      at++;
    }
    if (at < pdf.length && pdf[at] == '\r') {
      at++;
    }
    return at < pdf.length && pdf[at] == '\n' ? at + 1 : at;
  }

  /** As the parser does, which takes no notice of the two bytes of the header (RFC 1950). */
  private void inflate(int from) {
    int start = Math.min(pdf.length, from + 2);
    inflater.reset();
    inflater.setInput(pdf, start, pdf.length - start);
    try {
      int count = inflater.inflate(buffer);
      while (count > 0 && left > 0) {
        left -= count;
        count = inflater.inflate(buffer);
      }
    } catch (DataFormatException e) {
      // Not deflated, or broken off: there is no more of it than was counted.
    }
  }

  private int next(int from) {
    for (int at = from; at <= pdf.length - STREAM.length; at++) {
      if (pdf[at] == 's' && startsWith(STREAM, at)) {
        return at;
      }
    }
    return -1;
  }

  private boolean startsWith(byte[] word, int at) {
    if (at < 0 || at + word.length > pdf.length) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      if (pdf[at + i] != word[i]) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Finding> refused(String code, String message) {
    return Optional.of(new Finding(Severity.COULD_NOT_BE_CHECKED, code, "", message, ""));
  }
}
