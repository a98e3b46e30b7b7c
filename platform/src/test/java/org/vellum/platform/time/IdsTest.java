package org.vellum.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {

  private final MovingClock clock = new MovingClock("2026-03-01T10:00:00Z");
  private final Ids ids = new Ids(clock, new SecureRandom());

  @Test
  void ids_are_of_version_7_and_carry_the_time() {
    for (int i = 0; i < 1_000; i++) {
      UUID id = ids.next();
      assertThat(id.version()).isEqualTo(7);
      assertThat(id.variant()).isEqualTo(2);
      assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(clock.millis());
    }
  }

  @Test
  void ids_sort_by_the_time_of_their_making() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      made.add(ids.next().toString());
      clock.advance(Duration.ofMillis(1));
    }
    assertThat(made).isSorted();
  }

  @Test
  void identifiers_for_case_are_of_version_4() {
    for (int i = 0; i < 1_000; i++) {
      UUID id = ids.nextV4();
      assertThat(id.version()).isEqualTo(4);
      assertThat(id.variant()).isEqualTo(2);
    }
  }

  @Test
  void no_two_are_the_same() {
    Set<UUID> made = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      made.add(ids.next());
      made.add(ids.nextV4());
    }
    assertThat(made).hasSize(20_000);
  }

  @Test
  void a_secret_carries_as_many_bytes_as_asked_for() {
    assertThat(Base64.getUrlDecoder().decode(ids.secret(32))).hasSize(32);
    assertThat(ids.secret(16)).matches("[A-Za-z0-9_-]{22}").isNotEqualTo(ids.secret(16));
    assertThatThrownBy(() -> ids.secret(15)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_random_number_stays_below_its_bound() {
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      seen.add(ids.below(3));
    }
    assertThat(seen).containsExactlyInAnyOrder(0, 1, 2);
  }
}
