package org.vellum.start;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Fills an empty server with the demonstration institution, telling how far it is. */
final class LoadDemonstration {
  private static final Duration ARRIVAL = Duration.ofMinutes(2);
  private static final int STEP = 50;

  /** A learner of the demonstration whose record is published, with what is to stand in it. */
  private record Expected(String sourcedId, int attainments, int completions) {}

  private static final List<Expected> PUBLISHED =
      List.of(
          new Expected("learner-amara", 14, 4),
          new Expected("learner-lukas", 6, 1),
          new Expected("learner-mateo", 68, 8));

  /** By whose record the next start knows that all is there. */
  private static final Expected LAST = PUBLISHED.get(PUBLISHED.size() - 1);

  private final Institution institution;
  private final GiveConsents consents;
  private final PrintStream out;

  LoadDemonstration(Institution institution, GiveConsents consents, PrintStream out) {
    this.institution = institution;
    this.consents = consents;
    this.out = out;
  }

  /** Loads what is not there yet. An earlier start that was cut off is taken up where it ended. */
  void load() throws ApiRefused, InterruptedException {
    Optional<Institution.Standing> found = institution.standing(LAST.sourcedId());
    if (found.isPresent() && isPublished(found.get())) {
      out.println("      The demonstration is there already.");
      return;
    }
    institution.importFramework();
    out.println("      The competency framework is imported.");
    institution.importRoster();
    out.println("      Learners, courses and enrolments are imported.");
    institution.replaceCatalogue();
    out.println("      The catalogue says what evidences which competency.");
    PublicApi lms = institution.connectLms("Demonstration LMS");
    int results = institution.sendResults(lms, this::tell);
    out.println("      " + results + " evaluation results are sent.");
    publish();
  }

  private boolean isPublished(Institution.Standing learner) throws ApiRefused {
    String record =
        institution.registrar().get("/records/" + learner.learner(), "application/json").body();
    return !InstitutionFiles.json(record).path("versions").isEmpty();
  }

  private void tell(int sent) {
    if (sent % STEP == 0) {
      out.println("      " + sent + " evaluation results …");
    }
  }

  private void publish() throws ApiRefused, InterruptedException {
    for (Expected each : PUBLISHED) {
      if (each.equals(LAST)) {
        consents.give("amara", "pseudonym", "Alder Ridge");
        consents.give("lukas", "name", "Alder Ridge");
      }
      Institution.Standing standing =
          institution.await(each.sourcedId(), each.attainments(), each.completions(), ARRIVAL);
      institution.publish(standing.learner());
    }
    out.println("      " + PUBLISHED.size() + " records are published and signed.");
    out.println("      Employers find amara and lukas.");
  }
}
