package org.vellum.competency.framework.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.vellum.platform.problem.ProblemException;

/** What holds whole frameworks in memory is done by few at once. */
class TurnsTest {

  @Test
  void whoever_finds_no_turn_in_time_is_told_so_and_later_gets_one() throws Exception {
    Turns turns = new Turns(1, Duration.ofMillis(20));
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    CompletableFuture<String> first =
        CompletableFuture.supplyAsync(() ->
            turns.take(() -> {
              begun.countDown();
              await(end);
              return "first";
            }));
    begun.await();

    assertThatThrownBy(() -> turns.take(() -> "second"))
        .isInstanceOfSatisfying(
            ProblemException.class, busy -> assertThat(busy.problem().status()).isEqualTo(503));

    end.countDown();
    assertThat(first.get()).isEqualTo("first");
    assertThat(turns.take(() -> "second")).isEqualTo("second");
  }

  @Test
  void work_that_fails_gives_its_turn_back() {
    Turns turns = new Turns(1, Duration.ofMillis(20));
    for (int time = 0; time < 3; time++) {
      assertThatThrownBy(() ->
              turns.take(() -> {
                throw new IllegalStateException("failed");
              }))
          .hasMessage("failed");
    }
    assertThat(turns.take(() -> "still")).isEqualTo("still");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
