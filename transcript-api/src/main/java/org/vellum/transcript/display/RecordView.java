package org.vellum.transcript.display;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vellum.platform.json.Json;
import org.vellum.transcript.status.Revocation;

/**
 * A signed record as it is shown (CLR 2.0, ClrCredential).
 *
 * @param credentialId the record's id
 * @param name the record's name
 * @param issuer the issuer's name
 * @param learner the learner's name; empty where it is not told
 * @param issuedAt from when the record holds
 * @param partial whether it holds only what the learner chose
 * @param courses the courses completed
 * @param frameworks the competencies attained, by framework
 * @param others achievements of other kinds
 * @param revocation the record's revocation, if it was revoked since it was signed
 */
public record RecordView(
    String credentialId,
    String name,
    String issuer,
    String learner,
    Optional<Instant> issuedAt,
    boolean partial,
    List<AchievementView> courses,
    List<FrameworkView> frameworks,
    List<AchievementView> others,
    Optional<Revocation> revocation) {

  public RecordView {
    courses = List.copyOf(courses);
    frameworks = List.copyOf(frameworks);
    others = List.copyOf(others);
  }

  static RecordView of(
      JsonNode record,
      String learner,
      List<AchievementView> achievements,
      Optional<Revocation> revocation) {
    JsonNode issuer = record.path("issuer");
    return new RecordView(
        Nodes.text(record, "id"),
        Nodes.text(record, "name"),
        issuer.isTextual() ? issuer.asText() : Nodes.text(issuer, "name"),
        learner,
        Nodes.instant(record, "validFrom"),
        record.path("partial").asBoolean(false),
        achievements.stream().filter(AchievementView::isCourse).toList(),
        byFramework(achievements),
        achievements.stream().filter(each -> !each.isCourse() && isOther(each)).toList(),
        revocation);
  }

  /** The identifiers of the credentials in a signed record, and of the record itself. */
  static List<UUID> idsIn(JsonNode record) {
    return Stream.concat(Stream.of(record), credentialsIn(record).stream())
        .flatMap(credential -> AchievementView.idOf(credential).stream())
        .toList();
  }

  static List<JsonNode> credentialsIn(JsonNode record) {
    return Nodes.list(record.path("credentialSubject"), "verifiableCredential", each -> each);
  }

  static JsonNode parsed(String credential) {
    try {
      return Json.mapper().readTree(credential);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was signed is JSON", e);
    }
  }

  /** All achievements, in the order in which they are shown. */
  public List<AchievementView> achievements() {
    Stream<AchievementView> competencies =
        frameworks.stream()
            .flatMap(framework -> framework.domains().stream())
            .flatMap(domain -> domain.achievements().stream());
    return Stream.of(courses.stream(), competencies, others.stream())
        .flatMap(each -> each)
        .toList();
  }

  /** How many competencies. */
  public int competencies() {
    return frameworks.stream().mapToInt(FrameworkView::count).sum();
  }

  /** How many of the achievements were revoked since they were signed. */
  public long revoked() {
    return achievements().stream().filter(each -> each.revocation().isPresent()).count();
  }

  /** A framework at one version: another version may state other things under the same code. */
  private record Edition(String title, String version) {
    static Edition of(AchievementView achievement) {
      return new Edition(achievement.framework(), achievement.version());
    }
  }

  private static boolean isOther(AchievementView achievement) {
    return achievement.framework().isEmpty() && !achievement.type().equals("Competency");
  }

  private static List<FrameworkView> byFramework(List<AchievementView> achievements) {
    Map<Edition, List<AchievementView>> byEdition =
        achievements.stream()
            .filter(each -> !each.isCourse() && !isOther(each))
            .collect(Collectors.groupingBy(Edition::of, LinkedHashMap::new, Collectors.toList()));
    return byEdition.entrySet().stream()
        .map(each ->
            FrameworkView.of(each.getKey().title(), each.getKey().version(), each.getValue()))
        .toList();
  }
}
