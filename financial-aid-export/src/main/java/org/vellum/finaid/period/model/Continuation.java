package org.vellum.finaid.period.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.vellum.finaid.measure.model.Derived;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.measure.model.UnitsAndWeeks;

/** Whether a learner who comes to a program goes on in a payment period or begins anew. */
public enum Continuation {
  /** The period that was left goes on, with its aid restored and its charges as they were. */
  SAME_PERIOD,
  /** A new period begins, and what remains is treated as the whole program. */
  NEW_PERIOD;

  /** The longest absence, in calendar days, after which the same period goes on. */
  public static final int LONGEST_ABSENCE = 180;

  private static final String WITHIN = "34 CFR 668.4(f)";
  private static final String ANEW = "34 CFR 668.4(g)";

  /** A learner who withdrew comes back to the same program. */
  public static Derived<Continuation> reentry(
      LocalDate withdrawn, LocalDate reentered, Ruleset ruleset) {
    long days = ChronoUnit.DAYS.between(withdrawn, reentered);
    if (days < 0) {
      throw new IllegalArgumentException("comes back before leaving: " + reentered);
    }
    return days <= LONGEST_ABSENCE
        ? new Derived<>(SAME_PERIOD, ruleset.rule(WITHIN))
        : new Derived<>(NEW_PERIOD, ruleset.rule(ANEW));
  }

  /** A learner comes from another school, or after a withdrawal to another program, at any time. */
  public static Derived<Continuation> transfer(Ruleset ruleset) {
    return new Derived<>(NEW_PERIOD, ruleset.rule(ANEW));
  }

  /**
   * A learner changes to another program of the school. The school <em>may</em> treat it as the
   * same period if all five conditions hold; so this is the most that the rule allows.
   */
  public static Derived<Continuation> changeOfProgram(ChangeOfProgram change, Ruleset ruleset) {
    return change.allHold()
        ? new Derived<>(SAME_PERIOD, ruleset.rule(ANEW))
        : new Derived<>(NEW_PERIOD, ruleset.rule(ANEW));
  }

  /**
   * What is left of a program, which is then treated as the whole.
   *
   * @param accepted what the school counts as done already; weeks are the school's to set
   */
  public static Derived<UnitsAndWeeks> remaining(
      UnitsAndWeeks program, UnitsAndWeeks accepted, Ruleset ruleset) {
    UnitsAndWeeks rest = program.minus(accepted);
    if (!rest.isPositive()) {
      throw new IllegalArgumentException("nothing remains of the program: " + rest);
    }
    return new Derived<>(rest, ruleset.rule(ANEW));
  }
}
