package org.vellum.competency.evaluation.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OneAheadTest {
  private final List<Integer> taken = new ArrayList<>();

  private static void make(int pieces, Consumer<Integer> taker) {
    IntStream.range(0, pieces).forEach(taker::accept);
  }

  @Test
  void pieces_are_taken_in_the_order_in_which_they_are_made() throws Exception {
    OneAhead.<Integer>each(pieces -> make(1_000, pieces), taken::add);
    assertThat(taken).isEqualTo(IntStream.range(0, 1_000).boxed().toList());
  }

  @Test
  void they_are_taken_by_who_asks() throws Exception {
    List<Thread> takers = new ArrayList<>();
    OneAhead.<Integer>each(pieces -> make(2, pieces), piece -> takers.add(Thread.currentThread()));
    assertThat(takers).containsOnly(Thread.currentThread());
  }

  @Test
  void no_more_than_one_is_ready_while_another_is_taken() throws Exception {
    AtomicInteger made = new AtomicInteger();
    OneAhead.<Integer>each(
        pieces ->
            IntStream.range(0, 100)
                .forEach(number -> {
                  made.incrementAndGet();
                  pieces.accept(number);
                }),
        piece -> assertThat(made.get()).isBetween(piece + 1, piece + 2));
  }

  @Test
  void what_was_made_before_a_fault_is_taken() {
    assertThatThrownBy(() ->
            OneAhead.<Integer>each(
                pieces -> {
                  make(3, pieces);
                  throw new IOException("damaged");
                },
                taken::add))
        .isInstanceOf(IOException.class)
        .hasMessage("damaged");
    assertThat(taken).containsExactly(0, 1, 2);
  }

  @Test
  void who_takes_no_more_ends_who_makes() {
    AtomicBoolean ended = new AtomicBoolean();
    assertThatThrownBy(() ->
            OneAhead.<Integer>each(
                pieces -> {
                  try {
                    make(1_000, pieces);
                  } finally {
                    ended.set(true);
                  }
                },
                piece -> {
                  throw new IllegalStateException("full");
                }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("full");
    assertThat(ended).isTrue();
  }

  @Test
  void who_is_interrupted_takes_no_more() {
    assertThatThrownBy(() ->
            OneAhead.<Integer>each(
                pieces -> make(1_000, pieces),
                piece -> {
                  taken.add(piece);
                  Thread.currentThread().interrupt();
                }))
        .isInstanceOf(CancellationException.class);
    assertThat(taken).containsExactly(0);
    assertThat(Thread.interrupted()).isTrue();
  }
}
