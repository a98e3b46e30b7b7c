package org.vellum.competency.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vellum.competency.evaluation.Results.aResult;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who waits for whom, and who is answered what. */
@Timeout(60)
class GatheringTest {
  private final List<List<String>> done = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch atWork = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final Gathering gathering = new Gathering(this::work);

  /** The first waits to be told to go on; what is called bad makes all of it fail. */
  private List<Recorded> work(List<Arrived> arrived) {
    List<String> names = arrived.stream().map(each -> each.sent().sourcedId()).toList();
    done.add(names);
    atWork.countDown();
    try {
      assertThat(goOn.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    if (names.contains("bad")) {
      throw new IllegalArgumentException("bad is among " + names);
    }
    return names.stream().map(GatheringTest::stored).toList();
  }

  private static Recorded stored(String name) {
    return new Recorded.Stored(UUID.nameUUIDFromBytes(name.getBytes(UTF_8)));
  }

  private static Arrived arrived(String name) {
    return new Arrived(aResult().called(name).sent(), false);
  }

  /** One more sender, who waits as soon as this returns. */
  private FutureTask<Recorded> waiting(String name) throws Exception {
    FutureTask<Recorded> task = new FutureTask<>(() -> gathering.record(arrived(name)));
    Thread sender = new Thread(task);
    sender.start();
    while (sender.getState() != Thread.State.WAITING
        && sender.getState() != Thread.State.TIMED_WAITING) {
      Thread.sleep(Duration.ofMillis(2));
    }
    return task;
  }

  /** The first is at work, and the others wait; then it goes on. */
  private List<FutureTask<Recorded>> sent(String first, List<String> others) throws Exception {
    List<FutureTask<Recorded>> tasks = new ArrayList<>();
    tasks.add(waiting(first));
    assertThat(atWork.await(30, TimeUnit.SECONDS)).isTrue();
    for (String other : others) {
      tasks.add(waiting(other));
    }
    goOn.countDown();
    return tasks;
  }

  @Test
  void one_by_itself_does_not_wait() {
    goOn.countDown();
    assertThat(gathering.record(arrived("a"))).isEqualTo(stored("a"));
    assertThat(gathering.record(arrived("b"))).isEqualTo(stored("b"));
    assertThat(done).containsExactly(List.of("a"), List.of("b"));
  }

  @Test
  void those_who_come_meanwhile_are_done_together_and_each_is_answered_for_itself()
      throws Exception {
    List<FutureTask<Recorded>> tasks = sent("a", List.of("b", "c", "d"));
    for (int i = 0; i < 4; i++) {
      assertThat(tasks.get(i).get()).isEqualTo(stored("abcd".substring(i, i + 1)));
    }
    assertThat(done).containsExactly(List.of("a"), List.of("b", "c", "d"));
  }

  @Test
  void two_states_of_one_result_are_done_one_after_the_other() throws Exception {
    for (FutureTask<Recorded> task : sent("a", List.of("b", "b", "c", "b"))) {
      task.get();
    }
    assertThat(done).containsExactly(List.of("a"), List.of("b", "c"), List.of("b"), List.of("b"));
  }

  @Test
  void what_fails_does_so_for_its_own_sender_only() throws Exception {
    List<FutureTask<Recorded>> tasks = sent("a", List.of("b", "bad", "c"));
    assertThat(tasks.get(0).get()).isEqualTo(stored("a"));
    assertThat(tasks.get(1).get()).isEqualTo(stored("b"));
    assertThatThrownBy(tasks.get(2)::get).hasRootCauseMessage("bad is among [bad]");
    assertThat(tasks.get(3).get()).isEqualTo(stored("c"));
    assertThat(done)
        .startsWith(List.of("a"), List.of("b", "bad", "c"))
        .containsOnlyOnce(List.of("b"), List.of("bad"), List.of("c"));
  }

  @Test
  void nobody_waits_for_one_who_failed() throws Exception {
    goOn.countDown();
    assertThatThrownBy(() -> gathering.record(arrived("bad"))).hasMessage("bad is among [bad]");
    assertThat(gathering.record(arrived("a"))).isEqualTo(stored("a"));
  }

  @Test
  void so_many_are_not_done_at_once_that_the_first_of_them_waits_for_long() throws Exception {
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 70; i++) {
      many.add("many-" + i);
    }
    for (FutureTask<Recorded> task : sent("a", many)) {
      task.get();
    }
    assertThat(done).containsExactly(List.of("a"), many.subList(0, 50), many.subList(50, 70));
  }
}
