package org.vellum.credentials.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SealingKeyTest {
  private static final String SECRET = "s".repeat(32);
  private final SealingKey key = SealingKey.of(SECRET);

  @Test
  void what_is_sealed_is_opened_by_the_same_secret_alone() {
    String sealed = key.seal("123456789");
    assertThat(sealed).doesNotContain("123456789").isNotEqualTo(key.seal("123456789"));
    assertThat(SealingKey.of(SECRET).open(sealed)).contains("123456789");
    assertThat(SealingKey.of("t".repeat(32)).open(sealed)).isEmpty();
  }

  @Test
  void what_was_changed_is_not_opened() {
    String sealed = key.seal("123456789");
    int at = sealed.lastIndexOf('.') - 3;
    char other = sealed.charAt(at) == 'A' ? 'B' : 'A';
    assertThat(key.open(sealed.substring(0, at) + other + sealed.substring(at + 1))).isEmpty();
    assertThat(key.open("nothing")).isEmpty();
    assertThat(key.open("")).isEmpty();
  }

  @Test
  void a_fingerprint_is_the_same_for_the_same_text_and_secret() {
    assertThat(key.fingerprint("123456789"))
        .isEqualTo(SealingKey.of(SECRET).fingerprint("123456789"))
        .isNotEqualTo(key.fingerprint("123456788"))
        .isNotEqualTo(SealingKey.of("t".repeat(32)).fingerprint("123456789"));
  }

  @Test
  void a_short_secret_is_refused_without_being_told() {
    assertThatThrownBy(() -> SealingKey.of("short secret"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("short secret");
    assertThat(key.toString()).doesNotContain(SECRET);
  }
}
