package org.vellum.finaid.delta;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.platform.persistence.Database;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

class PublishedLearnersTest {
  private static final String SCHOOL = "00123400";

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "financial_aid")
          .emptyAfterEach("financial_aid");

  private final Jdbi jdbi = Database.over(database.dataSource());
  private final PublishedLearners published = new PublishedLearners(jdbi);

  /** A run of a minute that published something of learners. */
  private UUID run(int minute, String profile, String... learners) {
    UUID run = new UUID(0x0189000000007000L, 0x8000000000000000L + minute);
    jdbi.useHandle(handle ->
        handle.execute(
            "insert into financial_aid.run (id, institution, profile, kind, state, requested_by,"
                + " requested_at, ended_at) values (?, ?, ?, 'FULL', 'COMPLETED', 'officer',"
                + " now(), timestamptz '2026-03-01 08:00Z' + make_interval(mins => ?))",
            run,
            SCHOOL,
            profile,
            minute));
    List<PublishedLearners.Row> rows =
        List.of(learners).stream()
            .map(learner ->
                new PublishedLearners.Row(
                    learner,
                    Comparison.Kind.CHANGED,
                    "student",
                    "FACTS",
                    new byte[] {(byte) minute}))
            .toList();
    published.add(run, rows, true);
    return run;
  }

  private Map<String, byte[]> known(String profile) {
    return published.find(SCHOOL, profile, List.of("", "S-1", "S-2", "S-3"));
  }

  private long rows() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select count(*) from financial_aid.published_learner")
            .mapTo(Long.class)
            .one());
  }

  @Test
  void after_a_run_of_changes_what_it_knows_better_is_forgotten_of_earlier_runs() {
    run(1, "standard", "", "S-1", "S-2");
    run(2, "marked", "", "S-1");
    UUID delta = run(3, "standard", "", "S-2");
    published.prune(delta, false);
    assertThat(rows()).isEqualTo(5);
    assertThat(known("standard").get("S-1")).containsExactly(1);
    assertThat(known("standard").get("S-2")).containsExactly(3);
    assertThat(known("marked").get("S-1")).containsExactly(2);
  }

  @Test
  void a_package_is_overtaken_by_changes_that_were_given_after_it() {
    UUID before = run(1, "standard");
    UUID marked = run(2, "marked");
    List.of(before, marked).forEach(run -> publish(run, 3));
    assertThat(isOvertaken("standard")).isFalse();
    published.noteChangesGiven(SCHOOL, "standard");
    assertThat(isOvertaken("standard")).isTrue();
    assertThat(isOvertaken("marked")).isFalse();
    UUID later = run(3, "standard");
    publish(later, Long.MAX_VALUE);
    assertThat(isOvertaken("standard")).isFalse();
    published.noteChangesGiven(SCHOOL, "standard");
    published.prune(later, true);
    assertThat(isOvertaken("standard")).isFalse();
  }

  private void publish(UUID run, long horizon) {
    jdbi.useHandle(handle ->
        handle.execute("update financial_aid.run set horizon = ? where id = ?", horizon, run));
    byte[] records = KnownRecords.none().bytes();
    published.add(
        run,
        List.of(new PublishedLearners.Row("S-1", Comparison.Kind.CHANGED, "student", "", records)),
        true);
  }

  private boolean isOvertaken(String profile) {
    byte[] found = known(profile).get("S-1");
    assertThat(found).isIn(KnownRecords.none().bytes(), overtaken());
    return Arrays.equals(found, overtaken());
  }

  private static byte[] overtaken() {
    return KnownRecords.overtaken(KnownRecords.none().bytes());
  }

  @Test
  void after_a_run_of_all_learners_those_who_are_in_no_later_run_are_gone_and_forgotten() {
    run(1, "standard", "", "S-1", "S-2");
    run(2, "standard", "", "S-3");
    UUID full = run(3, "standard", "", "S-1");
    published.addGone(full);
    RunChanges changes = new RunChanges(jdbi);
    assertThat(changes.list(full, "GONE", "", 10))
        .extracting(RunChanges.Change::learner)
        .containsExactly("S-2", "S-3");
    published.prune(full, true);
    assertThat(rows()).isEqualTo(2);
    assertThat(changes.countsByCause(full)).containsEntry("FACTS", 2L);
  }
}
