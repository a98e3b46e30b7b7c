package org.vellum.search.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.search.achievement.SearchCenter.ACME;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.platform.event.EventLog;
import org.vellum.platform.persistence.Schemas;
import org.vellum.search.achievement.SearchCenter;
import org.vellum.testsupport.TestDatabase;

class RequestsTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "search").emptyAfterEach("search");

  private static final String SKILL = "Writes a query";

  private final SearchCenter center = new SearchCenter(database);
  private final Requests requests = new Requests(center.jdbi);
  private final Shortlists shortlists = new Shortlists(center.jdbi);
  private final AskLearner askLearner =
      new AskLearner(center.profiles, requests, center.audit, center.clock, center.ids);
  private final AnswerRequest answerRequest =
      new AnswerRequest(
          center.learners,
          requests,
          new EventLog(center.jdbi, center.clock),
          center.audit,
          center.clock);
  private final KeepInMind keepInMind = new KeepInMind(center.profiles, shortlists, center.clock);

  private UUID asked(UUID profile) throws Exception {
    AskLearner.Result result =
        database.inTransaction(() -> askLearner.ask(ACME, profile, " We build dashboards. "));
    return ((AskLearner.Result.Asked) result).request();
  }

  private AnswerRequest.Result answer(String username, UUID request, Optional<LocalDate> lastDay)
      throws Exception {
    return database.inTransaction(() -> answerRequest.answer(username, request, lastDay));
  }

  private int announced(UUID request) {
    return center.jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select count(*) from platform.event
                 where type = 'RecordRequestAgreed' and payload ->> 'request' = :request
                   and payload ->> 'employer' = 'acme'
                """)
            .bind("request", request.toString())
            .mapTo(Integer.class)
            .one());
  }

  @Test
  void who_agrees_lets_a_link_be_made_for_who_asked() throws Exception {
    UUID profile = center.shown("ada", center.attained(SKILL));
    UUID request = asked(profile);
    RecordRequest seen = requests.listOfLearner(SearchCenter.learner("ada")).getFirst();
    assertThat(seen.message()).isEqualTo("We build dashboards.");
    assertThat(seen.isOpen()).isTrue();

    LocalDate lastDay = LocalDate.of(2026, 12, 24);
    assertThat(answer("ada", request, Optional.of(lastDay))).isEqualTo(AnswerRequest.Result.AGREED);

    assertThat(requests.find(ACME, profile))
        .hasValueSatisfying(each -> {
          assertThat(each.isAgreed()).isTrue();
          assertThat(each.lastDay()).contains(lastDay);
        });
    assertThat(announced(request)).isEqualTo(1);
    assertThat(answer("ada", request, Optional.empty()))
        .as("answered once")
        .isEqualTo(AnswerRequest.Result.UNKNOWN_REQUEST);
  }

  @Test
  void who_declines_lets_nothing_be_made() throws Exception {
    UUID profile = center.shown("ada", center.attained(SKILL));
    UUID request = asked(profile);
    assertThat(answer("ada", request, Optional.empty())).isEqualTo(AnswerRequest.Result.DECLINED);
    assertThat(announced(request)).isZero();
    assertThat(requests.listOfEmployer(ACME))
        .singleElement()
        .satisfies(each -> assertThat(each.state()).isEqualTo(RecordRequest.State.DECLINED));
  }

  @Test
  void nobody_answers_for_another_and_no_day_is_taken_that_is_past() throws Exception {
    UUID request = asked(center.shown("ada", center.attained(SKILL)));
    center.shown("bob", center.attained(SKILL));
    assertThat(answer("bob", request, Optional.empty()))
        .isEqualTo(AnswerRequest.Result.UNKNOWN_REQUEST);
    assertThat(answer("ada", request, Optional.of(LocalDate.of(2026, 11, 2))))
        .isEqualTo(AnswerRequest.Result.BAD_DAY);
    assertThat(answer("ada", request, Optional.of(LocalDate.of(2027, 11, 3))))
        .isEqualTo(AnswerRequest.Result.BAD_DAY);
    assertThat(announced(request)).isZero();
  }

  @Test
  void a_profile_is_asked_once_and_only_by_who_may_see_it() throws Exception {
    UUID profile = center.shown("ada", center.attained(SKILL));
    asked(profile);
    assertThat(database.inTransaction(() -> askLearner.ask(ACME, profile, "Again")))
        .isInstanceOf(AskLearner.Result.AskedBefore.class);
    assertThat(database.inTransaction(() -> askLearner.ask("other", profile, " ")))
        .isInstanceOf(AskLearner.Result.BadMessage.class);
    center.withdraw("ada");
    assertThat(database.inTransaction(() -> askLearner.ask("other", profile, "Hello")))
        .isInstanceOf(AskLearner.Result.UnknownProfile.class);
  }

  @Test
  void who_withdraws_is_on_no_shortlist_any_more() throws Exception {
    UUID profile = center.shown("ada", center.attained(SKILL));
    database.inTransaction(() -> keepInMind.change(ACME, profile, true, "first choice"));
    assertThat(shortlists.list(ACME, center.now()))
        .singleElement()
        .satisfies(each -> {
          assertThat(each.note()).isEqualTo("first choice");
          assertThat(each.name()).startsWith("Learner ");
        });
    assertThat(shortlists.holds("other", profile)).isFalse();
    center.withdraw("ada");
    assertThat(shortlists.list(ACME, center.now())).isEmpty();
    assertThat(database.inTransaction(() -> keepInMind.change(ACME, profile, true, "")))
        .isEqualTo(KeepInMind.Result.UNKNOWN_PROFILE);
  }

  @Test
  void a_table_for_a_spreadsheet_holds_no_formula() {
    Shortlisted somebody =
        new Shortlisted(
            new UUID(1, 2),
            Optional.of("=HYPERLINK(\"https://evil.example\")"),
            Optional.of("-1+1"),
            Optional.empty(),
            "@a, \"b\"",
            center.now());
    assertThat(ShortlistCsv.of(List.of(somebody)).lines().skip(1).findFirst().orElseThrow())
        .contains("\"'=HYPERLINK(\"\"https://evil.example\"\")\"")
        .contains("'-1+1")
        .contains("\"'@a, \"\"b\"\"\"");
  }
}
