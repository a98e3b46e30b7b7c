package org.vellum.credentials.jose;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.vellum.credentials.json.JsonRead;
import org.vellum.credentials.json.StrictJson;

/** Takes tokens apart. */
final class JwtReader {
  /** A record with a PDF inside is some megabytes; base64url makes a third more of it. */
  private static final int LONGEST = 16 * 1024 * 1024;

  private static final int LONGEST_HEADER = 16 * 1024;
  private static final StrictJson HEADERS = new StrictJson(LONGEST_HEADER, 8);
  private static final StrictJson PAYLOADS = new StrictJson(LONGEST, 100);

  private JwtReader() {}

  static JwtRead read(String compact) {
    if (compact.length() > LONGEST) {
      return unreadable("too-large", "", "longer than " + LONGEST + " characters");
    }
    Optional<CompactJws> jws = CompactJws.parse(compact);
    if (jws.isEmpty()) {
      return unreadable("not-a-compact-jws", "", "not three parts in base64url between two dots");
    }
    Found found = new Found();
    Optional<ObjectNode> header = json(HEADERS, jws.get().header(), "header:", found);
    Optional<ObjectNode> payload = json(PAYLOADS, jws.get().payload(), "payload:", found);
    if (header.isEmpty() || payload.isEmpty()) {
      return new JwtRead.Unreadable(found.list());
    }
    return new JwtRead.Decoded(decoded(jws.get(), header.get(), payload.get(), found));
  }

  private static JwtCredential decoded(
      CompactJws jws, ObjectNode header, ObjectNode payload, Found found) {
    JwtProfile profile = JwtProfile.of(header, payload);
    KeyBinding binding = Header.check(header, profile, found);
    Claims.Contents contents = Claims.check(payload, profile, found);
    return new JwtCredential(jws, header, contents, profile, binding, found.list());
  }

  private static Optional<ObjectNode> json(
      StrictJson reader, byte[] bytes, String part, Found found) {
    switch (reader.read(bytes)) {
      case JsonRead.Parsed parsed -> {
        if (!parsed.unusualEncoding().isEmpty()) {
          found.invalid("encoding", part, "not in UTF-8 (RFC 7515, section 3)");
        }
        return Optional.of(parsed.object());
      }
      case JsonRead.Faulty faulty ->
          found.invalid(faulty.code(), part + faulty.place(), faulty.message());
      case JsonRead.TooMuch much -> found.invalid(much.code(), part + much.place(), much.message());
    }
    return Optional.empty();
  }

  private static JwtRead unreadable(String code, String place, String message) {
    return new JwtRead.Unreadable(
        List.of(new JwtFinding(JwtFinding.Weight.INVALID, code, place, message)));
  }
}
