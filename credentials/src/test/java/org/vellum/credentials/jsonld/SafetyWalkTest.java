package org.vellum.credentials.jsonld;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.credentials.Examples;
import org.vellum.credentials.jsonld.Refusal.Reason;

/** What a JSON-LD processor would lose in silence is refused beforehand. */
class SafetyWalkTest {
  private final Canonicalizer canonicalizer = new Canonicalizer();
  private final ObjectNode badge = Examples.badge(1).build().toJson();
  private final ObjectNode subject = (ObjectNode) badge.get("credentialSubject");
  private final ObjectNode achievement = (ObjectNode) subject.get("achievement");

  private List<Refusal> refusals(ObjectNode document) {
    return switch (canonicalizer.canonicalize(document)) {
      case Canonical.Form form -> List.of();
      case Canonical.Refused refused -> refused.refusals();
    };
  }

  private void assertUnsigned(String code, String place) {
    assertThat(refusals(badge))
        .extracting(Refusal::reason, Refusal::code, Refusal::place)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Reason.UNSIGNED_DATA, code, place));
  }

  private void assertNotSupported(String code, String place) {
    assertThat(refusals(badge))
        .extracting(Refusal::reason, Refusal::code, Refusal::place)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Reason.NOT_SUPPORTED, code, place));
  }

  @Test
  void a_badge_with_everything_is_safe() {
    assertThat(refusals(badge)).isEmpty();
  }

  @Test
  void a_record_around_badges_is_safe() {
    ObjectNode record = Examples.record(List.of(badge)).build().toJson();

    assertThat(refusals(record)).isEmpty();
  }

  @Test
  void evidence_with_a_relative_address_is_refused() {
    ((ObjectNode) badge.at("/evidence/0")).put("id", "forged.pdf");

    assertUnsigned("relative-iri", "/evidence/0/id");
  }

  @Test
  void an_undefined_type_of_the_subject_is_refused() {
    ((ArrayNode) subject.get("type")).add("Valedictorian");

    assertUnsigned("undefined-type", "/credentialSubject/type/1");
  }

  @Test
  void an_undefined_member_is_refused() {
    badge.put("honours", "first class");

    assertUnsigned("undefined-term", "/honours");
  }

  @Test
  void a_term_of_another_type_is_undefined_here() {
    achievement.put("encodedList", "uABC");

    assertUnsigned("undefined-term", "/credentialSubject/achievement/encodedList");
  }

  @Test
  void a_term_that_a_type_brings_does_not_hold_for_the_objects_inside() {
    // humanCode belongs to Achievement and not to the Criteria inside it.
    ((ObjectNode) achievement.get("criteria")).put("humanCode", "X");

    assertUnsigned("undefined-term", "/credentialSubject/achievement/criteria/humanCode");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "forged.pdf",
        "https://university.example/a b",
        "https://university.example/<script>",
        "_:b0",
        "#here",
        "../up",
        "https://university.example/\u0000"
      })
  void an_id_that_is_no_absolute_iri_is_refused(String id) {
    achievement.put("id", id);

    assertUnsigned("relative-iri", "/credentialSubject/achievement/id");
  }

  @Test
  void a_reference_that_is_no_absolute_iri_is_refused() {
    badge.put("issuer", "university.example");

    assertUnsigned("relative-iri", "/issuer");
  }

  @Test
  void a_type_that_is_a_relative_reference_is_refused() {
    ((ArrayNode) badge.get("type")).add("#Diploma");

    assertUnsigned("undefined-type", "/type/2");
  }

  @Test
  void an_absolute_type_is_signed() {
    ((ArrayNode) badge.get("type")).add("https://university.example/types#Diploma");

    assertThat(refusals(badge)).isEmpty();
  }

  @Test
  void the_direction_of_a_text_is_refused() {
    badge.putObject("name").put("@value", "Name").put("@direction", "rtl");

    assertUnsigned("direction", "/name/@direction");
  }

  @Test
  void a_text_with_its_language_is_signed() {
    badge.putObject("name").put("@value", "Name").put("@language", "en-GB");

    assertThat(refusals(badge)).isEmpty();
  }

  @Test
  void a_language_that_is_none_is_refused() {
    badge.putObject("name").put("@value", "Name").put("@language", "not a language");

    assertUnsigned("language", "/name/@language");
  }

  @Test
  void half_of_a_surrogate_pair_is_refused() {
    badge.put("name", "Name \ud83d");

    assertUnsigned("lone-surrogate", "/name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"9007199254740992", "-9007199254740993", "1e300", "0.0000009", "1e-7"})
  void a_number_that_implementations_write_differently_is_refused(String number) {
    subject.put("creditsEarned", new BigDecimal(number));

    assertNotSupported("unsafe-number", "/credentialSubject/creditsEarned");
  }

  @Test
  void a_number_with_more_digits_than_a_double_keeps_is_refused() {
    subject.put("creditsEarned", new BigDecimal("0.1234567890123456789"));

    assertNotSupported("unsafe-number", "/credentialSubject/creditsEarned");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.0", "1.5", "-3", "0.000001", "9007199254740991"})
  void an_ordinary_number_is_signed(String number) {
    subject.put("creditsEarned", new BigDecimal(number));

    assertThat(refusals(badge)).isEmpty();
  }

  @Test
  void a_whole_number_of_53_bits_is_signed_and_one_more_is_not() {
    subject.put("creditsEarned", BigInteger.TWO.pow(53).subtract(BigInteger.ONE));
    assertThat(refusals(badge)).isEmpty();

    subject.put("creditsEarned", BigInteger.TWO.pow(53));
    assertNotSupported("unsafe-number", "/credentialSubject/creditsEarned");
  }

  @Test
  void an_unknown_context_cannot_be_checked() {
    ((ArrayNode) badge.get("@context")).add("https://example.org/context");

    assertNotSupported("unknown-context", "/@context/2");
  }

  @Test
  void a_context_written_into_the_document_cannot_be_checked() {
    ((ArrayNode) badge.get("@context")).addObject().put("honours", "https://example.org/honours");

    assertNotSupported("inline-context", "/@context/2");
  }

  @Test
  void a_context_hidden_deep_inside_is_seen() {
    achievement.putObject("@context").put("name", "https://example.org/other");

    assertNotSupported("inline-context", "/credentialSubject/achievement/@context");
  }

  @ParameterizedTest
  @ValueSource(strings = {"@graph", "@reverse", "@included", "@nest", "@index", "@unheardOf"})
  void keywords_beyond_the_subset_are_not_processed(String keyword) {
    achievement.putObject(keyword);

    assertNotSupported("unsupported-keyword", "/credentialSubject/achievement/" + keyword);
  }

  @Test
  void arrays_inside_arrays_are_not_processed() {
    achievement.putArray("tag").addArray().add("x");

    assertNotSupported("nested-array", "/credentialSubject/achievement/tag/0");
  }

  @Test
  void nesting_beyond_the_limit_is_refused() {
    ObjectNode at = achievement;
    for (int i = 0; i < 100; i++) {
      at = at.putObject("creator").put("id", "urn:x:" + i);
      at.putArray("type").add("Achievement");
    }

    assertThat(refusals(badge)).extracting(Refusal::code).containsExactly("too-deep");
  }

  @Test
  void more_values_than_the_limit_are_refused() {
    Canonicalizer small = new Canonicalizer(new Limits(64, 10, 1_000));

    assertThat(small.canonicalize(badge))
        .isInstanceOfSatisfying(
            Canonical.Refused.class,
            refused ->
                assertThat(refused.refusals())
                    .extracting(Refusal::code)
                    .containsExactly("too-large"));
  }

  @Test
  void the_faults_of_a_document_are_found_together() {
    badge.put("honours", "first class");
    badge.put("rank", "1");
    ((ObjectNode) badge.at("/evidence/0")).put("id", "forged.pdf");

    assertThat(refusals(badge))
        .extracting(Refusal::place)
        .containsExactlyInAnyOrder("/honours", "/rank", "/evidence/0/id");
  }

  @Test
  void a_document_full_of_faults_gets_only_a_handful_of_findings() {
    for (int i = 0; i < 1_000; i++) {
      badge.put("undefined" + i, i);
    }

    assertThat(refusals(badge)).hasSize(20);
  }

  @Test
  void a_protected_term_cannot_be_given_another_meaning() {
    Contexts contexts =
        Contexts.standard().with("https://example.org/c", "name = https://example.org/other");
    ((ArrayNode) badge.get("@context")).add("https://example.org/c");

    assertThat(new Canonicalizer(contexts, Limits.DEFAULT).canonicalize(badge))
        .isInstanceOfSatisfying(
            Canonical.Refused.class,
            refused ->
                assertThat(refused.refusals())
                    .extracting(Refusal::code)
                    .containsExactly("json-ld"));
  }

  @Test
  void a_document_without_a_context_has_no_meaning() {
    badge.remove("@context");

    assertThat(refusals(badge)).isNotEmpty().allMatch(r -> r.reason() == Reason.UNSIGNED_DATA);
  }
}
