package org.vellum.transcript.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.transcript.fixture.Facts.ada;
import static org.vellum.transcript.fixture.Facts.attainment;
import static org.vellum.transcript.fixture.Facts.competency;
import static org.vellum.transcript.fixture.Facts.completion;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;
import org.vellum.transcript.issuing.IssuedAchievement;
import org.vellum.transcript.issuing.PublishedRecord;
import org.vellum.transcript.sharing.CreateShare.Wish;

class CreateShareTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "transcript")
          .emptyAfterEach("transcript");

  private final Desk desk = new Desk(database);

  private PublishedRecord published() throws Exception {
    desk.institution.hears(
        ada(),
        attainment(desk.institution.anId(), competency(desk.institution.ids.nextV4(), "Asks")),
        attainment(desk.institution.anId(), competency(desk.institution.ids.nextV4(), "Queries")),
        completion(desk.institution.anId(), "course-1", "Asking with data"));
    return desk.publisher.publish();
  }

  private List<ShareRefusal> refused(Wish wish) throws Exception {
    CreateShare.Result result = desk.create("ada", wish);
    assertThat(desk.institution.count("share")).isZero();
    return result instanceof CreateShare.Result.Refused(var reasons) ? reasons : List.of();
  }

  private Wish until(LocalDate day) {
    return new Wish(Optional.empty(), day, "", "");
  }

  @Test
  void a_selection_holds_what_was_chosen_and_nothing_else() throws Exception {
    PublishedRecord record = published();
    IssuedAchievement chosen = desk.publisher.records().listAchievements(record.id()).get(1);

    String signed = desk.shown(desk.created(desk.only(chosen.id())).token()).credential();

    JsonNode selection = Json.mapper().readTree(signed);
    JsonNode inside = selection.at("/credentialSubject/verifiableCredential");
    assertThat(inside).hasSize(1);
    assertThat(inside.get(0)).isEqualTo(Json.mapper().readTree(chosen.credential()));
    assertThat(selection.path("partial").asBoolean()).isTrue();
    assertThat(selection.path("id"))
        .isNotEqualTo(Json.mapper().readTree(record.credential()).path("id"));
    desk.publisher.records().listAchievements(record.id()).stream()
        .filter(each -> !each.id().equals(chosen.id()))
        .forEach(other -> assertThat(signed).doesNotContain(other.id().toString()));
    assertThat(signed).doesNotContain(record.id().toString());
  }

  @Test
  void signing_a_selection_is_accounted_for() throws Exception {
    PublishedRecord record = published();
    UUID chosen = desk.publisher.records().listAchievements(record.id()).getFirst().id();
    CreateShare.Result.Created share = desk.created(desk.only(chosen));
    JsonNode selection = Json.mapper().readTree(desk.shown(share.token()).credential());
    String id = selection.path("id").asText();
    String uuid = id.substring(id.lastIndexOf('/') + 1);
    assertThat(desk.institution.audited("selection-signed", uuid)).isEqualTo(1);
    assertThat(desk.institution.audited("share-created", share.share().toString())).isEqualTo(1);
    assertThat(desk.shares.findRecordOf(UUID.fromString(uuid))).contains(record.id());
  }

  @Test
  void nothing_is_shared_before_something_is_published() throws Exception {
    desk.institution.hears(ada());
    assertThat(refused(desk.all())).containsExactly(ShareRefusal.NOTHING_PUBLISHED);
  }

  @Test
  void only_what_the_record_holds_can_be_chosen() throws Exception {
    published();
    assertThat(refused(desk.only(desk.institution.ids.nextV4())))
        .containsExactly(ShareRefusal.UNKNOWN_ACHIEVEMENT);
    assertThat(refused(new Wish(Optional.of(Set.of()), desk.today().plusDays(1), "", "")))
        .containsExactly(ShareRefusal.NOTHING_CHOSEN);
  }

  @Test
  void the_last_day_is_in_the_future_and_within_two_years() throws Exception {
    published();
    assertThat(refused(until(desk.today()))).containsExactly(ShareRefusal.EXPIRY_NOT_IN_FUTURE);
    assertThat(refused(until(LocalDate.MIN))).containsExactly(ShareRefusal.EXPIRY_NOT_IN_FUTURE);
    assertThat(refused(until(desk.today().plusYears(2).plusDays(1))))
        .containsExactly(ShareRefusal.EXPIRY_TOO_LATE);
    assertThat(refused(until(LocalDate.MAX))).containsExactly(ShareRefusal.EXPIRY_TOO_LATE);
    assertThat(desk.created(until(desk.today().plusYears(2)))).isNotNull();
  }

  @Test
  void a_code_has_at_least_six_characters_and_all_faults_are_told_at_once() throws Exception {
    published();
    assertThat(refused(desk.withCode("12345"))).containsExactly(ShareRefusal.CODE_LENGTH);
    assertThat(refused(new Wish(Optional.empty(), desk.today(), "n".repeat(101), "1")))
        .containsExactly(
            ShareRefusal.EXPIRY_NOT_IN_FUTURE,
            ShareRefusal.NOTE_TOO_LONG,
            ShareRefusal.CODE_LENGTH);
  }
}
