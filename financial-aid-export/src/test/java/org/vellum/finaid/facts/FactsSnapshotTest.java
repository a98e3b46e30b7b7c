package org.vellum.finaid.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.finaid.facts.Office.ADA;
import static org.vellum.finaid.facts.Office.START;
import static org.vellum.finaid.facts.Office.onRoster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.finaid.facts.model.LearnerFacts;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

class FactsSnapshotTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "financial_aid")
          .emptyAfterEach("platform", "financial_aid");

  private final Office office = new Office(database);

  private static UUID learner(int number) {
    return new UUID(0x0189000000007000L, 0x8000000000000000L + number);
  }

  private void learners(int count) throws Exception {
    office.program().parameters(START);
    for (int i = 0; i < count; i++) {
      office.learner(learner(i), "S-%04d".formatted(i), "Family").enrolled("E-" + i, learner(i));
    }
  }

  private static List<String> ids(List<LearnerFacts> learners) {
    return learners.stream().map(each -> each.student().institutionStudentId()).toList();
  }

  @Test
  void learners_come_page_by_page_in_the_order_of_their_ids() throws Exception {
    learners(5);
    try (FactsSnapshot snapshot = office.source.open()) {
      assertThat(ids(snapshot.page(Optional.empty(), 2))).containsExactly("S-0000", "S-0001");
      assertThat(ids(snapshot.page(Optional.of("S-0001"), 9)))
          .containsExactly("S-0002", "S-0003", "S-0004");
      List<LearnerFacts> all = new ArrayList<>();
      snapshot.forEach(all::add);
      assertThat(all).hasSize(5).allMatch(each -> each.enrollments().size() == 1);
    }
  }

  @Test
  void a_thousand_learners_take_as_many_statements_as_one() throws Exception {
    learners(40);
    AtomicInteger statements = new AtomicInteger();
    office.jdbi.setSqlLogger(
        new SqlLogger() {
          @Override
          public void logAfterExecution(StatementContext context) {
            statements.incrementAndGet();
          }
        });
    try (FactsSnapshot snapshot = office.source.open()) {
      snapshot.find("S-0000");
      statements.set(0);
      snapshot.find("S-0001");
      int forOne = statements.getAndSet(0);
      assertThat(snapshot.page(Optional.empty(), 40)).hasSize(40);
      assertThat(statements).hasValue(forOne);
      assertThat(forOne).isLessThan(12);
    }
  }

  @Test
  void a_snapshot_is_not_torn_by_those_who_write_meanwhile() throws Exception {
    learners(20);
    AtomicBoolean stop = new AtomicBoolean();
    try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
      Future<Integer> written = writer.submit(() -> write(stop));
      for (int round = 0; round < 20; round++) {
        try (FactsSnapshot snapshot = office.source.open()) {
          List<LearnerFacts> once = new ArrayList<>();
          snapshot.forEach(once::add);
          // In one transaction all learners get the same family name and the same end date.
          assertThat(once.stream().map(each -> each.student().familyName()).distinct()).hasSize(1);
          String name = once.getFirst().student().familyName();
          assertThat(
                  once.stream().map(each -> each.enrollments().getFirst().expectedEnd()).distinct())
              .hasSize(1);
          List<LearnerFacts> again = new ArrayList<>();
          snapshot.forEach(again::add);
          assertThat(again).isEqualTo(once);
          assertThat(name).isNotEmpty();
        }
      }
      stop.set(true);
      assertThat(written.get()).isPositive();
    }
  }

  private int write(AtomicBoolean stop) throws Exception {
    int round = 0;
    while (!stop.get()) {
      int days = ++round;
      office.database.inTransaction(() -> {
        office.jdbi.useHandle(handle -> {
          handle.execute("update financial_aid.learner set family_name = ?", "Family" + days);
          handle.execute(
              "update financial_aid.enrollment set expected_end = begin_date + ?", days % 5_000);
        });
      });
    }
    return round;
  }

  @Test
  void who_changed_since_an_earlier_snapshot_is_told_and_nobody_else() throws Exception {
    learners(5);
    office.learner(ADA, "S-9", "Lovelace").enrolled("E-9", ADA);
    long position;
    try (FactsSnapshot snapshot = office.source.open()) {
      position = snapshot.position();
    }
    office.told(onRoster("course-1", "2025-09-08"));
    try (FactsSnapshot snapshot = office.source.open()) {
      assertThat(ids(snapshot.changedSince(position, Optional.empty(), 10))).containsExactly("S-9");
      assertThat(snapshot.changedSince(position, Optional.of("S-9"), 10)).isEmpty();
      position = snapshot.position();
    }
    office.programs.changed(List.of("DATA"));
    try (FactsSnapshot snapshot = office.source.open()) {
      assertThat(snapshot.changedSince(position, Optional.empty(), 10)).hasSize(6);
    }
  }

  @Test
  void what_a_transaction_that_still_runs_will_have_changed_is_not_missed() throws Exception {
    learners(2);
    long position;
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      CountDownLatch changed = new CountDownLatch(1);
      CountDownLatch mayCommit = new CountDownLatch(1);
      Future<?> running =
          other.submit(() -> {
            office.database.inTransaction(() -> {
              office.learners.changed(List.of(learner(1)), Office.NOW);
              changed.countDown();
              mayCommit.await();
            });
            return null;
          });
      changed.await();
      try (FactsSnapshot snapshot = office.source.open()) {
        position = snapshot.position();
      }
      office.learners.changed(List.of(learner(0)), Office.NOW);
      mayCommit.countDown();
      running.get();
    }
    try (FactsSnapshot snapshot = office.source.open()) {
      assertThat(ids(snapshot.changedSince(position, Optional.empty(), 10)))
          .containsExactly("S-0000", "S-0001");
    }
  }
}
