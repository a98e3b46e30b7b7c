package org.vellum.credentials.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictJsonTest {
  private final StrictJson json = new StrictJson(1_000, 64);

  private JsonRead read(String text) {
    return json.read(text.getBytes(UTF_8));
  }

  @Test
  void an_object_is_read_with_every_digit() {
    assertThat(read("{\"n\": 0.10, \"é\": \"ü\"}"))
        .isInstanceOfSatisfying(
            JsonRead.Parsed.class,
            parsed -> {
              assertThat(parsed.object().get("n").decimalValue()).isEqualTo(new BigDecimal("0.10"));
              assertThat(parsed.object().get("é").asText()).isEqualTo("ü");
              assertThat(parsed.unusualEncoding()).isEmpty();
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'{\"a\":1,\n \"a\":2}' | duplicate-member | 2:5",
        "'{\"a\":{\"b\":1,\"b\":1}}' | duplicate-member | 1:15",
        "'{\"a\":1} x' | not-json | 1:10",
        "'{\"a\":1}{}' | not-json | 1:8",
        "'{\"a\":1,}' | not-json | 1:9",
        "'{\"a\":NaN}' | not-json | 1:9",
        "'{\"a\":01}' | not-json | 1:7",
        "'{''a'':1}' | not-json | 1:3",
        "'[]' | not-an-object | 1:1",
        "'\"text\"' | not-an-object | 1:1",
        "'' | not-an-object | 1:1"
      })
  void what_readers_understand_differently_is_refused_with_its_place(
      String text, String code, String place) {
    assertThat(read(text))
        .isInstanceOfSatisfying(
            JsonRead.Faulty.class,
            faulty -> {
              assertThat(faulty.code()).isEqualTo(code);
              assertThat(faulty.place()).startsWith(place.substring(0, place.indexOf(':') + 1));
            });
  }

  @Test
  void a_mark_and_utf_16_are_read_and_said() {
    assertThat(read("\ufeff{}"))
        .isInstanceOfSatisfying(
            JsonRead.Parsed.class,
            parsed -> assertThat(parsed.unusualEncoding()).isEqualTo("UTF-8 with a mark"));
    assertThat(json.read("{\"a\":\"ü\"}".getBytes(UTF_16)))
        .isInstanceOfSatisfying(
            JsonRead.Parsed.class,
            parsed -> assertThat(parsed.object().get("a").asText()).isEqualTo("ü"));
    assertThat(json.read("{}".getBytes(UTF_16LE))).isInstanceOf(JsonRead.Parsed.class);
  }

  @Test
  void bytes_that_are_not_their_encoding_are_refused() {
    assertThat(json.read("{\"a\":\"ü\"}".getBytes(ISO_8859_1)))
        .isInstanceOfSatisfying(
            JsonRead.Faulty.class, faulty -> assertThat(faulty.code()).isEqualTo("encoding"));
    assertThat(json.read(new byte[] {(byte) 0xff, (byte) 0xfe, 0x7b}))
        .isInstanceOf(JsonRead.Faulty.class);
  }

  @Test
  void too_large_and_too_deep_are_not_called_faulty() {
    assertThat(json.read(new byte[1_001]))
        .isInstanceOfSatisfying(
            JsonRead.TooMuch.class, much -> assertThat(much.code()).isEqualTo("too-large"));
    assertThat(read("{\"a\":" + "[".repeat(100) + "]".repeat(100) + "}"))
        .isInstanceOfSatisfying(
            JsonRead.TooMuch.class, much -> assertThat(much.code()).isEqualTo("too-deep"));
    assertThat(read("{\"a\":" + "9".repeat(600) + "}")).isInstanceOf(JsonRead.TooMuch.class);
  }

  @Test
  void a_place_is_written_as_rfc_6901_says() {
    assertThat(Pointer.ROOT).hasToString("");
    assertThat(Pointer.ROOT.child("a/b").child("~").child(3)).hasToString("/a~1b/~0/3");
    assertThat(Pointer.ROOT.child("a").child(0).depth()).isEqualTo(2);
  }

  @Test
  void nulls_and_empty_arrays_are_found_where_they_are() {
    JsonRead.Parsed parsed =
        (JsonRead.Parsed) read("{\"a\":null,\"b\":[{\"c\":[]},1],\"d\":{},\"e\":\"\"}");

    assertThat(EmptyMembers.in(parsed.object())).containsExactly("/a", "/b/0/c");
  }
}
