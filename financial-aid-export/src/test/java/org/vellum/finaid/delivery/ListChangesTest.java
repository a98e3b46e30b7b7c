package org.vellum.finaid.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.finaid.delta.Position;
import org.vellum.finaid.delta.PublishedLearners;
import org.vellum.finaid.delta.SinceToken;
import org.vellum.finaid.facts.Office;
import org.vellum.finaid.run.RunConfiguration;
import org.vellum.finaid.ssn.KeptNumbers;
import org.vellum.finaid.ssn.NumbersConfiguration;
import org.vellum.finaid.ssn.RunNumbers;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

class ListChangesTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "financial_aid")
          .emptyAfterEach("financial_aid");

  private static final int LEARNERS = 7;
  private static final String READER =
      """
      {"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
       "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}
      """;

  private final Office office = new Office(database);
  private final RunConfiguration configuration =
      new RunConfiguration(
          "00123400",
          "unused",
          "",
          2,
          "",
          "DELTA",
          "standard",
          Duration.ofDays(90),
          Duration.ofDays(1461),
          600);
  private final ListChanges changes = changes("");

  private ListChanges changes(String numbersSecret) {
    return new ListChanges(
        office.source,
        new PublishedLearners(office.jdbi),
        new RunNumbers(
            new KeptNumbers(office.jdbi),
            new NumbersConfiguration(numbersSecret, numbersSecret.isEmpty() ? "" : READER)),
        configuration,
        Office.CLOCK);
  }

  @BeforeEach
  void aSchool() throws Exception {
    office.program().parameters(Office.START);
    for (int i = 0; i < LEARNERS; i++) {
      office.learner(id(i), "S-" + i, "Family").enrolled("E-" + i, id(i));
    }
    office.jdbi.useHandle(handle ->
        handle.execute("update financial_aid.learner set birth_date = date '2000-01-01'"));
  }

  private static UUID id(int number) {
    return new UUID(0x0189000000007000L, 0x8000000000000000L + number);
  }

  private static String since(Instant asOf) {
    return new SinceToken("standard", new Position(0, 0), asOf).text();
  }

  private ListChanges.Result.Page page(String since, String entity, int limit) {
    return (ListChanges.Result.Page) changes.list(since, entity, limit);
  }

  @Test
  void small_pages_give_the_same_records_as_a_large_one_each_once() {
    List<String> all = page(since(Office.NOW), "", ListChanges.MOST).records();
    assertThat(all).hasSizeGreaterThan(3 * LEARNERS).doesNotHaveDuplicates();
    List<String> read = new ArrayList<>();
    ListChanges.Result.Page page = page(since(Office.NOW), "", 3);
    while (page.hasMore()) {
      assertThat(page.records()).hasSize(3);
      read.addAll(page.records());
      page = page(page.next(), "", 3);
    }
    read.addAll(page.records());
    assertThat(read).isEqualTo(all);
  }

  @Test
  void the_next_reading_gives_only_whom_something_happened_to_since() throws Exception {
    ListChanges.Result.Page first = page(since(Office.NOW), "", ListChanges.MOST);
    assertThat(first.hasMore()).isFalse();
    assertThat(page(first.next(), "", ListChanges.MOST).records()).isEmpty();
    office.learner(id(3), "S-3", "Another name");
    ListChanges.Result.Page second = page(first.next(), "", ListChanges.MOST);
    assertThat(second.records())
        .isNotEmpty()
        .allMatch(each -> each.contains("S-3") || each.contains("E-3"));
    assertThat(page(second.next(), "", ListChanges.MOST).records()).isEmpty();
  }

  @Test
  void it_is_noted_that_somebody_was_given_changes_and_not_that_there_were_none() {
    assertThat(noted()).isZero();
    ListChanges.Result.Page first = page(since(Office.NOW), "", 3);
    assertThat(noted()).isPositive();
    office.jdbi.useHandle(handle -> handle.execute("delete from financial_aid.changes_given"));
    ListChanges.Result.Page second = page(first.next(), "", ListChanges.MOST);
    assertThat(noted()).isPositive();
    office.jdbi.useHandle(handle -> handle.execute("delete from financial_aid.changes_given"));
    assertThat(page(second.next(), "", ListChanges.MOST).records()).isEmpty();
    assertThat(noted()).isZero();
  }

  private long noted() {
    return office.jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select count(*) from financial_aid.changes_given"
                    + " where institution = '00123400' and profile = 'standard'")
            .mapTo(Long.class)
            .one());
  }

  @Test
  void programs_that_changed_come_first() {
    List<String> programs = page(since(Office.NOW), "program_version", ListChanges.MOST).records();
    assertThat(programs).hasSize(1);
    assertThat(page(since(Office.NOW), "", ListChanges.MOST).records())
        .startsWith(programs.getFirst());
  }

  @Test
  void learners_who_share_a_number_are_in_no_changes_where_packages_have_numbers() {
    office.jdbi.useHandle(handle ->
        handle.execute(
            """
            insert into financial_aid.social_security_number
            select student_id, 'sealed', 'same', now() from financial_aid.learner
             where student_id in ('S-2', 'S-4')
            """));
    List<String> records =
        ((ListChanges.Result.Page)
                changes("n".repeat(32)).list(since(Office.NOW), "student", ListChanges.MOST))
            .records();
    assertThat(records)
        .hasSize(LEARNERS - 2)
        .noneMatch(each -> each.contains("S-2") || each.contains("S-4"));
    assertThat(page(since(Office.NOW), "student", ListChanges.MOST).records()).hasSize(LEARNERS);
  }

  @Test
  void one_kind_of_record_can_be_asked_for() {
    List<String> enrollments = page(since(Office.NOW), "enrollment", ListChanges.MOST).records();
    assertThat(enrollments).hasSize(LEARNERS).allMatch(each -> each.contains("\"recordId\":\"en:"));
    assertThat(changes.list(since(Office.NOW), "grade", 10))
        .isInstanceOf(ListChanges.Result.UnknownEntity.class);
  }

  @Test
  void a_token_that_is_none_or_too_old_asks_for_a_full_run() {
    assertThat(changes.list("", "", 10)).isInstanceOf(ListChanges.Result.Gone.class);
    assertThat(changes.list("yesterday", "", 10)).isInstanceOf(ListChanges.Result.Gone.class);
    assertThat(changes.list(since(Office.NOW.minus(Duration.ofDays(91))), "", 10))
        .isInstanceOf(ListChanges.Result.Gone.class);
    assertThat(changes.list(since(Office.NOW.minus(Duration.ofDays(89))), "", 10))
        .isInstanceOf(ListChanges.Result.Page.class);
  }
}
