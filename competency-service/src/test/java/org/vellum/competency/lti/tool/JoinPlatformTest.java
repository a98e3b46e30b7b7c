package org.vellum.competency.lti.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.lti.LtiFixture;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

/** Vellum registers itself at a platform (LTI Dynamic Registration 1.0, as the tool). */
class JoinPlatformTest {
  private static final String CONFIGURATION = SimulatedPlatform.ADDRESS + "/configuration";

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("platform", "competency")
          .keeping("platform.signing_key");

  private final LtiFixture lti = new LtiFixture(database);
  private final SimulatedPlatform platform = started();

  private static SimulatedPlatform started() {
    try {
      return new SimulatedPlatform();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @BeforeEach
  void a_platform_that_takes_registrations() {
    lti.found();
    lti.assembly.with(platform.client());
    platform.says("/configuration", configuration(SimulatedPlatform.ADDRESS));
    platform.says(
        "/register",
        """
        {"client_id": "given-1",
         "https://purl.imsglobal.org/spec/lti-tool-configuration": {"deployment_id": "d-1"}}
        """);
  }

  @AfterEach
  void stopped() {
    platform.close();
  }

  private static String configuration(String issuer) {
    return """
    {"issuer": "%1$s", "authorization_endpoint": "%2$s/auth", "token_endpoint": "%2$s/token",
     "jwks_uri": "%2$s/keys", "registration_endpoint": "%2$s/register",
     "https://purl.imsglobal.org/spec/lti-platform-configuration":
       {"product_family_code": "moodle"}}
    """
        .formatted(issuer, SimulatedPlatform.ADDRESS);
  }

  private JoinPlatform.Result join() {
    return lti.assembly
        .get(JoinPlatform.class)
        .join(CONFIGURATION, Optional.of("registration-token"), "registrar");
  }

  @Test
  void the_platform_is_registered_with_the_client_and_deployment_that_it_gave() {
    assertThat(join()).isEqualTo(new JoinPlatform.Result.Joined("lms.example (moodle)", true));
    LtiPlatforms platforms = lti.assembly.get(LtiPlatforms.class);
    assertThat(platforms.list())
        .singleElement()
        .satisfies(joined -> {
          assertThat(joined.issuer()).isEqualTo(SimulatedPlatform.ADDRESS);
          assertThat(joined.clientId()).isEqualTo("given-1");
          assertThat(joined.keysUri()).isEqualTo(SimulatedPlatform.ADDRESS + "/keys");
          assertThat(platforms.isDeployed(joined.id(), "d-1")).isTrue();
        });
    assertThat(platform.tokens.get("/register")).startsWith("Bearer registration-token ");
    String sent = platform.requests.getLast().substring("POST /register ".length());
    JsonNode request = LtiFixture.object(sent);
    assertThat(request.path("initiate_login_uri").textValue())
        .isEqualTo("http://localhost:9080/competency/lti/tool/login");
    assertThat(request.path("redirect_uris").path(0).textValue())
        .isEqualTo("http://localhost:9080/competency/lti/tool/launch");
    assertThat(request.path("jwks_uri").textValue()).isEqualTo("http://localhost:9080/oauth/keys");
    assertThat(request.path("scope").textValue())
        .contains("lineitem.readonly", "result.readonly", "contextmembership.readonly");
  }

  @Test
  void an_issuer_at_another_server_than_its_description_is_not_believed() {
    platform.says("/configuration", configuration("https://canvas.example"));
    assertThat(join()).isInstanceOf(JoinPlatform.Result.Failed.class);
    assertThat(platform.requests).as("nothing is sent to it").hasSize(1);
  }

  @Test
  void what_the_platform_refuses_or_leaves_out_is_told_in_words() {
    platform.says("/register", 403, "{}", "");
    assertThat(join())
        .isEqualTo(
            new JoinPlatform.Result.Failed(
                "The platform did not register us: it answered with status 403."));
    platform.says("/register", "{}");
    assertThat(join())
        .isEqualTo(new JoinPlatform.Result.Failed("A client ID has 1 to 500 characters."));
    assertThat(lti.assembly.get(LtiPlatforms.class).list()).isEmpty();
  }
}
