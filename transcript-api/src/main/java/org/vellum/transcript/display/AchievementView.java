package org.vellum.transcript.display;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vellum.transcript.status.Revocation;

/**
 * One achievement of a record as it is shown (Open Badges 3.0, AchievementCredential).
 *
 * @param id last part of the credential's id; empty where that is not one of ours
 * @param credentialId the credential's id
 * @param type the achievementType; may be empty
 * @param code the code by which people know the achievement; may be empty
 * @param title the achievement's name
 * @param statement its description; empty where it says the same as the title
 * @param framework title of the framework to which it is aligned; may be empty
 * @param version version of what was achieved; may be empty
 * @param address where the framework states it; empty if not on the web
 * @param achievedAt when it was achieved
 * @param credits credits earned; may be empty
 * @param explanation how it was achieved; may be empty
 * @param criteria what had to be done; may be empty
 * @param results levels reached and scores, one text each
 * @param evidence the lines of evidence
 * @param revocation its revocation, if it was revoked since it was signed
 */
public record AchievementView(
    Optional<UUID> id,
    String credentialId,
    String type,
    String code,
    String title,
    String statement,
    String framework,
    String version,
    String address,
    Optional<Instant> achievedAt,
    String credits,
    String explanation,
    String criteria,
    List<String> results,
    List<EvidenceView> evidence,
    Optional<Revocation> revocation) {

  public AchievementView {
    results = List.copyOf(results);
    evidence = List.copyOf(evidence);
  }

  static AchievementView of(JsonNode credential, Map<UUID, Revocation> revocations) {
    JsonNode subject = credential.path("credentialSubject");
    JsonNode achievement = subject.path("achievement");
    JsonNode alignment = achievement.path("alignment").path(0);
    String title = Nodes.text(achievement, "name");
    String statement = Nodes.text(achievement, "description");
    String version = Nodes.text(achievement, "version");
    Optional<UUID> id = idOf(credential);
    return new AchievementView(
        id,
        Nodes.text(credential, "id"),
        Nodes.text(achievement, "achievementType"),
        Nodes.text(achievement, "humanCode"),
        title,
        statement.equals(title) ? "" : statement,
        withoutVersion(Nodes.text(alignment, "targetFramework"), version),
        version,
        onTheWeb(Nodes.text(alignment, "targetUrl")),
        Nodes.instant(credential, "awardedDate")
            .or(() -> Nodes.instant(subject, "activityEndDate"))
            .or(() -> Nodes.instant(credential, "validFrom")),
        Nodes.text(subject, "creditsEarned"),
        Nodes.text(subject, "narrative"),
        Nodes.text(achievement.path("criteria"), "narrative"),
        Nodes.list(subject, "result", result -> Results.text(result, achievement)),
        Nodes.list(credential, "evidence", EvidenceView::of),
        id.flatMap(each -> Optional.ofNullable(revocations.get(each))));
  }

  /** Whether it is a completed course. */
  public boolean isCourse() {
    return type.equals("Course");
  }

  /** The code's part that names a domain: {@code ADP.1} of {@code ADP.1.2.a}; empty if none. */
  String domain() {
    String[] parts = code.split("\\.", 4);
    return parts.length < 3 ? "" : parts[0] + "." + parts[1];
  }

  /** Last part of the credential's id, if that is a UUID as in all of ours. */
  static Optional<UUID> idOf(JsonNode credential) {
    String id = Nodes.text(credential, "id");
    try {
      return Optional.of(UUID.fromString(id.substring(id.lastIndexOf('/') + 1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Our credentials name the framework with its version, which is shown beside the title. */
  private static String withoutVersion(String framework, String version) {
    String ending = ", version " + version;
    return framework.endsWith(ending)
        ? framework.substring(0, framework.length() - ending.length())
        : framework;
  }

  /** A link leads to the web or nowhere. */
  private static String onTheWeb(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    return lower.startsWith("https://") || lower.startsWith("http://") ? address : "";
  }
}
