package org.vellum.credentials.jsonld;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vellum.credentials.Examples;

class CanonicalizerTest {
  private final Canonicalizer canonicalizer = new Canonicalizer();

  private String canonical(ObjectNode document) {
    Canonical canonical = canonicalizer.canonicalize(document);
    assertThat(canonical).isInstanceOf(Canonical.Form.class);
    return new String(((Canonical.Form) canonical).nquads(), UTF_8);
  }

  /** As JSON-LD 1.1 API, section 8.2.2, steps 10 and 11, write them. */
  @ParameterizedTest
  @CsvSource({
    "3, 3",
    "3.0, 3",
    "3e0, 3",
    "0, 0",
    "0.0, 0",
    "-0.0, 0",
    "1.5, 1.5E0",
    "15e-1, 1.5E0",
    "-0.25, -2.5E-1",
    "123456.789, 1.23456789E5",
    "9007199254740991, 9007199254740991"
  })
  void numbers_are_written_as_every_implementation_writes_them(String json, String lexical) {
    ObjectNode badge = Examples.badge(1).build().toJson();
    badge.withObject("/credentialSubject").put("creditsEarned", new BigDecimal(json));

    assertThat(canonical(badge))
        .contains("#creditsEarned> \"" + lexical + "\"^^<https://www.w3.org/2001/XMLSchema#float>");
  }

  @Test
  void the_datatype_of_an_association_is_the_literal_one_of_the_published_context() {
    ObjectNode badge = Examples.badge(1).build().toJson();

    assertThat(canonical(Examples.record(List.of(badge)).build().toJson()))
        .contains("#sourceId> \"https://university.example/achievements/1\"^^<xsd:anyURI>")
        .contains("#partial> \"false\"^^<xsd:boolean>");
  }

  @Test
  void the_datatype_of_the_awarded_date_is_the_literal_one_of_the_published_context() {
    assertThat(canonical(Examples.badge(1).build().toJson()))
        .contains("#awardedDate> \"2026-05-01T08:00:00Z\"^^<xsd:dateTime>");
  }

  @Test
  void the_order_of_members_makes_no_difference() {
    ObjectNode badge = Examples.badge(1).build().toJson();
    ObjectNode reversed = badge.objectNode();
    badge.propertyStream().toList().reversed().forEach(m -> reversed.set(m.getKey(), m.getValue()));

    assertThat(canonical(reversed)).isEqualTo(canonical(badge));
  }

  @Test
  void the_order_of_allowed_values_makes_a_difference() {
    ObjectNode badge = Examples.badge(1).build().toJson();
    ObjectNode turned = badge.deepCopy();
    turned
        .withObject("/credentialSubject/achievement/resultDescription/1")
        .putArray("allowedValue")
        .add("100")
        .add("50")
        .add("0");

    assertThat(canonical(turned)).isNotEqualTo(canonical(badge));
  }

  @Test
  void the_same_badge_twice_in_a_record_has_a_canonical_form() {
    ObjectNode badge = new Examples().signedBadge(1);
    ObjectNode record = Examples.record(List.of(badge, badge.deepCopy())).build().toJson();

    assertThat(canonical(record)).contains("_:c14n");
  }

  @Test
  void look_alikes_full_of_look_alikes_are_given_up() {
    ObjectNode badge = Examples.badge(1).build().toJson();
    ArrayNode descriptions =
        badge.withObject("/credentialSubject/achievement").putArray("resultDescription");
    for (int i = 0; i < 2; i++) {
      ObjectNode description = descriptions.addObject().put("type", "ResultDescription");
      ArrayNode levels = description.putArray("rubricCriterionLevel");
      for (int j = 0; j < 12; j++) {
        levels.addObject().put("type", "RubricCriterionLevel").put("name", "Same");
      }
    }

    Canonical canonical = new Canonicalizer(new Limits(64, 10_000, 20_000)).canonicalize(badge);

    assertThat(canonical)
        .isInstanceOfSatisfying(
            Canonical.Refused.class,
            refused ->
                assertThat(refused.refusals())
                    .extracting(Refusal::code)
                    .containsExactly("work-limit"));
  }
}
