package org.vellum.search.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.search.achievement.SearchCenter.ACME;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.contracts.CredentialRevoked;
import org.vellum.contracts.PublishedAchievement;
import org.vellum.platform.event.EventLog;
import org.vellum.platform.persistence.Schemas;
import org.vellum.search.achievement.SearchCenter;
import org.vellum.search.index.SeenIn;
import org.vellum.search.index.Sighting;
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
  private final ShowShortlist showShortlist =
      new ShowShortlist(shortlists, center.sightings, center.audit, center.clock);

  private KeepInMind.Result kept(UUID profile, String note) throws Exception {
    return database.inTransaction(() -> keepInMind.change(ACME, profile, true, note));
  }

  private List<Shortlisted> shown(ShowShortlist.Form form) throws Exception {
    return database.inTransaction(() -> showShortlist.show(ACME, form));
  }

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
    kept(profile, "first choice");
    assertThat(shown(ShowShortlist.Form.PAGE))
        .singleElement()
        .satisfies(each -> {
          assertThat(each.note()).isEqualTo("first choice");
          assertThat(each.name()).startsWith("Learner ");
        });
    assertThat(shortlists.findNote("other", profile)).isEmpty();
    center.withdraw("ada");
    assertThat(shown(ShowShortlist.Form.PAGE)).isEmpty();
    assertThat(kept(profile, "")).isEqualTo(KeepInMind.Result.UNKNOWN_PROFILE);
  }

  @Test
  void a_learner_sees_who_saw_them_on_a_shortlist_and_who_took_it_along() throws Exception {
    int shownBefore = center.audited("shortlist-shown");
    int exportedBefore = center.audited("shortlist-exported");
    kept(center.shown("ada", center.attained(SKILL)), "");
    assertThat(shown(ShowShortlist.Form.PAGE)).hasSize(1);
    assertThat(shown(ShowShortlist.Form.PAGE)).hasSize(1);
    assertThat(shown(ShowShortlist.Form.TABLE)).hasSize(1);
    UUID ada = SearchCenter.learner("ada");
    assertThat(center.sightings.listOf(ada))
        .containsExactly(new Sighting(ACME, 0, 0, 2, 1, center.now()));
    assertThat(center.sightings.listSearchesOf(ada))
        .containsExactlyInAnyOrder(
            new SeenIn(ACME, SeenIn.How.LISTED, 2, center.now()),
            new SeenIn(ACME, SeenIn.How.EXPORTED, 1, center.now()));
    assertThat(center.audited("shortlist-shown")).isEqualTo(shownBefore + 2);
    assertThat(center.audited("shortlist-exported")).isEqualTo(exportedBefore + 1);
  }

  @Test
  void who_has_no_credential_left_that_holds_is_neither_listed_nor_kept_nor_asked()
      throws Exception {
    PublishedAchievement query = center.attained(SKILL);
    UUID profile = center.shown("ada", query);
    kept(profile, "");
    int before = center.audited("shortlist-shown");
    center.hears(new CredentialRevoked(query.credential(), center.now()));
    assertThat(shown(ShowShortlist.Form.PAGE)).isEmpty();
    assertThat(shown(ShowShortlist.Form.TABLE)).isEmpty();
    assertThat(center.sightings.listOf(SearchCenter.learner("ada"))).isEmpty();
    assertThat(center.audited("shortlist-shown")).isEqualTo(before);
    assertThat(kept(profile, "again")).isEqualTo(KeepInMind.Result.UNKNOWN_PROFILE);
    assertThat(database.inTransaction(() -> askLearner.ask(ACME, profile, "Hello")))
        .isInstanceOf(AskLearner.Result.UnknownProfile.class);
  }

  /** 499 others are on the list, who show what somebody shows. */
  private void listOthers() {
    center.jdbi.useHandle(handle -> {
      handle.execute(
          """
          insert into search.profile (learner, id, version, audience, granted_at, expires_at)
          select gen_random_uuid(), gen_random_uuid(), 1, 'EVERYONE', '2026-11-01', '2027-10-31'
            from generate_series(1, 499)
          """);
      handle.execute(
          """
          insert into search.achievement
            (credential, learner, record, skill, issuer, achieved_on, issued_at, signed_by, percent, evidence)
          select gen_random_uuid(), p.learner, gen_random_uuid(), a.skill, a.issuer, a.achieved_on,
                 a.issued_at, a.signed_by, a.percent, a.evidence
            from search.profile p
            cross join (select * from search.achievement limit 1) a
           where not exists (select from search.achievement b where b.learner = p.learner)
          """);
      handle.execute(
          """
          insert into search.profile_achievement (learner, credential)
          select a.learner, a.credential from search.achievement a
           where not exists (select from search.profile_achievement c where c.learner = a.learner)
          """);
      handle.execute(
          """
          insert into search.shortlist (employer, profile, added_at)
          select 'acme', id, '2026-11-01' from search.profile
           where learner not in (select id from search.learner)
          """);
    });
  }

  @Test
  void a_full_shortlist_says_so_and_its_notes_can_be_changed() throws Exception {
    UUID profile = center.shown("ada", center.attained(SKILL));
    kept(profile, "first");
    center.shown("bob", center.attained(SKILL));
    listOthers();
    assertThat(shown(ShowShortlist.Form.PAGE)).hasSize(Shortlists.MOST);
    UUID another =
        center.found(ACME, SKILL).stream()
            .filter(each -> !each.equals(profile))
            .findFirst()
            .orElseThrow();
    assertThat(kept(another, "")).isEqualTo(KeepInMind.Result.LIST_FULL);
    assertThat(kept(profile, "second")).isEqualTo(KeepInMind.Result.KEPT);
    assertThat(shortlists.findNote(ACME, profile)).contains("second");
    center.withdraw("ada");
    assertThat(kept(another, "")).as("there is room again").isEqualTo(KeepInMind.Result.KEPT);
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
