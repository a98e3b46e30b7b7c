package org.vellum.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class IndexConfigurationTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private static IndexConfiguration at(String urls, String apiKey) {
    return new IndexConfiguration(urls, apiKey, "", "vellum-people", 1, 1, TIMEOUT);
  }

  @Test
  void without_addresses_the_database_is_the_index() {
    assertThat(IndexConfiguration.DATABASE.outside()).isFalse();
    assertThat(at(" , ", "").outside()).isFalse();
    assertThat(at("https://one:9200, https://two:9200", "key").nodes())
        .containsExactly(URI.create("https://one:9200"), URI.create("https://two:9200"));
  }

  @Test
  void a_key_is_not_sent_in_the_open_and_not_printed() {
    assertThatThrownBy(() -> at("https://one:9200,http://two:9200", "key"))
        .hasMessageContaining("vellum.search.elasticsearch-api-key");
    assertThat(at("https://one:9200", "sesame")).asString().doesNotContain("sesame");
  }

  @Test
  void what_cannot_be_is_refused_by_the_name_of_its_key() {
    assertThatThrownBy(() -> at("ftp://one", "")).hasMessageContaining("elasticsearch-urls");
    assertThatThrownBy(() -> new IndexConfiguration("", "", "", "*", 1, 1, TIMEOUT))
        .hasMessageContaining("elasticsearch-index");
    assertThatThrownBy(() -> new IndexConfiguration("", "", "", "people", 0, 1, TIMEOUT))
        .hasMessageContaining("elasticsearch-shards");
    assertThatThrownBy(() -> new IndexConfiguration("", "", "", "people", 1, 1, Duration.ZERO))
        .hasMessageContaining("elasticsearch-timeout");
  }
}
