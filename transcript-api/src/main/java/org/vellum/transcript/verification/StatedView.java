package org.vellum.transcript.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vellum.credentials.verification.Check;
import org.vellum.credentials.verification.Verdict;
import org.vellum.credentials.verification.VerificationReport;
import org.vellum.transcript.display.Nodes;

/**
 * What a credential says by its own word, as whoever looks at it wants to read it before the
 * checks: Open Badges 3.0 conformance, section Displayer, names what must be seen.
 *
 * @param name the achievement's or the record's name; may be empty
 * @param description what the achievement is; may be empty
 * @param image the achievement's picture as a {@code data:} address; empty if it has none of its
 *     own, because a picture that is elsewhere is not fetched: it would tell its server who looks
 * @param criteria what had to be done; may be empty
 * @param issuedAt from when it holds
 * @param until when it ends to hold
 * @param standing whether it expired or was revoked, as far as that could be told; one word or
 *     short sentence each, the first for the eye
 * @param stands whether it neither expired nor was revoked, and that is known
 */
public record StatedView(
    String name,
    String description,
    String image,
    String criteria,
    Optional<Instant> issuedAt,
    Optional<Instant> until,
    List<String> standing,
    boolean stands) {
  private static final int LONGEST = 4_000;
  private static final int LARGEST_IMAGE = 3_000_000;
  private static final Pattern PICTURE =
      Pattern.compile("data:image/(?:png|jpeg|gif|webp|svg\\+xml);base64,[A-Za-z0-9+/]+={0,2}");

  public StatedView {
    standing = List.copyOf(standing);
  }

  static StatedView of(VerificationReport report, JsonNode credential) {
    JsonNode achievement = credential.at("/credentialSubject/achievement");
    List<String> standing = standing(report);
    return new StatedView(
        first(Nodes.text(achievement, "name"), Nodes.text(credential, "name")),
        first(Nodes.text(achievement, "description"), Nodes.text(credential, "description")),
        image(achievement, credential),
        brief(Nodes.text(achievement.path("criteria"), "narrative")),
        time(credential, "validFrom", "issuanceDate"),
        time(credential, "validUntil", "expirationDate"),
        standing,
        report.check(Check.Kind.VALIDITY).verdict() == Verdict.VALID
            && report.check(Check.Kind.STATUS).verdict() == Verdict.VALID);
  }

  /** Whether there is anything to show. */
  public boolean isEmpty() {
    return name.isEmpty() && description.isEmpty() && issuedAt.isEmpty();
  }

  private static List<String> standing(VerificationReport report) {
    return Stream.of(Check.Kind.STATUS, Check.Kind.VALIDITY)
        .map(report::check)
        .flatMap(check ->
            check.findings().isEmpty() && check.verdict() == Verdict.COULD_NOT_BE_CHECKED
                ? Stream.of(unknown(check.kind()))
                : check.findings().stream().map(finding -> word(finding.code(), check)))
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }

  private static String word(String code, Check check) {
    return switch (code) {
      case "revoked" -> "Revoked";
      case "suspended" -> "Suspended";
      case "expired" -> "Expired";
      case "not-yet-valid" -> "Not valid yet";
      default -> check.verdict() == Verdict.COULD_NOT_BE_CHECKED ? unknown(check.kind()) : "";
    };
  }

  private static String unknown(Check.Kind kind) {
    return kind == Check.Kind.STATUS
        ? "Whether it was revoked could not be checked"
        : "Whether it still holds could not be checked";
  }

  /** Its own picture: of the achievement, else of the credential (Open Badges 3.0, Image). */
  private static String image(JsonNode achievement, JsonNode credential) {
    return Stream.of(achievement, credential)
        .map(each -> each.path("image"))
        .map(image -> image.isObject() ? image.path("id").asText("") : image.asText(""))
        .filter(address -> address.length() <= LARGEST_IMAGE)
        .filter(address -> PICTURE.matcher(address).matches())
        .findFirst()
        .orElse("");
  }

  /** A time under the name of VC 2.0, else under that of VC 1.1. */
  private static Optional<Instant> time(JsonNode credential, String member, String formerly) {
    return Nodes.instant(credential, member).or(() -> Nodes.instant(credential, formerly));
  }

  private static String first(String preferred, String other) {
    return brief(preferred.isEmpty() ? other : preferred);
  }

  private static String brief(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
