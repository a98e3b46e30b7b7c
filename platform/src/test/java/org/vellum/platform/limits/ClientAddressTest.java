package org.vellum.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.vellum.platform.configuration.PlatformConfiguration;

class ClientAddressTest {
  private final ClientAddress addresses = new ClientAddress(configuration("a".repeat(32)));

  private static PlatformConfiguration configuration(String secret) {
    return new PlatformConfiguration(
        URI.create("https://records.example.edu"),
        "Example University",
        secret,
        Duration.ofHours(1),
        1_000_000);
  }

  @Test
  void an_address_is_counted_and_cannot_be_read() {
    String key = addresses.key("share-visit", "93.184.215.14");
    assertThat(key).isEqualTo(addresses.key("share-visit", "93.184.215.14"));
    assertThat(key).matches("share-visit:[0-9a-f]{24}").doesNotContain("93");
    assertThat(key).isNotEqualTo(addresses.key("share-visit", "93.184.215.15"));
    assertThat(new ClientAddress(configuration("b".repeat(32))).key("share-visit", "93.184.215.14"))
        .isNotEqualTo(key);
  }

  @Test
  void all_of_a_network_of_64_bits_is_one_client() {
    assertThat(addresses.key("x", "2a00:1450:4001:81b::1"))
        .isEqualTo(addresses.key("x", "2a00:1450:4001:81b:ffff:0:0:2"))
        .isNotEqualTo(addresses.key("x", "2a00:1450:4001:81c::1"));
  }
}
