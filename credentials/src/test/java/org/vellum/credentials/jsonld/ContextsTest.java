package org.vellum.credentials.jsonld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vellum.credentials.StandardsFiles;

class ContextsTest {

  @ParameterizedTest
  @CsvSource({
    ContextUrls.CREDENTIALS_V2 + ", contexts-cache/credentials-v2.jsonld",
    ContextUrls.OPEN_BADGES_3_0_3 + ", contexts-cache/ob-v3p0-3.0.3.json",
    ContextUrls.OPEN_BADGES_EXTENSIONS + ", contexts-cache/ob-v3p0-extensions.json",
    ContextUrls.CLR_2_0_1 + ", contexts-cache/clr-v2p0-2.0.1.json",
    ContextUrls.DATA_INTEGRITY_V2 + ", w3c-vc/data-integrity/contexts/data-integrity-v2.jsonld",
    ContextUrls.MULTIKEY_V1 + ", w3c-vc/data-integrity/contexts/multikey-v1.jsonld"
  })
  void each_table_says_exactly_what_the_published_context_says(String url, String file) {
    TermTable table = Contexts.standard().find(url).orElseThrow();

    assertThat(table.toJson()).isEqualTo(StandardsFiles.json(file).get("@context"));
  }

  @Test
  void every_known_context_is_compared_with_its_publication() {
    assertThat(Contexts.standard().all()).hasSize(6);
  }

  @Test
  void a_context_that_nobody_wrote_down_is_unknown() {
    assertThat(Contexts.standard().find("https://example.org/context")).isEmpty();
  }

  @Test
  void a_table_with_a_line_that_is_no_term_is_refused() {
    assertThatThrownBy(() -> TermTableReader.read("name https://schema.org/name"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_table_with_an_unknown_abbreviation_is_refused() {
    assertThatThrownBy(() -> TermTableReader.read("name = {schema}name"))
        .hasMessageContaining("{schema}");
  }

  @Test
  void a_table_with_a_term_twice_is_refused() {
    assertThatThrownBy(() -> TermTableReader.read("a > urn:a\na > urn:b"))
        .hasMessageContaining("twice");
  }
}
