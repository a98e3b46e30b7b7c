package org.vellum.credentials.openbadges2;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.credentials.StandardsFiles;
import org.vellum.credentials.openbadges2.BadgeObjects.Answer;

/** Open Badges 2.0, HostedBadge Verification. */
class HostedAssertionTest {
  private final Campus campus = new Campus();

  @Test
  void what_the_issuer_hosts_is_sound() {
    CheckedAssertion checked = campus.check(Campus.assertion());

    assertThat(checked.findings()).isEmpty();
    assertThat(checked.isSound()).isTrue();
    assertThat(checked.issuer()).isEqualTo(Campus.ISSUER);
    assertThat(Campus.assertion(checked).at("/badge/issuer/name").asText()).isEqualTo("University");
  }

  @Test
  void a_copy_may_embed_what_is_linked_and_say_less() {
    ObjectNode copy = Campus.assertion();
    ObjectNode badge = Campus.badge();
    badge.set("issuer", Campus.issuer());
    copy.set("badge", badge);
    copy.set("evidence", copy.path("evidence").get(0));
    copy.remove("expires");
    copy.set("verify", copy.remove("verification"));

    assertThat(Campus.words(campus.check(copy))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/recipient/identity, eve@example.org",
    "/issuedOn, 2020-01-01T00:00:00Z",
    "/narrative, With distinction",
    "/badge/name, Doctor",
    "/badge/issuer/name, Another university",
    "/evidence/0/name, Nobel lecture"
  })
  void a_copy_that_claims_more_is_refused_at_the_place(String place, String claim) {
    ObjectNode copy = Campus.assertion();
    ObjectNode badge = Campus.badge();
    badge.set("issuer", Campus.issuer());
    copy.set("badge", badge);
    int last = place.lastIndexOf('/');
    ((ObjectNode) copy.at(place.substring(0, last))).put(place.substring(last + 1), claim);

    assertThat(Campus.words(campus.check(copy))).containsExactly("INVALID differs " + place);
  }

  @Test
  void a_forged_badge_inside_the_hosted_assertion_does_not_stand_for_the_issuers() {
    ObjectNode forged = Campus.badge().put("name", "Doctor");
    ObjectNode assertion = Campus.assertion();
    assertion.set("badge", forged);
    campus.host(assertion);

    assertThat(Campus.words(campus.check(assertion))).contains("INVALID differs /badge/name");
  }

  @Test
  void a_badge_that_a_stranger_hosts_is_not_of_the_issuer() {
    String evil = "https://evil.example/a";
    ObjectNode assertion = Campus.assertion().put("id", evil);
    campus.host(assertion);

    assertThat(Campus.words(campus.check(assertion))).containsExactly("INVALID scope /id");
  }

  @Test
  void a_profile_that_a_stranger_embeds_is_not_believed() {
    ObjectNode issuer = Campus.issuer();
    issuer.putObject("verification").putArray("allowedOrigins").add("evil.example");
    ObjectNode badge = Campus.badge().put("id", "urn:uuid:1");
    badge.set("issuer", issuer);
    ObjectNode assertion = Campus.assertion().put("id", "https://evil.example/a");
    assertion.set("badge", badge);
    campus.host(assertion);

    assertThat(Campus.words(campus.check(assertion))).contains("INVALID scope /id");
  }

  @ParameterizedTest
  @CsvSource({
    "https://badges.example/u/, '', https://badges.example/u/1, true",
    "https://badges.example/u/, '', https://badges.example/v/1, false",
    "'', badges.example, https://badges.example/1, true",
    "'', BADGES.example, https://badges.example:8443/1, true",
    "'', https://badges.example, https://badges.example/1, true",
    "'', https://badges.example, https://badges.example:8443/1, false",
    "'', badges.example, https://badges.example.evil.example/1, false",
    "'', badges.example, https://evil.example/badges.example, false",
    "https://badges.example/u/, other.example, https://badges.example/u/1, false"
  })
  void an_issuer_says_where_its_assertions_are(
      String startsWith, String origin, String id, boolean fits) {
    ObjectNode issuer = Campus.issuer();
    ObjectNode verification = issuer.putObject("verification");
    if (!startsWith.isEmpty()) {
      verification.put("startsWith", startsWith);
    }
    if (!origin.isEmpty()) {
      verification.putArray("allowedOrigins").add("elsewhere.example").add(origin);
    }
    ObjectNode assertion = Campus.assertion().put("id", id);
    campus.host(issuer).host(assertion);

    assertThat(campus.check(assertion).isSound()).isEqualTo(fits);
  }

