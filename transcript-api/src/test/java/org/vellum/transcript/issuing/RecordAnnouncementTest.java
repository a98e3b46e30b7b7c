package org.vellum.transcript.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.transcript.fixture.Facts.ada;
import static org.vellum.transcript.fixture.Facts.attainment;
import static org.vellum.transcript.fixture.Facts.competency;
import static org.vellum.transcript.fixture.Facts.completion;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.contracts.AttainmentRecorded;
import org.vellum.contracts.CourseCompleted;
import org.vellum.contracts.CredentialRevoked;
import org.vellum.contracts.PublishedAchievement;
import org.vellum.contracts.RecordPublished;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

class RecordAnnouncementTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "transcript")
          .emptyAfterEach("transcript");

  private final Registrar registrar = new Registrar(database);
  private final AttainmentRecorded asks =
      attainment(
          registrar.institution.anId(),
          competency(registrar.institution.ids.nextV4(), "Asks a question that data can answer"));
  private final CourseCompleted course =
      completion(registrar.institution.anId(), "course-adp110", "Asking with data");

  @Test
  void a_published_record_and_a_revocation_are_announced_without_the_learners_name_and_once_more()
      throws Exception {
    registrar.institution.empty("platform.event");
    registrar.institution.hears(ada(), asks, course);
    PublishedRecord record = registrar.published().record();
    UUID first = registrar.records.listAchievements(record.id()).getFirst().id();
    registrar.revoke(first, "Published by mistake");

    String told = registrar.institution.announced(RecordPublished.class).getFirst();
    RecordPublished published = Json.mapper().readValue(told, RecordPublished.class);
    assertThat(published.record()).isEqualTo(record.id());
    assertThat(published.achievements())
        .extracting(PublishedAchievement::name)
        .containsExactlyInAnyOrder("Asks a question that data can answer", "Asking with data");
    assertThat(published.achievements())
        .allSatisfy(each -> {
          assertThat(each.percent()).contains(90);
          assertThat(each.evidence()).hasSize(1);
          assertThat(each.verificationMethod()).startsWith("did:web:records.example.edu#");
          assertThat(each.competency().isPresent())
              .isNotEqualTo(each.courseSourcedId().isPresent());
        });
    assertThat(told).doesNotContain("Lovelace").doesNotContain("Clear questions");
    assertThat(registrar.institution.announced(CredentialRevoked.class))
        .singleElement()
        .asString()
        .contains(first.toString());

    isToldAgain(record, told);
  }

  private void isToldAgain(PublishedRecord record, String told) throws Exception {
    registrar.institution.empty("platform.event");

    assertThat(registrar.announced(Optional.empty()))
        .isEqualTo(new AnnounceRecords.Progress(1, 0, Optional.empty()));
    assertThat(registrar.institution.announced(RecordPublished.class))
        .singleElement()
        .satisfies(again ->
            assertThat(Json.mapper().readTree(again)).isEqualTo(Json.mapper().readTree(told)));
    assertThat(registrar.institution.announced(CredentialRevoked.class)).hasSize(1);

    assertThat(registrar.announced(Optional.of(ada().learner())))
        .as("after the last one")
        .isEqualTo(new AnnounceRecords.Progress(0, 0, Optional.empty()));
    assertThat(registrar.announced(Optional.of(new UUID(0, 0))).announced())
        .as("taken up where it was cut off")
        .isEqualTo(1);
    assertThat(registrar.records.find(record.id()).orElseThrow().isCurrent()).isTrue();
  }
}
