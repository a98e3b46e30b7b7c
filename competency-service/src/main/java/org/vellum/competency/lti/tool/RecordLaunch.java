package org.vellum.competency.lti.tool;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vellum.competency.lti.Lti;
import org.vellum.competency.lti.LtiTool;
import org.vellum.platform.jose.Claims;
import org.vellum.platform.usecase.UseCase;

/** Takes in a launch whose message holds: keeps the course from which it came, and its services. */
@UseCase
public class RecordLaunch {
  private static final int LONGEST = 255;

  private final Logins logins;
  private final Courses courses;
  private final Clock clock;

  @Inject
  public RecordLaunch(Logins logins, Courses courses, Clock clock) {
    this.logins = logins;
    this.courses = courses;
    this.clock = clock;
  }

  /** What became of it. */
  public sealed interface Result {
    /**
     * It is taken in.
     *
     * @param course what people call the course, if it came from one
     * @param teaches whether who comes teaches there, or keeps the platform
     * @param readable whether the platform lets us read the course's gradebook
     */
    record Taken(Optional<String> course, boolean teaches, boolean readable) implements Result {}

    /** The message was used before, or its nonce is another than that of the login. */
    record Replayed() implements Result {}
  }

  /** Takes it in. */
  public Result record(String state, LtiPlatform platform, Claims claims) {
    if (!logins.take(state, claims.text("nonce").orElse(""), clock.instant())) {
      return new Result.Replayed();
    }
    JsonNode context = claims.json().path(Lti.CLAIM + "context");
    String id = context.path("id").asText();
    if (id.isEmpty() || id.length() > LONGEST) {
      return new Result.Taken(Optional.empty(), teaches(claims), false);
    }
    JsonNode endpoint = claims.json().path(Lti.ENDPOINT);
    Optional<String> lineItems = address(endpoint.path("lineitems"));
    Courses.Launched launched =
        new Courses.Launched(
            platform.id(),
            claims.text(Lti.CLAIM + "deployment_id").orElseThrow(),
            id,
            title(context, id),
            lineItems,
            address(claims.json().path(Lti.NAMES_AND_ROLES).path("context_memberships_url")),
            scopes(endpoint));
    courses.launched(launched, clock.instant());
    return new Result.Taken(Optional.of(launched.title()), teaches(claims), lineItems.isPresent());
  }

  private static String title(JsonNode context, String id) {
    String title = context.path("title").asText(context.path("label").asText(id));
    String named = title.isBlank() ? id : title;
    return named.length() > LONGEST ? named.substring(0, LONGEST) : named;
  }

  private static Optional<String> address(JsonNode node) {
    return Optional.of(node.asText()).filter(LtiTool::isAddress);
  }

  private static List<String> scopes(JsonNode endpoint) {
    List<String> scopes = new ArrayList<>();
    endpoint
        .path("scope")
        .forEach(scope -> {
          if (scope.asText().startsWith(Lti.AGS_SCOPE) && scopes.size() < 10) {
            scopes.add(scope.asText());
          }
        });
    return scopes;
  }

  private static boolean teaches(Claims claims) {
    for (JsonNode role : claims.json().path(Lti.CLAIM + "roles")) {
      if (role.asText().endsWith("#Instructor")
          || role.asText().endsWith("#Administrator")
          || role.asText().equals("Instructor")) {
        return true;
      }
    }
    return false;
  }
}
