package org.vellum.transcript.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.transcript.fixture.Facts.ADA;
import static org.vellum.transcript.fixture.Facts.ada;
import static org.vellum.transcript.fixture.Facts.attainment;
import static org.vellum.transcript.fixture.Facts.competency;
import static org.vellum.transcript.fixture.Facts.completion;
import static org.vellum.transcript.fixture.Facts.learner;
import static org.vellum.transcript.fixture.Facts.named;
import static org.vellum.transcript.fixture.Facts.withdrawal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.contracts.AttainmentRecorded;
import org.vellum.contracts.CourseCompleted;
import org.vellum.contracts.CourseCompletionWithdrawn;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;
import org.vellum.transcript.fixture.Institution;

class RecordsProjectionTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "transcript")
          .emptyAfterEach("transcript");

  private final Institution institution = new Institution(database.dataSource());
  private final AttainmentRecorded attained =
      attainment(institution.anId(), competency(UUID.randomUUID(), "Asks a question"));
  private final CourseCompleted completed =
      completion(institution.anId(), "course-1", "Asking with data");

  @Test
  void facts_are_kept_as_they_were_told() {
    institution.hears(ada(), attained, completed);
    assertThat(institution.learners.find(ADA).orElseThrow().name()).isEqualTo("Ada Lovelace");
    assertThat(institution.attainments.listOf(ADA))
        .containsExactly(new Attainment(attained, Optional.empty()));
    assertThat(institution.attainments.listCompletionsOf(ADA))
        .containsExactly(new Completion(completed, Optional.empty()));
  }

  @Test
  void hearing_everything_twice_changes_nothing() {
    institution.hears(ada(), attained, completed, withdrawal(attained.attainment()));
    List<Attainment> once = institution.attainments.listOf(ADA);
    institution.hears(ada(), attained, completed, withdrawal(attained.attainment()));
    assertThat(institution.attainments.listOf(ADA)).isEqualTo(once).hasSize(1);
    assertThat(institution.count("completion")).isEqualTo(1);
    assertThat(institution.count("learner")).isEqualTo(1);
  }

  @Test
  void a_withdrawn_attainment_stays_in_history_and_does_not_stand() {
    institution.hears(ada(), attained, withdrawal(attained.attainment()));
    Attainment kept = institution.attainments.listOf(ADA).getFirst();
    assertThat(kept.stands()).isFalse();
    assertThat(kept.withdrawal().orElseThrow().reason()).contains("corrected");
  }

  @Test
  void the_order_of_arrival_does_not_matter() {
    institution.hears(
        new CourseCompletionWithdrawn(
            completed.completion(), ADA, institution.clock.instant(), "Corrected."),
        completed,
        withdrawal(attained.attainment()),
        attained,
        ada());
    assertThat(institution.attainments.listOf(ADA)).noneMatch(Attainment::stands);
    assertThat(institution.attainments.listCompletionsOf(ADA)).noneMatch(Completion::stands);
  }

  @Test
  void a_learner_is_known_by_the_newest_name() {
    institution.hears(ada(), named("Ada", "King"));
    assertThat(institution.learners.find(ADA).orElseThrow().name()).isEqualTo("Ada King");
  }

  @Test
  void the_list_is_paged_by_name_without_gap_or_repetition() {
    for (String family : List.of("Curie", "Bohr", "Curie", "Ampère", "Dirac")) {
      UUID id = institution.anId();
      institution.hears(learner(id, "u" + id, "Pat", family));
    }
    List<String> seen = new ArrayList<>();
    Optional<UUID> after = Optional.empty();
    do {
      LearnerList page = institution.learners.list("", after, 2);
      page.learners().forEach(each -> seen.add(each.familyName()));
      after = page.next();
    } while (after.isPresent());
    assertThat(seen).containsExactly("Ampère", "Bohr", "Curie", "Curie", "Dirac");
  }

  @Test
  void a_search_finds_the_beginning_of_a_name_in_any_case_and_takes_signs_as_they_are() {
    institution.hears(ada(), learner(institution.anId(), "grace", "Grace", "Hopper"));
    assertThat(institution.learners.list("LOVE", Optional.empty(), 10).learners()).hasSize(1);
    assertThat(institution.learners.list("grace", Optional.empty(), 10).learners()).hasSize(1);
    assertThat(institution.learners.list("hopper gr", Optional.empty(), 10).learners()).hasSize(1);
    assertThat(institution.learners.list("user-ada", Optional.empty(), 10).learners()).hasSize(1);
    assertThat(institution.learners.list("%", Optional.empty(), 10).learners()).isEmpty();
    assertThat(institution.learners.list("_race", Optional.empty(), 10).learners()).isEmpty();
  }

  @Test
  void the_list_counts_only_what_stands() {
    AttainmentRecorded other =
        attainment(institution.anId(), competency(UUID.randomUUID(), "Writes a query"));
    institution.hears(ada(), attained, other, completed, withdrawal(attained.attainment()));
    LearnerSummary summary =
        institution.learners.list("", Optional.empty(), 10).learners().getFirst();
    assertThat(summary.attainments()).isEqualTo(1);
    assertThat(summary.completions()).isEqualTo(1);
  }
}
