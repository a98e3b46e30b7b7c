package org.vellum.search.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.vellum.platform.security.KeyedHash;

/**
 * Where a page of results ended. It is handed out with a code over itself, the query and the
 * employer (HMAC-SHA256, RFC 2104), so that it goes on with that search of that employer and with
 * nothing else.
 *
 * @param search identifies the search over all of its pages
 * @param asOf the day by which recency is reckoned, the same on all pages
 * @param score score of the last person
 * @param profile the last person
 * @param shown how many were shown so far
 */
record PageCursor(UUID search, LocalDate asOf, long score, UUID profile, int shown) {
  private static final int CODE_BYTES = 16;
  private static final int LONGEST = 400;
  private static final int PARTS = 5;

  static PageCursor of(UUID search, LocalDate asOf, Candidate last, int shown) {
    return new PageCursor(search, asOf, last.score(), last.profile(), shown);
  }

  /** The last person, where the index put them. */
  Candidate place() {
    return new Candidate(profile, score);
  }

  /** The cursor as a text. */
  String text(String secret, String binding) {
    String plain = "%s|%s|%d|%s|%d".formatted(search, asOf, score, profile, shown);
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    return encoder.encodeToString(plain.getBytes(UTF_8))
        + "."
        + encoder.encodeToString(code(secret, plain, binding));
  }

  /** The cursor that a text is, if it was handed out with this binding. */
  static Optional<PageCursor> parse(String text, String secret, String binding) {
    int dot = text.indexOf('.');
    if (dot < 0 || text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text.substring(0, dot)), UTF_8);
      byte[] code = Base64.getUrlDecoder().decode(text.substring(dot + 1));
      if (!MessageDigest.isEqual(code, code(secret, plain, binding))) {
        return Optional.empty();
      }
      String[] parts = plain.split("\\|", PARTS);
      return Optional.of(
          new PageCursor(
              UUID.fromString(parts[0]),
              LocalDate.parse(parts[1]),
              Long.parseLong(parts[2]),
              UUID.fromString(parts[3]),
              Integer.parseInt(parts[4])));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static byte[] code(String secret, String plain, String binding) {
    byte[] code = KeyedHash.of("search-cursor:" + secret, plain + "\n" + binding);
    return Arrays.copyOf(code, CODE_BYTES);
  }
}
