package org.vellum.transcript.exporting;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.vellum.credentials.baking.Baking;
import org.vellum.credentials.baking.Kind;
import org.vellum.platform.json.Json;
import org.vellum.platform.pages.Templates;
import org.vellum.platform.usecase.Component;
import org.vellum.transcript.display.Nodes;

/**
 * Draws a badge for a signed achievement and bakes the credential into it (Open Badges 3.0, section
 * on baking), so that whoever has the picture can verify it.
 */
@Component
public class BadgePicture {
  private static final String TEMPLATE = "org/vellum/transcript/exporting/badge";

  /** How many characters a line takes that is as far from the middle of the ring as these are. */
  private static final int INSTITUTION_WIDTH = 26;

  private static final int TITLE_WIDTH = 24;
  private static final int CODE_WIDTH = 24;

  private final Templates templates;

  @Inject
  public BadgePicture(Templates templates) {
    this.templates = templates;
  }

  /**
   * What is drawn.
   *
   * @param name all of it in one sentence, for who does not see the picture
   * @param institution the issuer's name, in lines
   * @param code the code by which people know the achievement; may be empty
   * @param title the achievement's name, in lines
   * @param kind what kind of achievement it is; may be empty
   * @param awarded when it was achieved
   */
  public record Badge(
      String name,
      List<String> institution,
      String code,
      List<String> title,
      String kind,
      Optional<Instant> awarded) {}

  /**
   * The picture with the credential in it, SVG in UTF-8.
   *
   * @param credential a credential exactly as signed
   * @return empty if it is no AchievementCredential, such as a whole record
   */
  public Optional<byte[]> of(String credential) {
    JsonNode document = tree(credential);
    if (!isAchievement(document)) {
      return Optional.empty();
    }
    ClassLoader loader = Objects.requireNonNull(BadgePicture.class.getClassLoader());
    String svg = templates.fill(TEMPLATE, Map.of("badge", badge(document)), loader);
    return switch (Baking.bake(svg.getBytes(UTF_8), credential, Kind.OPEN_BADGES_3)) {
      case Baking.Baked baked -> Optional.of(baked.image());
      case Baking.Refused(var why) ->
          throw new IllegalStateException("our own picture was refused: " + why);
    };
  }

  private static Badge badge(JsonNode document) {
    JsonNode achievement = document.path("credentialSubject").path("achievement");
    String institution = XmlText.of(Nodes.text(document.path("issuer"), "name"));
    String title = XmlText.of(Nodes.text(achievement, "name"));
    String code = XmlText.of(Nodes.text(achievement, "humanCode"));
    return new Badge(
        institution + ": " + title,
        Wrapping.lines(institution, INSTITUTION_WIDTH, 2),
        Wrapping.lines(code, CODE_WIDTH, 1).stream().findFirst().orElse(""),
        Wrapping.lines(title, TITLE_WIDTH, 4),
        XmlText.of(Nodes.text(achievement, "achievementType")),
        Nodes.instant(document, "awardedDate"));
  }

  private static boolean isAchievement(JsonNode document) {
    for (JsonNode type : document.path("type")) {
      if (List.of("AchievementCredential", "OpenBadgeCredential").contains(type.asText())) {
        return true;
      }
    }
    return false;
  }

  private static JsonNode tree(String credential) {
    try {
      return Json.mapper().readTree(credential);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was signed is kept as it was", e);
    }
  }
}
