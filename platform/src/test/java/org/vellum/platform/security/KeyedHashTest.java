package org.vellum.platform.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class KeyedHashTest {

  @Test
  void it_is_hmac_sha256_as_in_rfc_4231_test_case_2() {
    assertThat(HexFormat.of().formatHex(KeyedHash.of("Jefe", "what do ya want for nothing?")))
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  @Test
  void parts_are_taken_one_after_the_other() {
    assertThat(KeyedHash.of("key", "one".getBytes(UTF_8), "two".getBytes(UTF_8)))
        .isEqualTo(KeyedHash.of("key", "onetwo"));
  }

  @Test
  void another_key_gives_another_code() {
    assertThat(KeyedHash.of("key", "text")).isNotEqualTo(KeyedHash.of("kez", "text"));
  }
}
