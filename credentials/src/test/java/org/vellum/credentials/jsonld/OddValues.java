package org.vellum.credentials.jsonld;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Values and names on which implementations have disagreed, or might. */
final class OddValues {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final List<String> TEXTS =
      List.of(
          "plain",
          "",
          " ",
          "quote \" back \\ line\n tab\t return\r \b\f \u0001 \u001f \u007f \u0080 \u009f",
          "é \u2028 \ufffe \uffff \ud83c\udf93 \udbff\udfff",
          "lone \ud83d half",
          "\udc00",
          "<tag> & 'apostrophe' {braces} | ^ `",
          "en",
          "2026-05-01T08:00:00Z");

  private static final List<String> NAMES =
      List.of(
          "https://other.example/a?b=c#d",
          "https://university.example/achievements/1",
          "urn:uuid:6f0f7a3a-7ec7-4f3c-9c0a-6a2f5a1e0b11",
          "did:web:university.example#key",
          "relative/path",
          "../up",
          "#here",
          "_:b0",
          "_:",
          "Achievement",
          "AchievementCredential",
          "OpenBadgeCredential",
          "Profile",
          "type",
          "id",
          "@id",
          "@type",
          "@none",
          "@json",
          "@something",
          "assertionMethod",
          "https://schema.org/name",
          "https://www.w3.org/2018/credentials#VerifiableCredential",
          "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
          "xsd:thing",
          "obi:thing",
          "obi://thing",
          "cred:credentialSubject",
          "schema:name",
          "a:b",
          "a:",
          ":a",
          "http:",
          "http://",
          "http:///path",
          "http://?q",
          "http://[::1]/",
          "http://host:port/",
          "http://a@b@c/",
          "https://example.org/a b",
          "https://example.org/%zz",
          "https://example.org/%41",
          "https://example.org/é",
          "https://example.org/\ud83c\udf93",
          "https://example.org/a#b#c",
          "https://example.org/[x]",
          "https://example.org/a/../b/./c",
          "https://EXAMPLE.org:443",
          "HTTPS://example.org/",
          "tel:+1-816-555-1212",
          "mailto:a@b.example",
          "data:,x",
          "data:text/plain;base64,AAAA==",
          "urn:x:a?+b?=c#d",
          "x:?q",
          "x:#f",
          "x:/",
          "x-y.z+1:abc",
          "1x:abc",
          "urn:\u0000");

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "0.0",
          "-0.0",
          "3",
          "-3",
          "3.0",
          "3e0",
          "30e-1",
          "0.1",
          "-0.25",
          "2.50",
          "123456.789",
          "1e-6",
          "9.99e-7",
          "1e-7",
          "1.5e-6",
          "0.000001",
          "1e15",
          "1e20",
          "1e21",
          "1e22",
          "9007199254740991",
          "9007199254740992",
          "-9007199254740991",
          "123456789012345.6",
          "12345678901234.5",
          "0.123456789012345",
          "0.1234567890123456",
          "1e300",
          "1e-300",
          "100",
          "1e2",
          "1.0e2",
          "4503599627370496.5",
          "0.30000000000000004");

  private OddValues() {}

  /** Every value, as often as its kind deserves. */
  static List<JsonNode> all() {
    List<JsonNode> values = new ArrayList<>();
    Stream.concat(TEXTS.stream(), NAMES.stream()).map(JSON::textNode).forEach(values::add);
    NUMBERS.stream().map(BigDecimal::new).map(JSON::numberNode).forEach(values::add);
    NUMBERS.stream().map(Double::valueOf).map(JSON::numberNode).forEach(values::add);
    for (long whole : new long[] {0, 7, -1, 1L << 52, 1L << 53, Long.MIN_VALUE, Long.MAX_VALUE}) {
      values.add(JSON.numberNode(whole));
    }
    values.add(JSON.numberNode(42));
    values.add(JSON.numberNode(BigInteger.TWO.pow(70)));
    values.add(JSON.numberNode(Double.NaN));
    values.add(JSON.numberNode(1.5f));
    for (int i = 0; i < 4; i++) {
      values.add(JSON.booleanNode(i % 2 == 0));
      values.add(JSON.nullNode());
      values.add(JSON.arrayNode());
      values.add(JSON.objectNode());
    }
    values.add(JSON.objectNode().put("@value", "Wert").put("@language", "de"));
    values.add(JSON.objectNode().put("@value", "x").put("@language", "not a language"));
    values.add(JSON.objectNode().put("@value", 3).put("@type", "xsd:decimal"));
    values.add(JSON.objectNode().put("@value", "x").put("@direction", "rtl"));
    values.add(JSON.objectNode().put("@value", true));
    values.add(JSON.objectNode().set("@list", JSON.arrayNode().add("a").add("a")));
    values.add(JSON.objectNode().set("@set", JSON.arrayNode().add("a")));
    values.add(JSON.objectNode().set("@graph", JSON.arrayNode()));
    values.add(JSON.objectNode().put("id", "https://university.example/only-named"));
    values.add(JSON.objectNode().put("@id", "https://university.example/only-named"));
    values.add(JSON.objectNode().put("type", "Profile"));
    values.add(JSON.objectNode().put("id", "relative"));
    values.add(JSON.arrayNode().add(JSON.arrayNode().add("nested")));
    return values;
  }

  /** Texts that may stand where names do. */
  static List<String> names() {
    return NAMES;
  }
}
