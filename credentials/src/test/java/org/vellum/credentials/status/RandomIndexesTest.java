package org.vellum.credentials.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomIndexesTest {

  @Test
  void every_place_is_given_out_once_and_then_none() {
    RandomIndexes indexes = new RandomIndexes(500, new BitSet(), new SecureRandom());
    Set<Integer> given = new HashSet<>();
    for (int i = 0; i < 500; i++) {
      assertThat(given.add(indexes.next())).isTrue();
    }

    assertThat(given).allMatch(index -> index >= 0 && index < 500);
    assertThat(indexes.left()).isZero();
    assertThatThrownBy(indexes::next).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void places_given_out_before_stay_taken() {
    BitSet taken = new BitSet();
    taken.set(0, 99);

    assertThat(new RandomIndexes(100, taken, new SecureRandom()).next()).isEqualTo(99);
    assertThatThrownBy(() -> new RandomIndexes(50, taken, new SecureRandom()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void places_are_not_given_out_in_their_order() {
    RandomIndexes indexes = new RandomIndexes(131_072, new BitSet(), new SecureRandom());
    boolean ordered = true;
    int last = -1;
    for (int i = 0; i < 40; i++) {
      int next = indexes.next();
      ordered &= next > last;
      last = next;
    }

    assertThat(ordered).isFalse();
  }
}
