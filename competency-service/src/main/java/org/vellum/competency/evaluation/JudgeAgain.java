package org.vellum.competency.evaluation;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.vellum.competency.catalogue.RulesBegun;
import org.vellum.competency.mastery.DecideAgain;
import org.vellum.competency.mastery.Rulebook;
import org.vellum.competency.mastery.model.Subject;
import org.vellum.platform.event.EventConsumer;
import org.vellum.platform.event.EventContext;
import org.vellum.platform.event.EventLog;
import org.vellum.platform.usecase.Component;

/**
 * Judges the results that are there by rules that began after they came. So many learners at a
 * time, and the rest by an event of its own, so that no transaction lasts long and no LMS waits for
 * one. Doing it twice changes nothing: what stands already stays.
 */
@Component
public class JudgeAgain implements EventConsumer {
  private static final int AT_A_TIME = 100;

  private final EvaluationResults results;
  private final Rulebook rulebook;
  private final DecideAgain mastery;
  private final EventLog events;

  @Inject
  public JudgeAgain(
      EvaluationResults results, Rulebook rulebook, DecideAgain mastery, EventLog events) {
    this.results = results;
    this.rulebook = rulebook;
    this.mastery = mastery;
    this.events = events;
  }

  @Override
  public String cursor() {
    return "competency.judging-again";
  }

  @Override
  public Set<Class<? extends Record>> reads() {
    return Set.of(RulesBegun.class);
  }

  @Override
  public void consume(Record event, EventContext context) {
    judge((RulesBegun) event, AT_A_TIME);
  }

  void judge(RulesBegun begun, int atATime) {
    Set<Subject> subjects = rulebook.masteredBy(begun.lineItems(), begun.courses());
    List<UUID> learners = results.learnersWith(begun, atATime);
    for (UUID learner : learners) {
      results.takeTurn(learner);
      mastery.decide(learner, subjects, results.inForce(learner));
    }
    if (learners.size() == atATime) {
      events.announce(begun.after(learners.getLast()), RulesBegun.SUBJECT);
    }
  }
}
