package org.vellum.credentials.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.credentials.Examples;
import org.vellum.credentials.StandardsFiles;
import org.vellum.credentials.jsonld.Canonical;
import org.vellum.credentials.jsonld.Refusal;
import org.vellum.credentials.key.IssuerKey;

class JcsTest {

  @Test
  void members_stand_in_the_order_of_utf_16() {
    assertThat(written("{\"\\ufb33\":1,\"\\ud83d\\ude00\":2,\"\\u20ac\":3,\"1\":4,\"\\r\":5}"))
        .isEqualTo("{\"\\r\":5,\"1\":4,\"\u20ac\":3,\"\ud83d\ude00\":2,\"\ufb33\":1}");
  }

  @Test
  void texts_are_escaped_only_where_they_must_be() {
    assertThat(written("{\"a\":\"\\u000f\\n\\\"\\\\\\/\\u007f\u2028\\u00e9\"}"))
        .isEqualTo("{\"a\":\"\\u000f\\n\\\"\\\\/\u007f\u2028\u00e9\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "1.0, 1",
    "-0, 0",
    "-0.0, 0",
    "4.50, 4.5",
    "2e-3, 0.002",
    "1E15, 1000000000000000",
    "0.000001, 0.000001",
    "9007199254740991, 9007199254740991",
    "0.1, 0.1",
    "100, 100"
  })
  void numbers_are_written_as_ecmascript_writes_them(String number, String expected) {
    assertThat(written("{\"n\":" + number + "}")).isEqualTo("{\"n\":" + expected + "}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"9007199254740993", "1e400", "1e-7", "\"\\ud800\""})
  void what_readers_read_in_different_ways_is_refused(String value) {
    Canonical canonical = Jcs.canonicalize(StandardsFiles.parse("{\"a\":[" + value + "]}"));

    assertThat(canonical).isInstanceOf(Canonical.Refused.class);
    assertThat(((Canonical.Refused) canonical).refusals())
        .extracting(Refusal::place)
        .containsExactly("/a/0");
  }

  @Test
  void more_digits_than_a_double_keeps_are_refused() {
    ObjectNode document = StandardsFiles.parse("{}");
    document.put("n", new BigDecimal("0.12345678901234567890"));

    assertThat(Jcs.canonicalize(document)).isInstanceOf(Canonical.Refused.class);
  }

  @Test
  void nesting_past_the_limit_is_refused() {
    String deep = "{\"a\":" + "[".repeat(100) + "]".repeat(100) + "}";

    assertThat(Jcs.canonicalize(StandardsFiles.parse(deep))).isInstanceOf(Canonical.Refused.class);
  }

  @Test
  void a_context_that_was_added_after_signing_is_not_covered() {
    IssuerKey key = IssuerKey.generate(Examples.DID);
    EddsaJcs2022 suite = new EddsaJcs2022();
    ObjectNode signed = suite.sign(Examples.badge(1).build().toJson(), key, Examples.NOW);
    ObjectNode proof = (ObjectNode) signed.get("proof");
    signed.withArray("@context").add("https://evil.example/redefines");

    assertThat(suite.verify(signed, proof, key.publicKey()))
        .isInstanceOf(ProofResult.NotCanonical.class);
    proof.remove("@context");
    assertThat(suite.verify(signed, proof, key.publicKey())).isEqualTo(new ProofResult.Forged());
  }

  private static String written(String json) {
    return new String(
        ((Canonical.Form) Jcs.canonicalize(StandardsFiles.parse(json))).nquads(), UTF_8);
  }
}
