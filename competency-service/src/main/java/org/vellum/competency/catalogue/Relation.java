package org.vellum.competency.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.vellum.competency.catalogue.model.Period;

/**
 * A program, a course or a line item teaches, assesses or requires a competency. Exactly one of the
 * three is named.
 *
 * @param role which of it
 * @param competency identifier of the CFItem (CASE 1.1)
 * @param program code of a program
 * @param course {@code sourcedId} of a course (OneRoster 1.2)
 * @param lineItem {@code sourcedId} of a line item (OneRoster 1.2)
 * @param weight how much of it is about the competency, in the institution's own measure; more than
 *     0
 * @param threshold share of the way from the least to the greatest value of the scale, more than 0
 *     and at most 1: from which on it is attained, or that is required
 * @param from first day on which it holds
 * @param to first day on which it holds no more
 */
public record Relation(
    Role role,
    UUID competency,
    Optional<String> program,
    Optional<String> course,
    Optional<String> lineItem,
    Optional<BigDecimal> weight,
    Optional<BigDecimal> threshold,
    Optional<LocalDate> from,
    Optional<LocalDate> to) {

  public static Relation of(EvidenceRule rule) {
    return new Relation(
        Role.ASSESSES,
        rule.competency(),
        Optional.empty(),
        rule.course(),
        rule.lineItem(),
        rule.weight(),
        Optional.of(rule.threshold()),
        rule.from(),
        rule.to());
  }

  /** The rule of evidence that it is; empty if it is none. */
  public Optional<EvidenceRule> asEvidence() {
    return role == Role.ASSESSES
        ? threshold.map(
            share -> new EvidenceRule(competency, lineItem, course, share, weight, from, to))
        : Optional.empty();
  }

  /** When it holds. */
  public Period period() {
    return new Period(from, to);
  }

  public Relation during(Period period) {
    return new Relation(
        role, competency, program, course, lineItem, weight, threshold, period.from(), period.to());
  }

  /** The same three, whatever is said of them: of such, one holds on a day. */
  public Relation pair() {
    return new Relation(
        role,
        competency,
        program,
        course,
        lineItem,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** What is related to the competency, by its name. */
  public String by() {
    return program.or(() -> course).or(() -> lineItem).orElseThrow();
  }
}
