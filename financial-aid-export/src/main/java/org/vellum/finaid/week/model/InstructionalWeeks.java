package org.vellum.finaid.week.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vellum.finaid.measure.model.Derived;
import org.vellum.finaid.measure.model.Ruleset;

/**
 * The weeks of instructional time since a first day: consecutive blocks of seven days, each counted
 * once if it has at least one day of scheduled instruction, examination or study for finals (34 CFR
 * 668.3(b)).
 *
 * @param firstDay the first day of the first block; may be up to six days before the first class
 */
public record InstructionalWeeks(LocalDate firstDay) {

  private static final int DAYS = 7;
  private static final String CITATION = "34 CFR 668.3(b)";

  /**
   * The days of instruction of a course that meets on given days of the week. For a course that is
   * always open, all seven: the week counts by what the school makes available in it.
   */
  public static Set<LocalDate> daysOfInstruction(
      DateRange course, Set<DayOfWeek> meets, Collection<DateRange> noClass) {
    return course.stream()
        .filter(day -> meets.contains(day.getDayOfWeek()))
        .filter(day -> noClass.stream().noneMatch(range -> range.contains(day)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * The last days of the blocks that count, in order. Days of several courses are given together; a
   * block is counted once. A day of leave is no day of instruction for the learner on leave, so
   * that a block wholly on leave does not count, and one with a day outside of the leave does: this
   * part is our reading.
   */
  public List<LocalDate> ends(
      Collection<LocalDate> daysOfInstruction, Collection<DateRange> leaves) {
    return daysOfInstruction.stream()
        .filter(day -> !day.isBefore(firstDay))
        .filter(day -> leaves.stream().noneMatch(leave -> leave.contains(day)))
        .map(this::block)
        .distinct()
        .sorted()
        .map(this::lastDay)
        .toList();
  }

  /** How many blocks count. */
  public Derived<Integer> elapsed(
      Collection<LocalDate> daysOfInstruction, Collection<DateRange> leaves, Ruleset ruleset) {
    return new Derived<>(ends(daysOfInstruction, leaves).size(), ruleset.rule(CITATION));
  }

  /** How many of the blocks that count have a day of academic engagement (34 CFR 600.2). */
  public Derived<Integer> engaged(
      Collection<LocalDate> daysOfInstruction,
      Collection<DateRange> leaves,
      Collection<LocalDate> daysOfEngagement,
      Ruleset ruleset) {
    Set<LocalDate> engaged =
        daysOfEngagement.stream()
            .filter(day -> !day.isBefore(firstDay))
            .map(day -> lastDay(block(day)))
            .collect(Collectors.toSet());
    int weeks = (int) ends(daysOfInstruction, leaves).stream().filter(engaged::contains).count();
    return new Derived<>(weeks, ruleset.reading(CITATION));
  }

  private long block(LocalDate day) {
    return ChronoUnit.DAYS.between(firstDay, day) / DAYS;
  }

  private LocalDate lastDay(long block) {
    return firstDay.plusDays(block * DAYS + DAYS - 1);
  }
}
