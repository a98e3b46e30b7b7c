package org.vellum.transcript.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.verification.Fetched;
import org.vellum.credentials.verification.VerificationReport;
import org.vellum.credentials.verification.Verifier;
import org.vellum.platform.json.Json;

/** What is shown of a credential that was brought, whatever it is worth. */
class StatedViewTest {
  private static final Instant AT = Instant.parse("2026-11-02T09:30:00Z");
  private static final String PIXEL =
      "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=";

  private static StatedView shown(String credential) throws Exception {
    JsonNode tree = Json.mapper().readTree(credential);
    VerificationReport report =
        new Verifier()
            .verify(
                credential.getBytes(StandardCharsets.UTF_8),
                url -> new Fetched.Unreachable("no network here"),
                AT);
    return StatedView.of(report, tree);
  }

  private static String badge(String dates, String image) {
    return """
    {
      "@context": ["https://www.w3.org/ns/credentials/v2",
                   "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
      "id": "urn:uuid:5d6c6f5a-0ad7-4c4a-8c2f-fd4b0f0f7a11",
      "type": ["VerifiableCredential", "OpenBadgeCredential"],
      "name": "Credential name",
      "issuer": {"id": "did:key:z6Mk", "type": ["Profile"], "name": "Some issuer"},
      %s,
      "credentialSubject": {
        "type": ["AchievementSubject"],
        "achievement": {
          "id": "urn:uuid:5d6c6f5a-0ad7-4c4a-8c2f-fd4b0f0f7a12",
          "type": ["Achievement"],
          "name": "Asks answerable questions",
          "description": "Turns a decision into a question that data can answer.",
          "criteria": {"narrative": "Two briefs at Proficient."},
          "image": %s
        }
      }
    }\
    """
        .formatted(dates, image);
  }

  @Test
  void a_badge_shows_its_name_description_criteria_dates_and_picture() throws Exception {
    StatedView shown =
        shown(
            badge(
                "\"validFrom\": \"2026-01-02T00:00:00Z\", \"validUntil\": \"2027-01-02T00:00:00Z\"",
                "{\"id\": \"" + PIXEL + "\", \"type\": \"Image\"}"));
    assertThat(shown.name()).isEqualTo("Asks answerable questions");
    assertThat(shown.description()).startsWith("Turns a decision");
    assertThat(shown.criteria()).isEqualTo("Two briefs at Proficient.");
    assertThat(shown.issuedAt()).contains(Instant.parse("2026-01-02T00:00:00Z"));
    assertThat(shown.until()).contains(Instant.parse("2027-01-02T00:00:00Z"));
    assertThat(shown.image()).isEqualTo(PIXEL);
    assertThat(shown.standing()).isEmpty();
    assertThat(shown.isEmpty()).isFalse();
  }

  @Test
  void an_expired_one_of_the_older_data_model_says_that_it_expired() throws Exception {
    StatedView shown =
        shown(
            badge(
                "\"issuanceDate\": \"2024-01-02T00:00:00\","
                    + " \"expirationDate\": \"2025-01-02T00:00:00Z\"",
                "\"" + PIXEL + "\""));
    assertThat(shown.standing()).contains("Expired");
    assertThat(shown.stands()).isFalse();
    assertThat(shown.issuedAt()).contains(Instant.parse("2024-01-02T00:00:00Z"));
    assertThat(shown.image()).isEqualTo(PIXEL);
  }

  @Test
  void a_picture_elsewhere_or_of_another_kind_is_not_shown() throws Exception {
    for (String image :
        new String[] {
          "\"https://tracker.example/pixel.png\"",
          "\"data:text/html;base64,PHNjcmlwdD4=\"",
          "\"data:image/png;base64,AAAA\\\" onerror=\\\"alert(1)\"",
          "17",
          "[\"" + PIXEL + "\"]"
        }) {
      assertThat(shown(badge("\"validFrom\": \"2026-01-02T00:00:00Z\"", image)).image())
          .as(image)
          .isEmpty();
    }
  }

  @Test
  void a_document_that_says_nothing_shows_nothing() throws Exception {
    assertThat(shown("{}").isEmpty()).isTrue();
  }
}
