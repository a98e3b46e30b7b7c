package org.vellum.platform.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SealTest {
  private static final UUID OWNER = new UUID(0, 1);
  private static final String SECRET = "grün wie Gras";

  private final Seal seal = new Seal("the operator's secret", "test");

  @Test
  void what_was_sealed_opens_for_its_owner() {
    assertThat(seal.open(OWNER, seal.close(OWNER, SECRET))).contains(SECRET);
    assertThat(seal.open(OWNER, seal.close(OWNER, ""))).contains("");
  }

  @Test
  void nothing_of_the_secret_is_seen_and_twice_is_not_the_same() {
    byte[] sealed = seal.close(OWNER, SECRET);
    assertThat(new String(sealed, UTF_8)).doesNotContain("Gras");
    assertThat(sealed).isNotEqualTo(seal.close(OWNER, SECRET));
  }

  @Test
  void it_opens_for_no_other_owner_purpose_or_operator() {
    byte[] sealed = seal.close(OWNER, SECRET);
    assertThat(seal.open(new UUID(0, 2), sealed)).isEmpty();
    assertThat(new Seal("the operator's secret", "other").open(OWNER, sealed)).isEmpty();
    assertThat(new Seal("another's secret", "test").open(OWNER, sealed)).isEmpty();
  }

  @Test
  void it_does_not_open_with_a_bit_changed_anywhere_or_cut_off() {
    byte[] sealed = seal.close(OWNER, SECRET);
    for (int i : IntStream.range(0, sealed.length).toArray()) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertThat(seal.open(OWNER, changed)).isEmpty();
      assertThat(seal.open(OWNER, Arrays.copyOf(sealed, i))).isEmpty();
    }
  }
}
