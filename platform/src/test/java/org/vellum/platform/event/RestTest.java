package org.vellum.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RestTest {
  private final Rest rest = new Rest();

  @Test
  void who_is_let_rest_rests_shortly() {
    assertThat(rest.next(5_000)).isEqualTo(Rest.SHORTEST_MILLIS);
    assertThat(rest.next(Rest.SHORTEST_MILLIS)).isEqualTo(Rest.SHORTEST_MILLIS);
  }

  @Test
  void who_is_woken_at_once_rests_longer_and_longer_but_not_for_ever() {
    assertThat(rest.next(0)).isEqualTo(50);
    assertThat(rest.next(3)).isEqualTo(100);
    for (int i = 0; i < 10; i++) {
      assertThat(rest.next(0)).isLessThanOrEqualTo(Rest.LONGEST_MILLIS);
    }
    assertThat(rest.next(0)).isEqualTo(Rest.LONGEST_MILLIS);
    assertThat(rest.next(Rest.LONGEST_MILLIS)).isEqualTo(Rest.SHORTEST_MILLIS);
  }
}
