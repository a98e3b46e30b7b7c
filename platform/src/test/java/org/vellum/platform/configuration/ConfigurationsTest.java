package org.vellum.platform.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.Converter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.platform.Fake;

class ConfigurationsTest {
  private static final String SECRET = "s".repeat(32);
  private static final Map<Class<?>, Converter<?>> CONVERTERS =
      Map.of(int.class, Integer::valueOf, URI.class, URI::create, Duration.class, Duration::parse);

  private final Map<String, String> set =
      new HashMap<>(Map.of("vellum.platform.audit-secret", SECRET));

  @Test
  void what_is_not_set_has_its_default() {
    assertThat(read())
        .isEqualTo(
            new PlatformConfiguration(
                URI.create("http://localhost:9080"),
                "Vellum demonstration",
                SECRET,
                Duration.ofHours(1),
                64 << 20));
  }

  @Test
  void what_is_set_is_read() {
    set.put("vellum.platform.base-url", "HTTPS://Records.Example.EDU/");
    set.put("vellum.platform.institution-name", "Example University");
    set.put("vellum.platform.token-lifetime", "PT5M");
    set.put("vellum.platform.maximum-upload", "1000");
    PlatformConfiguration read = read();
    assertThat(read.baseUrl()).hasToString("https://records.example.edu");
    assertThat(read.isSecure()).isTrue();
    assertThat(read.address("/verify")).hasToString("https://records.example.edu/verify");
    assertThat(read.institutionName()).isEqualTo("Example University");
    assertThat(read.tokenLifetime()).isEqualTo(Duration.ofMinutes(5));
    assertThat(read.maximumUpload()).isEqualTo(1_000);
  }

  @Test
  void a_missing_value_is_named_with_its_meaning() {
    set.clear();
    assertThatThrownBy(this::read)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("Set vellum.platform.audit-secret: Secret of at least 32");
  }

  @ParameterizedTest
  @CsvSource({
    "maximum-upload, many, int",
    "token-lifetime, 1 hour, Duration",
    "base-url, http://a b, URI"
  })
  void a_value_of_the_wrong_type_is_named(String key, String value, String type) {
    set.put("vellum.platform." + key, value);
    assertThatThrownBy(this::read)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "The value of vellum.platform." + key + " does not fit its type, " + type + ".");
  }

  @ParameterizedTest
  @CsvSource({
    "audit-secret, sssssssssssssssssssssssssssssss",
    "base-url, localhost:9080",
    "base-url, /records",
    "base-url, http:///records",
    "base-url, ftp://records.example.edu",
    "base-url, https://records.example.edu/vellum",
    "base-url, https://records.example.edu?a=b",
    "base-url, https://records.example.edu#a",
    "base-url, https://me:secret@records.example.edu",
    "institution-name, ' '",
    "token-lifetime, PT0S",
    "token-lifetime, -PT1H",
    "maximum-upload, 0"
  })
  void a_value_that_cannot_be_right_is_refused_by_its_key(String key, String value) {
    set.put("vellum.platform." + key, value);
    assertThatThrownBy(this::read)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is wrong: vellum.platform." + key)
        .hasMessageNotContaining("Exception");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:9080", "http://localhost:9080/", "http://[::1]:9080"})
  void a_base_url_is_kept_without_a_slash_at_its_end(String url) {
    set.put("vellum.platform.base-url", url);
    assertThat(url).startsWith(read().baseUrl().toString());
    assertThat(read().baseUrl().getPath()).isEmpty();
    assertThat(read().isSecure()).isFalse();
  }

  @Test
  void a_holder_does_not_print_its_secret() {
    assertThat(read().toString()).doesNotContain(SECRET).contains("http://localhost:9080");
  }

  private PlatformConfiguration read() {
    Config config =
        Fake.of(
            Config.class,
            Map.of(
                "getOptionalValue", asked -> Optional.ofNullable(set.get((String) asked[0])),
                "getConverter", asked -> Optional.ofNullable(CONVERTERS.get(asked[0]))));
    return Configurations.read(PlatformConfiguration.class, config);
  }
}
