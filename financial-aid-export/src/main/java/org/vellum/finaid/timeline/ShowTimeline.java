package org.vellum.finaid.timeline;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vellum.finaid.facts.FactsSnapshot;
import org.vellum.finaid.facts.LearnerFactsSource;
import org.vellum.finaid.facts.model.EnrollmentFacts;
import org.vellum.finaid.facts.model.Equivalencies;
import org.vellum.finaid.facts.model.LearnerFacts;
import org.vellum.finaid.facts.model.ProgramCatalogue;
import org.vellum.finaid.facts.model.ProgramFacts;
import org.vellum.finaid.facts.model.StudentFacts;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.timeline.model.EnrollmentTimeline;
import org.vellum.finaid.timeline.model.ProgramRules;
import org.vellum.platform.usecase.Component;

/** Derives what follows today from all that is known of a learner. */
@Component
public class ShowTimeline {
  private final LearnerFactsSource source;
  private final Clock clock;

  @Inject
  public ShowTimeline(LearnerFactsSource source, Clock clock) {
    this.source = source;
    this.clock = clock;
  }

  /**
   * A learner's page.
   *
   * @param student who it is
   * @param asOf the day up to which the facts are known
   * @param ruleVersion the rules by which it was derived
   * @param enrollments the newest first
   */
  public record Shown(
      StudentFacts student, LocalDate asOf, String ruleVersion, List<TimelineView> enrollments) {
    public Shown {
      enrollments = List.copyOf(enrollments);
    }
  }

  /** The learner whom the school knows by this id. */
  public Optional<Shown> of(String studentId) {
    LocalDate asOf = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Ruleset ruleset = Ruleset.inForceOn(asOf).orElse(Ruleset.US_TIV_2025_1);
    try (FactsSnapshot snapshot = source.open()) {
      Map<String, String> titles = snapshot.unitTitles(studentId);
      return snapshot
          .find(studentId)
          .map(learner ->
              new Shown(
                  learner.student(),
                  asOf,
                  ruleset.code(),
                  views(learner, snapshot.catalogue(), asOf, ruleset, titles)));
    }
  }

  private static List<TimelineView> views(
      LearnerFacts learner,
      ProgramCatalogue catalogue,
      LocalDate asOf,
      Ruleset ruleset,
      Map<String, String> titles) {
    Equivalencies equivalencies = new Equivalencies(catalogue.equivalencies());
    List<TimelineView> views = new ArrayList<>();
    for (EnrollmentFacts enrollment : learner.enrollments().reversed()) {
      ProgramFacts program = catalogue.programs().get(enrollment.programVersionId());
      views.add(
          program == null
              ? TimelineView.of(enrollment, titles)
              : TimelineView.of(
                  EnrollmentTimeline.of(
                      learner,
                      enrollment,
                      ProgramRules.of(program, catalogue, equivalencies, ruleset),
                      asOf),
                  asOf,
                  titles));
    }
    return views;
  }
}
