package org.vellum.competency.framework.caseservice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagTest {
  private final Tag tag = new Tag("1.2-ab");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"1.2-ab\"",
        "W/\"1.2-ab\"",
        "\"1.2-ab-gzip\"",
        "\"other\", W/\"1.2-ab\"",
        "\"with, comma\" ,\"1.2-ab\"",
        "*",
        " * "
      })
  void a_client_that_names_the_state_has_it(String header) {
    assertThat(tag.knownAs(List.of(header))).isPresent();
    assertThat(tag.knownAs(List.of("\"x\"", header))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1.2-ab",
        "\"1.2-a\"",
        "\"1.2-ab",
        "\"x-gzip\"",
        "\"a\" \"1.2-ab\"",
        "w/\"x\""
      })
  void a_client_that_names_another_has_not(String header) {
    assertThat(tag.knownAs(List.of(header))).isEmpty();
  }

  @Test
  void compressed_bytes_have_a_strong_tag_of_their_own() {
    assertThat(tag.strong(true)).isEqualTo("\"1.2-ab-gzip\"");
    assertThat(tag.strong(false)).isEqualTo("\"1.2-ab\"");
    assertThat(tag.weak()).isEqualTo("W/\"1.2-ab\"");
    assertThat(tag.knownAs(List.of("\"1.2-ab-gzip\""))).contains("1.2-ab-gzip");
  }

  @Test
  void a_tag_of_content_changes_with_the_content() {
    assertThat(Tag.ofContent("a".getBytes(UTF_8))).isEqualTo(Tag.ofContent("a".getBytes(UTF_8)));
    assertThat(Tag.ofContent("a".getBytes(UTF_8))).isNotEqualTo(Tag.ofContent("b".getBytes(UTF_8)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip | GZIP",
        "gzip, deflate, br | GZIP",
        "br;q=1.0, GZIP;q=0.5 | GZIP",
        "x-gzip | GZIP",
        "* | GZIP",
        "gzip;q=0 | IDENTITY",
        "gzip; q=0.000 | IDENTITY",
        "*, gzip;q=0 | IDENTITY",
        "*;q=0 | IDENTITY",
        "br | IDENTITY",
        "'' | IDENTITY"
      })
  void bytes_are_compressed_for_a_client_that_takes_them_so(String header, Coding coding) {
    assertThat(Coding.accepted(List.of(header))).isEqualTo(coding);
  }

  @Test
  void a_client_that_says_nothing_of_it_gets_the_bytes_as_they_are() {
    assertThat(Coding.accepted(List.of())).isEqualTo(Coding.IDENTITY);
  }
}