  @Test
  void another_property_than_the_id_cannot_be_checked() {
    ObjectNode issuer = Campus.issuer();
    issuer.putObject("verification").put("verificationProperty", "url");

    assertThat(Campus.words(campus.host(issuer).check(Campus.assertion())))
        .containsExactly(
            "UNCHECKED verification-property /badge/issuer/verification/verificationProperty");
  }

  @Test
  void what_is_gone_or_says_that_it_is_revoked_is_revoked() {
    assertThat(
            Campus.words(
                campus.answer(Campus.ASSERTION, new Answer.Gone()).check(Campus.assertion())))
        .containsExactly("INVALID revoked ");
    ObjectNode bare =
        StandardsFiles.parse("{\"id\":\"" + Campus.ASSERTION + "\",\"revoked\":true}");
    assertThat(Campus.words(campus.host(bare).check(Campus.assertion())))
        .containsExactly("INVALID revoked /revoked");
  }

  @ParameterizedTest
  @ValueSource(strings = {Campus.ASSERTION, Campus.BADGE, Campus.ISSUER})
  void what_is_not_to_be_had_could_not_be_checked(String id) {
    CheckedAssertion checked =
        campus.answer(id, new Answer.NotFound("it is down")).check(Campus.assertion());

    assertThat(checked.gravest()).contains(AssertionFinding.Weight.UNCHECKED);
    assertThat(checked.isSound()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "<html>", "{\"id\":1,\"id\":2}", "\u0000"})
  void a_page_that_is_no_object_could_not_be_checked(String page) {
    campus.answer(Campus.ASSERTION, new Answer.Found(page.getBytes(UTF_8)));

    assertThat(Campus.words(campus.check(Campus.assertion())))
        .containsExactly("UNCHECKED not-json ");
  }

  @Test
  void an_object_that_says_it_is_another_is_refused() {
    campus.answer(
        Campus.ISSUER,
        new Answer.Found(
            Campus.issuer().put("id", "https://else.example").toString().getBytes(UTF_8)));

    assertThat(Campus.words(campus.check(Campus.assertion())))
        .contains("INVALID other-id /badge/issuer");
  }

  @Test
  void an_assertion_with_no_address_could_not_be_checked() {
    assertThat(Campus.words(campus.check(Campus.assertion().put("id", "urn:uuid:1"))))
        .containsExactly("UNCHECKED not-hosted ");
  }

  @Test
  void one_that_says_it_is_signed_and_is_not_is_refused() {
    ObjectNode copy = Campus.assertion();
    copy.putObject("verification").put("type", "SignedBadge");

    assertThat(AssertionCheck.isSigned(copy)).isTrue();
    assertThat(Campus.words(campus.check(copy))).contains("INVALID unsigned /verification");
  }

  @Test
  void its_dates_are_looked_at() {
    assertThat(date("expires", "2026-05-01T12:00:00Z")).containsExactly("INVALID expired /expires");
    assertThat(date("expires", "soon")).containsExactly("UNCHECKED date /expires");
    assertThat(date("issuedOn", "2026-05-02T12:00:00Z"))
        .containsExactly("INVALID not-yet-valid /issuedOn");
    assertThat(date("issuedOn", "1400000000")).isEmpty();
  }

  private List<String> date(String name, String value) {
    ObjectNode assertion = Campus.assertion().put(name, value);
    return Campus.words(campus.host(assertion).check(assertion));
  }

  @Test
  void what_the_standard_demands_is_told_where_it_is_missing() {
    ObjectNode assertion = Campus.assertion();
    assertion.remove("recipient");
    ObjectNode badge = Campus.badge();
    badge.remove("image");
    ObjectNode issuer = Campus.issuer();
    issuer.remove("email");
    campus.host(assertion).host(badge).host(issuer);

    assertThat(Campus.words(campus.check(assertion)))
        .containsExactly(
            "INVALID missing /recipient",
            "BREACH missing /badge/image",
            "BREACH missing /badge/issuer/email");
  }

  @Test
  void an_assertion_is_told_from_a_verifiable_credential() {
    assertThat(AssertionCheck.isAssertion(Campus.assertion())).isTrue();
    assertThat(AssertionCheck.isAssertion(Campus.badge())).isFalse();
    assertThat(
            AssertionCheck.isAssertion(
                StandardsFiles.parse("{\"type\":\"Assertion\",\"credentialSubject\":{}}")))
        .isFalse();
  }
}
