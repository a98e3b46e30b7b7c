package org.vellum.transcript.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vellum.transcript.fixture.Facts.ada;
import static org.vellum.transcript.fixture.Facts.attainment;
import static org.vellum.transcript.fixture.Facts.competency;
import static org.vellum.transcript.fixture.Facts.learner;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.contracts.AttainmentRecorded;
import org.vellum.platform.limits.ClientAddress;
import org.vellum.platform.limits.RateLimit;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.problem.ProblemException;
import org.vellum.testsupport.TestDatabase;
import org.vellum.transcript.display.AchievementView;
import org.vellum.transcript.issuing.IssuedAchievement;
import org.vellum.transcript.issuing.PublishedRecord;
import org.vellum.transcript.sharing.OpenShare.Result.CodeNeeded;
import org.vellum.transcript.sharing.OpenShare.Result.Nothing;
import org.vellum.transcript.sharing.OpenShare.Result.Shown;
import org.vellum.transcript.sharing.OpenShare.Result.WrongCode;

class SharesTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "transcript")
          .emptyAfterEach("transcript");

  private static final UUID GRACE = UUID.fromString("01932b1e-0000-7000-8000-00000000dada");

  private final Desk desk = new Desk(database);

  private AttainmentRecorded attained(String statement) {
    return attainment(
        desk.institution.anId(), competency(desk.institution.ids.nextV4(), statement));
  }

  @BeforeEach
  void adaHasTwoAchievements() throws Exception {
    desk.institution.hears(ada(), attained("Asks a question"), attained("Writes a query"));
    desk.publisher.publish();
  }

  private List<IssuedAchievement> achievements() {
    PublishedRecord record = desk.publisher.records().findCurrentOf("ada").orElseThrow();
    return desk.publisher.records().listAchievements(record.id());
  }

  private ShareSummary only() {
    List<ShareSummary> shares = desk.shares.listOf("ada");
    assertThat(shares).hasSize(1);
    return shares.getFirst();
  }

  private static Presented code(String code) {
    return Presented.of(code, null);
  }

  @Test
  void a_shared_record_is_shown_as_it_was_signed_and_its_view_is_kept() throws Exception {
    CreateShare.Result.Created share = desk.created(desk.all());

    Shown shown = desk.shown(share.token());

    PublishedRecord record = desk.publisher.records().findCurrentOf("ada").orElseThrow();
    assertThat(shown.credential()).isEqualTo(record.credential());
    assertThat(shown.view().learner()).isEqualTo("Ada Lovelace");
    assertThat(shown.view().achievements())
        .extracting(AchievementView::title)
        .containsExactlyInAnyOrder("Asks a question", "Writes a query");
    assertThat(only().views()).isEqualTo(1);
    assertThat(only().lastViewedAt()).contains(desk.institution.clock.instant());
    assertThat(desk.institution.audited("record-disclosed", record.id().toString())).isEqualTo(1);
  }

  @Test
  void a_guessed_link_reveals_nothing() throws Exception {
    assertThat(desk.open("guessed")).isEqualTo(new Nothing("UNKNOWN"));
  }

  @Test
  void a_withdrawn_share_reveals_nothing() throws Exception {
    CreateShare.Result.Created share = desk.created(desk.all());

    assertThat(desk.withdraw("ada", share.share())).isEqualTo(WithdrawShare.Result.WITHDRAWN);

    assertThat(desk.open(share.token())).isEqualTo(new Nothing("WITHDRAWN"));
    assertThat(only().state()).isEqualTo(ShareState.WITHDRAWN);
    assertThat(only().link()).isEmpty();
    assertThat(only().views()).isZero();
    assertThat(desk.institution.audited("share-withdrawn", share.share().toString())).isEqualTo(1);
  }

  @Test
  void an_expired_share_reveals_nothing_from_the_end_of_its_last_day() throws Exception {
    CreateShare.Result.Created share = desk.created(desk.all());
    desk.institution.clock.pass(Duration.ofDays(30).plusHours(14).plusMinutes(29));
    assertThat(desk.open(share.token())).isInstanceOf(Shown.class);

    desk.institution.clock.pass(Duration.ofMinutes(1));

    assertThat(desk.open(share.token())).isEqualTo(new Nothing("EXPIRED"));
    assertThat(only().state()).isEqualTo(ShareState.EXPIRED);
  }

  @Test
  void five_wrong_codes_lock_a_share_also_for_the_right_one() throws Exception {
    String token = desk.created(desk.withCode("open sesame")).token();
    for (int wrong = 1; wrong < 5; wrong++) {
      assertThat(desk.open(token, code("wrong" + wrong))).isEqualTo(new WrongCode());
    }

    assertThat(desk.open(token, code("wrong5"))).isEqualTo(new Nothing("LOCKED"));

    assertThat(desk.open(token, code("open sesame"))).isEqualTo(new Nothing("LOCKED"));
    assertThat(desk.open(token)).isEqualTo(new Nothing("LOCKED"));
    assertThat(only().state()).isEqualTo(ShareState.LOCKED);
    desk.institution.clock.pass(Duration.ofMinutes(15));
    assertThat(desk.open(token, code("open sesame"))).isInstanceOf(Shown.class);
  }

  @Test
  void the_right_code_opens_a_share_and_makes_the_wrong_ones_forgotten() throws Exception {
    String token = desk.created(desk.withCode("open sesame")).token();
    assertThat(desk.open(token)).isEqualTo(new CodeNeeded());
    for (int round = 0; round < 2; round++) {
      for (int wrong = 0; wrong < 4; wrong++) {
        assertThat(desk.open(token, code("guess"))).isEqualTo(new WrongCode());
      }
      assertThat(desk.open(token, code(" open sesame "))).isInstanceOf(Shown.class);
    }
  }

  @Test
  void a_pass_opens_its_own_share_for_half_an_hour() throws Exception {
    String token = desk.created(desk.withCode("open sesame")).token();
    String other = desk.created(desk.withCode("open sesame")).token();
    assertThat(desk.unlock(token, "not it")).isEqualTo(new UnlockShare.Result.WrongCode());
    String pass = ((UnlockShare.Result.Unlocked) desk.unlock(token, "open sesame")).pass();
    Presented presented = Presented.of(null, pass);

    assertThat(desk.open(token, presented)).isInstanceOf(Shown.class);

    assertThat(desk.open(other, presented)).isEqualTo(new CodeNeeded());
    assertThat(desk.open(token, Presented.of(null, "9" + pass))).isEqualTo(new CodeNeeded());
    desk.institution.clock.pass(Duration.ofMinutes(30));
    assertThat(desk.open(token, presented)).isEqualTo(new CodeNeeded());
  }

  @Test
  void every_reason_gives_the_same_empty_answer() {
    ShareGuard guard = guard();
    Problem elsewhere = Problem.of(404, "Not found", "There is nothing at this address.");
    assertThat(Stream.of(Entry.Reason.values()).map(each -> guard.nothing(each.name()).problem()))
        .containsOnly(elsewhere);
  }

  private ShareGuard guard() {
    return new ShareGuard(
        new RateLimit(desk.institution.jdbi, desk.institution.clock),
        new ClientAddress(desk.platform));
  }

  @Test
  void an_address_gets_twenty_prints_a_minute_and_visits_beside_them() {
    ShareGuard guard = guard();
    for (int i = 0; i < 20; i++) {
      guard.admitPrint("192.0.2.77");
    }

    assertThatThrownBy(() -> guard.admitPrint("192.0.2.77"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.problem().status()).isEqualTo(429));
    guard.admit("192.0.2.77", Presented.nothing());
    guard.admitPrint("198.51.100.7");
    desk.institution.clock.pass(Duration.ofMinutes(1));
    guard.admitPrint("192.0.2.77");
  }

  @Test
  void the_learner_reads_the_link_again_and_the_database_cannot() throws Exception {
    String token = desk.created(desk.all()).token();

    assertThat(only().link()).contains(desk.platform.address("/shares/" + token));

    String stored =
        desk.institution.jdbi.withHandle(handle ->
            handle
                .createQuery("select row_to_json(s)::text from transcript.share s")
                .mapTo(String.class)
                .one());
    assertThat(stored).doesNotContain(token);
    assertThat(new Desk(database, "a changed secret, also long enough").shares.listOf("ada"))
        .singleElement()
        .satisfies(share -> assertThat(share.link()).isEmpty());
  }

  @Test
  void nobody_sees_or_withdraws_the_shares_of_somebody_else() throws Exception {
    desk.institution.hears(learner(GRACE, "grace", "Grace", "Hopper"));
    CreateShare.Result.Created share = desk.created(desk.all());

    assertThat(desk.shares.listOf("grace")).isEmpty();
    assertThat(desk.withdraw("grace", share.share())).isEqualTo(WithdrawShare.Result.UNKNOWN_SHARE);
    assertThat(desk.open(share.token())).isInstanceOf(Shown.class);
  }

  @Test
  void a_share_of_the_whole_record_follows_it_and_a_selection_stays() throws Exception {
    UUID chosen = achievements().getFirst().id();
    String whole = desk.created(desk.all()).token();
    String selection = desk.created(desk.only(chosen)).token();
    String before = desk.shown(selection).credential();
    desk.institution.hears(attained("Draws a chart"));
    desk.publisher.publish();

    assertThat(desk.shown(whole).view().achievements()).hasSize(3);
    assertThat(desk.shown(selection).credential()).isEqualTo(before);
  }

  @Test
  void what_was_revoked_since_is_said() throws Exception {
    UUID chosen = achievements().getFirst().id();
    String selection = desk.created(desk.only(chosen)).token();
    PublishedRecord record = desk.publisher.records().findCurrentOf("ada").orElseThrow();
    desk.publisher.revoke(chosen, "Graded in error");
    assertThat(desk.shown(selection).view().revoked()).isEqualTo(1);

    desk.publisher.revoke(record.id(), "Published too early");

    assertThat(desk.shown(selection).view().revocation().orElseThrow().reason())
        .isEqualTo("Published too early");
  }
}
