package org.vellum.credentials.jsonld;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.credentials.Examples;

/** What stands in a graph of its own must say something there, or no signature covers it. */
class GraphContainersTest {
  private static final String ID = "https://university.example/credentials/7";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Canonicalizer canonicalizer = new Canonicalizer();
  private final ObjectNode badge = Examples.badge(1).build().toJson();
  private final ObjectNode presentation =
      JSON.objectNode()
          .put("@context", "https://www.w3.org/ns/credentials/v2")
          .put("type", "VerifiablePresentation");

  private static Stream<JsonNode> names() {
    return Stream.of(
        JSON.textNode(ID),
        JSON.numberNode(7),
        JSON.booleanNode(true),
        JSON.objectNode().put("id", ID),
        JSON.objectNode().put("@id", ID),
        JSON.objectNode(),
        JSON.objectNode().put("@value", ID),
        JSON.objectNode().put("@context", "https://www.w3.org/ns/credentials/v2").put("id", ID));
  }

  private void assertUnsigned(ObjectNode document, String place) {
    assertThat(canonicalizer.canonicalize(document))
        .isInstanceOfSatisfying(
            Canonical.Refused.class,
            refused ->
                assertThat(refused.refusals())
                    .anySatisfy(refusal -> {
                      assertThat(refusal.code()).isEqualTo("empty-graph");
                      assertThat(refusal.reason()).isEqualTo(Refusal.Reason.UNSIGNED_DATA);
                      assertThat(refusal.place()).isEqualTo(place);
                    }));
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_credential_that_is_only_named_in_a_presentation_is_refused(JsonNode named) {
    presentation.putArray("verifiableCredential").add(badge).add(named);

    assertUnsigned(presentation, "/verifiableCredential/1");
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_proof_that_is_only_named_is_refused(JsonNode named) {
    badge.set("proof", named);

    assertUnsigned(badge, "/proof");
  }

  /** A processor skips whatever is said of these, and in a graph nobody refers to them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://university.example/[x]",
        "https://university.example/%zz",
        "https://university.example/a#b#c",
        "https://",
        "urn:x:#a#b"
      })
  void a_credential_under_a_name_that_processors_skip_is_refused(String id) {
    badge.put("id", id);
    presentation.putArray("verifiableCredential").add(badge);

    assertThat(canonicalizer.canonicalize(presentation))
        .isInstanceOfSatisfying(
            Canonical.Refused.class,
            refused ->
                assertThat(refused.refusals())
                    .extracting(Refusal::place)
                    .containsExactly("/verifiableCredential/0/id"));
  }

  @Test
  void a_credential_with_a_type_says_something() {
    ObjectNode envelope =
        JSON.objectNode()
            .put("@context", "https://www.w3.org/ns/credentials/v2")
            .put("id", "data:application/vc+jwt,e30.e30.e30")
            .put("type", "EnvelopedVerifiableCredential");
    presentation.putArray("verifiableCredential").add(envelope);

    assertThat(canonicalizer.canonicalize(presentation)).isInstanceOf(Canonical.Form.class);
  }
}
