package org.vellum.credentials.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.credentials.Examples;
import org.vellum.credentials.StandardsFiles;

/** Whatever is brought, the verifier answers and does not fall over. */
class HostileTest {
  private final Examples university = new Examples();
  private final Verifier verifier = new Verifier();

  private VerificationReport verify(byte[] document) {
    VerificationReport report = verifier.verify(document, university.documents(), Examples.NOW);
    assertThat(report.checks()).extracting(Check::kind).containsExactly(Check.Kind.values());
    assertThat(report.checks().getFirst().findings())
        .extracting(Finding::code)
        .doesNotContain("failed");
    return report;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{",
        "<html></html>",
        "{\"@context\":5,\"type\":{},\"proof\":[1,null,{}]}",
        "{\"proof\":{\"type\":\"DataIntegrityProof\",\"cryptosuite\":\"eddsa-rdfc-2022\"}}",
        "{\"type\":\"ClrCredential\",\"credentialSubject\":[1,{\"verifiableCredential\":[1,{}]}]}",
        "{\"credentialStatus\":[1,\"x\",{\"type\":\"BitstringStatusListEntry\"}]}",
        "{\"a\":1e999999999}"
      })
  void what_is_no_credential_is_never_valid(String text) {
    assertThat(verify(text.getBytes(UTF_8)).verdict()).isNotEqualTo(Verdict.VALID);
  }

  @Test
  void size_and_depth_are_bounded_before_anything_else() {
    assertThat(verify(new byte[10_000_001]).checks().getFirst().findings())
        .extracting(Finding::code)
        .containsExactly("too-large");
    String deep = "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000);
    assertThat(verify(deep.getBytes(UTF_8)).checks().getFirst().findings())
        .extracting(Finding::code)
        .containsExactly("too-deep");
  }

  @Test
  void two_credentials_of_one_id_in_a_record_are_found_and_one_twice_is_not() {
    ObjectNode first = university.signedBadge(1);
    ObjectNode other = university.sign(Examples.badge(1).build().toJson().put("name", "Another"));
    ObjectNode twice = Examples.record(List.of(first, first.deepCopy())).build().toJson();
    ObjectNode mixed = Examples.record(List.of(first, other)).build().toJson();

    assertThat(verify(Examples.bytes(university.sign(twice))).verdict()).isEqualTo(Verdict.VALID);
    VerificationReport report = verify(Examples.bytes(university.sign(mixed)));
    assertThat(report.check(Check.Kind.DOCUMENT).findings())
        .extracting(Finding::code, Finding::place)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "id-reused", "/credentialSubject/verifiableCredential/1"));
  }

  @Test
  void any_value_in_any_place_gets_an_answer_that_is_not_valid() {
    List<String> values = List.of("null", "1", "\"x\"", "[]", "{}", "true", "[[{}]]", "\"_:b\"");
    ObjectNode badge = university.signedBadge(1);
    List<JsonPointer> places = new ArrayList<>();
    collect(badge, JsonPointer.empty(), places);
    Random random = new Random(41);
    for (int round = 0; round < 120; round++) {
      JsonPointer place = places.get(random.nextInt(places.size()));
      String value = values.get(random.nextInt(values.size()));
      ObjectNode changed = badge.deepCopy();
      replace(changed, place, StandardsFiles.parse("{\"v\":" + value + "}").get("v"));

      assertThat(verify(Examples.bytes(changed)).verdict())
          .as("%s at %s", value, place)
          .isNotEqualTo(Verdict.VALID);
    }
  }

  private static void collect(JsonNode node, JsonPointer at, List<JsonPointer> places) {
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      JsonPointer place = at.appendProperty(member.getKey());
      places.add(place);
      collect(member.getValue(), place, places);
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      places.add(at.appendIndex(i));
      collect(node.get(i), at.appendIndex(i), places);
    }
  }

  private static void replace(ObjectNode root, JsonPointer place, JsonNode value) {
    JsonNode holder = root.at(place.head());
    if (holder instanceof ArrayNode array) {
      array.set(place.last().getMatchingIndex(), value);
    } else {
      ((ObjectNode) holder).set(place.last().getMatchingProperty(), value);
    }
  }
}
