package org.vellum.transcript.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.transcript.fixture.Facts.ADA;
import static org.vellum.transcript.fixture.Facts.ada;
import static org.vellum.transcript.fixture.Facts.attainment;
import static org.vellum.transcript.fixture.Facts.competency;
import static org.vellum.transcript.fixture.Facts.completion;
import static org.vellum.transcript.fixture.Facts.named;
import static org.vellum.transcript.fixture.Facts.withdrawal;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.contracts.AttainmentRecorded;
import org.vellum.contracts.CourseCompleted;
import org.vellum.credentials.verification.Check;
import org.vellum.credentials.verification.Verdict;
import org.vellum.credentials.verification.VerificationReport;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

class PublishRecordTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "transcript")
          .emptyAfterEach("transcript");

  private final Registrar registrar = new Registrar(database);
  private final AttainmentRecorded asks = attained("Asks a question that data can answer");
  private final AttainmentRecorded queries = attained("Writes a query");
  private final CourseCompleted course =
      completion(registrar.institution.anId(), "course-adp110", "Asking with data");

  private AttainmentRecorded attained(String statement) {
    return attainment(
        registrar.institution.anId(), competency(registrar.institution.ids.nextV4(), statement));
  }

  @Test
  void a_stranger_finds_a_published_record_valid_in_every_part() throws Exception {
    registrar.institution.hears(ada(), asks, queries, course);
    PublishRecord.Result.Published published = registrar.published();

    VerificationReport report = registrar.verify(published.record().credential());

    assertThat(report.checks()).allSatisfy(check -> assertThat(check.findings()).isEmpty());
    assertThat(report.verdict()).isEqualTo(Verdict.VALID);
    assertThat(report.nested())
        .hasSize(3)
        .extracting(VerificationReport::verdict)
        .containsOnly(Verdict.VALID);
    assertThat(published.signed()).isEqualTo(3);
  }

  @Test
  void each_achievement_is_a_valid_credential_of_its_own() throws Exception {
    registrar.institution.hears(ada(), asks, course);
    UUID record = registrar.published().record().id();
    assertThat(registrar.records.listAchievements(record))
        .hasSize(2)
        .allSatisfy(each ->
            assertThat(registrar.verify(each.credential()).verdict()).isEqualTo(Verdict.VALID));
  }

  @Test
  void publishing_again_without_change_gives_the_same_record() throws Exception {
    registrar.institution.hears(ada(), asks);
    PublishedRecord first = registrar.published().record();
    registrar.institution.clock.pass(Duration.ofDays(1));

    assertThat(registrar.publish()).isEqualTo(new PublishRecord.Result.Unchanged(first));
    assertThat(registrar.institution.count("published_record")).isEqualTo(1);
    assertThat(registrar.institution.count("issued_achievement")).isEqualTo(1);
  }

  @Test
  void a_new_achievement_makes_a_new_version_with_the_old_credentials_as_they_were()
      throws Exception {
    registrar.institution.hears(ada(), asks);
    PublishedRecord first = registrar.published().record();
    IssuedAchievement kept = registrar.records.listAchievements(first.id()).getFirst();
    registrar.institution.hears(queries);

    PublishRecord.Result.Published second = registrar.published();

    assertThat(second.signed()).isEqualTo(1);
    assertThat(second.reused()).isEqualTo(1);
    assertThat(second.record().version()).isEqualTo(2);
    assertThat(registrar.records.listAchievements(second.record().id())).contains(kept);
    assertThat(registrar.records.find(first.id()).orElseThrow().supersededBy())
        .contains(second.record().id());
    assertThat(registrar.records.findCurrentOf("ada")).contains(second.record());
    assertThat(registrar.verify(first.credential()).verdict()).isEqualTo(Verdict.VALID);
  }

  @Test
  void a_withdrawn_attainment_is_left_out_and_its_credential_revoked() throws Exception {
    registrar.institution.hears(ada(), asks, queries);
    PublishedRecord first = registrar.published().record();
    registrar.institution.hears(withdrawal(asks.attainment()));

    PublishRecord.Result.Published second = registrar.published();

    assertThat(second.revoked()).isEqualTo(1);
    assertThat(registrar.verify(second.record().credential()).verdict()).isEqualTo(Verdict.VALID);
    VerificationReport old = registrar.verify(first.credential());
    assertThat(old.verdict()).isEqualTo(Verdict.INVALID);
    assertThat(old.check(Check.Kind.STATUS).verdict()).isEqualTo(Verdict.VALID);
    assertThat(old.nested())
        .extracting(VerificationReport::verdict)
        .containsExactlyInAnyOrder(Verdict.INVALID, Verdict.VALID);
    IssuedAchievement revoked =
        registrar.records.listAchievements(first.id()).stream()
            .filter(each -> each.fact().equals(asks.attainment()))
            .findFirst()
            .orElseThrow();
    assertThat(registrar.institution.revocations.findReason(revoked.id()))
        .contains(Reasons.WITHDRAWN);
    assertThat(registrar.institution.audited("credential-revoked", revoked.id().toString()))
        .isEqualTo(1);
  }

  @Test
  void when_nothing_stands_any_more_the_record_is_revoked() throws Exception {
    registrar.institution.hears(ada(), asks);
    PublishedRecord record = registrar.published().record();
    registrar.institution.hears(withdrawal(asks.attainment()));

    assertThat(registrar.publish()).isEqualTo(new PublishRecord.Result.Emptied(record));
    assertThat(registrar.verify(record.credential()).check(Check.Kind.STATUS).verdict())
        .isEqualTo(Verdict.INVALID);
    assertThat(registrar.publish()).isInstanceOf(PublishRecord.Result.NothingStands.class);
  }

  @Test
  void a_revoked_record_turns_invalid_and_says_why() throws Exception {
    registrar.institution.hears(ada(), asks);
    PublishedRecord record = registrar.published().record();
    assertThat(registrar.verify(record.credential()).verdict()).isEqualTo(Verdict.VALID);

    registrar.revoke(record.id(), "Published for the wrong learner");

    VerificationReport report = registrar.verify(record.credential());
    assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
    assertThat(report.check(Check.Kind.STATUS).verdict()).isEqualTo(Verdict.INVALID);
    assertThat(report.check(Check.Kind.PROOF).verdict()).isEqualTo(Verdict.VALID);
    assertThat(registrar.institution.revocations.findReason(record.id()))
        .contains("Published for the wrong learner");
  }

  @Test
  void after_a_revocation_the_record_can_be_published_anew() throws Exception {
    registrar.institution.hears(ada(), asks);
    PublishedRecord record = registrar.published().record();
    registrar.revoke(record.id(), "Wrong envelope");

    PublishRecord.Result.Published again = registrar.published();

    assertThat(again.signed()).isZero();
    assertThat(again.reused()).isEqualTo(1);
    assertThat(registrar.verify(again.record().credential()).verdict()).isEqualTo(Verdict.VALID);
  }

  @Test
  void publishing_does_not_undo_the_revocation_of_an_achievement() throws Exception {
    registrar.institution.hears(ada(), asks, queries);
    PublishedRecord first = registrar.published().record();
    IssuedAchievement achievement = registrar.records.listAchievements(first.id()).getFirst();
    registrar.revoke(achievement.id(), "Issued in error");

    PublishRecord.Result.Published second = registrar.published();

    assertThat(second.signed()).isZero();
    assertThat(registrar.records.listAchievements(second.record().id()))
        .hasSize(1)
        .doesNotContain(achievement);
    assertThat(registrar.publish()).isInstanceOf(PublishRecord.Result.Unchanged.class);
  }

  @Test
  void a_new_name_makes_new_credentials_and_leaves_the_old_ones_valid() throws Exception {
    registrar.institution.hears(ada(), asks);
    PublishedRecord first = registrar.published().record();
    registrar.institution.hears(named("Ada", "King"));

    PublishRecord.Result.Published second = registrar.published();

    assertThat(second.signed()).isEqualTo(1);
    assertThat(second.record().credential()).contains("Ada King").doesNotContain("Lovelace");
    assertThat(registrar.verify(first.credential()).verdict()).isEqualTo(Verdict.VALID);
  }

  @Test
  void two_who_publish_at_once_make_one_record() throws Exception {
    registrar.institution.hears(ada(), asks, queries, course);
    Registrar otherNode = new Registrar(database);
    List<Callable<PublishRecord.Result>> both = List.of(registrar::publish, otherNode::publish);
    try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
      List<Future<PublishRecord.Result>> results = nodes.invokeAll(both);
      assertThat(List.of(results.get(0).get(), results.get(1).get()))
          .anyMatch(PublishRecord.Result.Published.class::isInstance)
          .anyMatch(PublishRecord.Result.Unchanged.class::isInstance);
    }
    assertThat(registrar.institution.count("published_record")).isEqualTo(1);
    assertThat(registrar.institution.count("status_entry")).isEqualTo(4);
    assertThat(registrar.institution.keys.list(registrar.institution.issuer.did())).hasSize(1);
  }

  @Test
  void who_has_achieved_nothing_has_nothing_to_publish_and_a_stranger_is_unknown()
      throws Exception {
    assertThat(registrar.publish()).isInstanceOf(PublishRecord.Result.UnknownLearner.class);
    registrar.institution.hears(ada());
    assertThat(registrar.publish()).isInstanceOf(PublishRecord.Result.NothingStands.class);
    assertThat(registrar.institution.count("published_record")).isZero();
    assertThat(registrar.institution.count("holder")).isZero();
  }

  @Test
  void every_signature_is_accounted_for() throws Exception {
    registrar.institution.hears(ada(), asks);
    UUID record = registrar.published().record().id();
    UUID achievement = registrar.records.listAchievements(record).getFirst().id();
    assertThat(registrar.institution.audited("record-published", record.toString())).isEqualTo(1);
    assertThat(registrar.institution.audited("credential-signed", record.toString())).isEqualTo(1);
    assertThat(registrar.institution.audited("credential-signed", achievement.toString()))
        .isEqualTo(1);
  }

  @Test
  void the_preview_says_what_publishing_would_do_and_does_nothing() throws Exception {
    registrar.institution.hears(ada(), asks, queries);
    registrar.published();
    registrar.institution.hears(course, withdrawal(asks.attainment()));

    LearnerRecord.Changes changes = registrar.learnerRecords.find(ADA).orElseThrow().changes();

    assertThat(changes.any()).isTrue();
    assertThat(changes.signed()).extracting("title").containsExactly("Asking with data");
    assertThat(changes.revoked())
        .extracting("title")
        .containsExactly("Asks a question that data can answer");
    assertThat(changes.kept()).isEqualTo(1);
    assertThat(registrar.institution.count("published_record")).isEqualTo(1);
    registrar.published();
    assertThat(registrar.learnerRecords.find(ADA).orElseThrow().changes().any()).isFalse();
  }

  @Test
  void a_record_of_sixty_achievements_is_published_at_once() throws Exception {
    registrar.institution.hears(ada());
    for (int i = 0; i < 60; i++) {
      registrar.institution.hears(attained("Competency " + i));
    }
    PublishRecord.Result.Published published = registrar.published();
    assertThat(published.signed()).isEqualTo(60);
    VerificationReport report = registrar.verify(published.record().credential());
    assertThat(report.verdict()).isEqualTo(Verdict.VALID);
    assertThat(report.nested()).hasSize(60);
  }

  @Test
  void only_its_holder_is_given_a_credential() throws Exception {
    registrar.institution.hears(ada(), asks);
    PublishedRecord record = registrar.published().record();
    assertThat(registrar.credentials.findFor("ada", record.id())).contains(record.credential());
    assertThat(registrar.credentials.findFor("grace", record.id())).isEmpty();
    assertThat(registrar.records.findCurrentOf("grace")).isEmpty();
    assertThat(registrar.credentials.belongs(record.id(), UUID.randomUUID())).isFalse();
  }
}
