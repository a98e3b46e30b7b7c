package org.vellum.finaid.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vellum.finaid.delta.Comparison;
import org.vellum.finaid.delta.KnownRecords;
import org.vellum.finaid.delta.Position;
import org.vellum.finaid.export.ExportRecord;
import org.vellum.finaid.facts.model.LearnerFacts;
import org.vellum.finaid.records.LearnerRecords;

/**
 * Tries on a learner what runs of changes will make of what a run of all records remembers: one of
 * the records is taken to have said something else, and the same facts are taken to have become
 * known again a second later. That record is to be given, with its schedule if it is of one, and no
 * other, also none whose fingerprint is not known; and of what is remembered then, nothing.
 *
 * <p>A run of all records tries it with some of its learners, so that nothing is published that
 * would not be found again. It is also why the machine code that is made for such a run knows
 * records that were published before: a run of changes would meet the first of them otherwise, and
 * all of it would be compiled anew.
 */
final class NextChanges {
  private static final int FIRST = 1_000;
  private static final int EACH_OF_FIRST = 8;
  private static final int EACH = 64;

  /** Of a second, because times have more decimals or fewer. */
  private static final long A_FEW = 100_000;

  private final LearnerRecords records;
  private LearnerFacts facts;
  private Position position;

  private NextChanges(LearnerRecords records, LearnerFacts facts, Position position) {
    this.records = records;
    this.facts = facts;
    this.position = position;
  }

  /**
   * The next learner of a part with whom it is tried: more of the first, because code is compiled
   * by what was done early.
   *
   * @param number of one with whom it was tried, from 0
   */
  static long after(long number) {
    return number + (number < FIRST ? EACH_OF_FIRST : EACH);
  }

  /**
   * Tries it.
   *
   * @param remembered of the learner by this run, as {@link KnownRecords#bytes}
   * @param now how far the facts reach
   * @param number of the record that is taken to have said something else, if there are as many;
   *     they are counted around
   * @return which record would be given or left out where it should not, if one would
   */
  static Optional<String> fault(
      LearnerRecords records, LearnerFacts facts, byte[] remembered, Position now, int number) {
    KnownRecords known = KnownRecords.read(remembered);
    List<KnownRecords.Key> standing = known.standing();
    if (standing.isEmpty()) {
      return Optional.empty();
    }
    KnownRecords.Key other = standing.get(number % standing.size());
    NextChanges next = new NextChanges(records, facts, now);
    ComparedRecords first =
        next.compared(known.withOther(other, standing.get((number + 1) % standing.size())));
    List<String> given = given(first);
    if (!given.remove(other.recordId())) {
      return Optional.of("left out: " + other.entity());
    }
    if (!given.isEmpty() && !Comparison.isOfSchedule(other.entity())) {
      return Optional.of("given with one of " + other.entity());
    }
    if (!first.comparison().causes().equals(Set.of(Comparison.Cause.FACTS))) {
      return Optional.of("not known to have changed by facts");
    }
    byte[] then = first.comparison().after().bytes();
    ComparedRecords second = next.compared(KnownRecords.read(then));
    return given(second).isEmpty() && second.comparison().kind() == Comparison.Kind.SAME
        ? Optional.empty()
        : Optional.of("given again");
  }

  /** The same facts, known a second later than before. */
  private ComparedRecords compared(KnownRecords before) {
    facts =
        new LearnerFacts(
            facts.student(),
            facts.enrollments(),
            facts.suppressed(),
            facts.factsVersion() + 1,
            facts.sourceAsOf().plusSeconds(1).plusNanos(A_FEW));
    Position since = position;
    position = new Position(since.horizon() + 1, since.position());
    return ComparedRecords.of(records, facts, before, Optional.of(since), position);
  }

  private static List<String> given(ComparedRecords compared) {
    List<String> given = new ArrayList<>();
    for (ExportRecord each : compared.batch().chosen(compared.comparison().choice(false))) {
      given.add(each.id());
    }
    compared.batch().errors().forEach(fault -> compared.comparison().firstSeen(fault, ""));
    compared.gone().forEach(gone -> given.add(gone.id()));
    return given;
  }
}
