package org.vellum.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.vellum.platform.time.Ids;

class SecretHashTest {

  private final Ids ids = new Ids(Clock.systemUTC(), new SecureRandom());

  @Test
  void a_secret_is_recognised_and_no_other() {
    String kept = SecretHash.of("correct horse", ids);
    assertThat(SecretHash.matches("correct horse", kept)).isTrue();
    assertThat(SecretHash.matches("correct horsf", kept)).isFalse();
    assertThat(SecretHash.matches("", kept)).isFalse();
    assertThat(SecretHash.matches("correct horse ", kept)).isFalse();
  }

  @Test
  void a_random_secret_is_recognised_and_no_other() {
    String secret = ids.secret(32);
    String kept = SecretHash.ofRandom(secret);
    assertThat(kept).startsWith("sha256:").doesNotContain(secret);
    assertThat(SecretHash.matches(secret, kept)).isTrue();
    assertThat(SecretHash.matches(ids.secret(32), kept)).isFalse();
    assertThat(SecretHash.matches("", kept)).isFalse();
  }

  @Test
  void letters_beyond_ascii_count() {
    String kept = SecretHash.of("Schlüssel ключ", ids);
    assertThat(SecretHash.matches("Schlüssel ключ", kept)).isTrue();
    assertThat(SecretHash.matches("Schlussel ключ", kept)).isFalse();
    assertThat(SecretHash.matches("Schl?ssel ????", kept)).isFalse();
  }

  @Test
  void what_is_kept_differs_each_time_and_does_not_hold_the_secret() {
    String kept = SecretHash.of("correct horse", ids);
    assertThat(kept)
        .startsWith("pbkdf2:210000:")
        .doesNotContain("horse")
        .isNotEqualTo(SecretHash.of("correct horse", ids));
  }

  @Test
  void the_derivation_is_that_of_rfc_8018() {
    // Computed by OpenSSL: kdf -kdfopt digest:SHA256, salt 16 zero bytes, 1,000 iterations.
    assertThat(
            SecretHash.matches(
                "password",
                "pbkdf2:1000:AAAAAAAAAAAAAAAAAAAAAA:dGBRjrF0HXvnspFIKLlwEavbAfLm6U/5VEkKXHS+VVQ="))
        .isTrue();
  }

  @Test
  void something_else_than_a_kept_secret_is_refused() {
    assertThatThrownBy(() -> SecretHash.matches("a", "plain"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
