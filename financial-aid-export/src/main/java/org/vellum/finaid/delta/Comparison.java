package org.vellum.finaid.delta;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vellum.finaid.export.Entities;
import org.vellum.finaid.export.Entity;
import org.vellum.finaid.export.EntityTable;
import org.vellum.finaid.export.ExportRecord;
import org.vellum.finaid.export.PackagePart;
import org.vellum.finaid.export.Published;
import org.vellum.finaid.export.RowError;

/**
 * Compares the records of one learner with what was published of them: which are to be given now
 * and in which version, which are to be taken back, and what is known afterwards.
 *
 * <p>Since a place in the event log, a record is given if it differs from what was published last,
 * or if what was published last came after that place. So a reader that was away for several
 * packages misses nothing.
 *
 * <p>A record that says the same keeps the time as of which it was published, whatever else became
 * known of the learner; one that says something else is as of the last of the learner's facts. So
 * those are given of which a value differs, and none with an older time than before. The years and
 * periods of an enrollment go together: if one of them or the enrollment differs, all are given.
 */
public final class Comparison {
  private static final String ENROLLMENT = "enrollmentId";
  private static final Set<Entity> SCHEDULE =
      Set.of(Entities.ENROLLMENT, Entities.ACADEMIC_YEAR, Entities.PAYMENT_PERIOD);

  private final KnownRecords before;
  private final KnownRecords.Basis basis;
  private final Optional<Position> since;
  private final Position now;
  private final Map<KnownRecords.Key, KnownRecords.State> after;
  private final Faults faults;
  private final SortedSet<String> changed = new TreeSet<>();
  private final Set<String> changedSchedules = new HashSet<>();
  private int found;

  /**
   * A comparison.
   *
   * @param basis on what the records rest now
   * @param since from where changes are asked for; none for all records
   * @param now how far the facts reach
   */
  public Comparison(
      KnownRecords before, KnownRecords.Basis basis, Optional<Position> since, Position now) {
    this.before = before;
    this.basis = basis;
    this.since = since;
    this.now = now;
    this.faults = new Faults(before.faults());
    this.after = LinkedHashMap.newLinkedHashMap(before.records().size() + 8);
  }

  /** How a learner's records differ from those of the last package. */
  public enum Kind {
    SAME,
    NEW,
    CHANGED,
    GONE
  }

  /** Why they differ. */
  public enum Cause {
    /** Something became known of the learner. */
    FACTS,
    /** A program of the learner, its equivalencies or a calendar was changed. */
    PROGRAM,
    /** Other rules are in force. */
    RULES,
    /** Nothing but that time went by, such as for a projected end. */
    TIME
  }

  /**
   * How a record was published that may still say the same; with its time the record is to be made
   * that is compared. Nothing if it is to be made as of the last of the facts.
   *
   * <p>A package of all records is compared by what they say and not by what they are made of, so
   * that it tells also of what another release makes of the same facts.
   */
  public Optional<Published> published(Entity entity, String id) {
    KnownRecords.State known = before.records().get(new KnownRecords.Key(entity.name(), id));
    return known != null && hasTime(known)
        ? Optional.of(new Published(known.sourceAsOf(), since.isEmpty() ? 0 : known.fingerprint()))
        : Optional.empty();
  }

  private static boolean hasTime(KnownRecords.State known) {
    return !known.gone() && !known.sourceAsOf().isEmpty();
  }

  /**
   * Compares a record that stands.
   *
   * @param made as of the time of {@link #published}
   * @return the record in its version, if it is to be given
   */
  public Optional<ExportRecord> given(ExportRecord made) {
    return given(made, since);
  }

  private Optional<ExportRecord> given(ExportRecord made, Optional<Position> from) {
    Judged judged = judge(made);
    boolean asked = isAsked(judged.state.changedAt(), from);
    return asked ? Optional.of(judged.inVersion()) : Optional.empty();
  }

  /**
   * Chooses what is to be given of records that stand.
   *
   * @param all also those that are as they were
   */
  public PackagePart.Choice choice(boolean all) {
    Optional<Position> from = all ? Optional.empty() : since;
    return made -> given(made, from);
  }

  /** A record as of its time, and how it stands now. */
  private record Judged(ExportRecord record, KnownRecords.State state) {

    /** That it is the same record in another version is said only of those that are given. */
    ExportRecord inVersion() {
      int version = Math.max(state.version(), 1);
      return version == record.version() ? record : record.withVersion(version);
    }
  }

  private Judged judge(ExportRecord made) {
    KnownRecords.Key key = key(made);
    KnownRecords.State known = before.records().get(key);
    boolean same = known != null && known.isSame(made);
    ExportRecord each = made;
    if (known != null && hasTime(known) && (!same || isOfChangedSchedule(made))) {
      each = made.withSourceAsOf(basis.sourceAsOf().toString());
      same = known.isSame(each);
    }
    KnownRecords.State state;
    if (known != null && same) {
      state = known.as(each);
    } else {
      changed.add(key.entity());
      state = KnownRecords.State.of(each, version(known, each.version()), now);
    }
    found += after.put(key, state) == null && known != null ? 1 : 0;
    return new Judged(each, state);
  }

  private static KnownRecords.Key key(ExportRecord each) {
    return new KnownRecords.Key(each.entity().name(), each.id());
  }

  /**
   * Looks for enrollments of which a year, a period or the record itself differs; to be done before
   * any record is compared.
   *
   * @param made all records of the learner, as of the times of {@link #published}
   */
  public void lookForChangedSchedules(List<ExportRecord> made) {
    for (ExportRecord each : made) {
      if (!each.isAsPublished() && SCHEDULE.contains(each.entity())) {
        KnownRecords.State known = before.records().get(key(each));
        if (known == null || !known.isSame(each)) {
          each.value(ENROLLMENT).ifPresent(changedSchedules::add);
        }
      }
    }
  }

  /** Whether records of this kind are given together with others of their enrollment. */
  public static boolean isOfSchedule(String entity) {
    return SCHEDULE.contains(EntityTable.get(entity));
  }

  private boolean isOfChangedSchedule(ExportRecord each) {
    return SCHEDULE.contains(each.entity())
        && each.value(ENROLLMENT).filter(changedSchedules::contains).isPresent();
  }

  /** Greater than every version before, also than one that was given between two packages. */
  private static int version(KnownRecords.@Nullable State known, int facts) {
    return known == null ? facts : Math.max(known.version() + 1, facts);
  }

  private static boolean isAsked(Position changedAt, Optional<Position> from) {
    return from.isEmpty() || changedAt.compareTo(from.get()) > 0;
  }

  /**
   * A record that is to be taken back.
   *
   * @param version in which it says so
   */
  public record Gone(KnownRecords.Key key, int version) {}

  /**
   * The records that are to be taken back, to be asked for when all that stand were compared. A
   * full package takes nothing back: what is not in it is gone.
   */
  public List<Gone> gone() {
    if (found == before.records().size()) {
      return List.of();
    }
    List<Gone> gone = new ArrayList<>();
    before
        .records()
        .forEach((key, known) -> {
          if (!after.containsKey(key)) {
            KnownRecords.State state = known;
            if (!known.gone()) {
              changed.add(key.entity());
              int version = version(known, basis.factsVersion());
              state = known.goneAt(now, version);
            }
            after.put(key, state);
            if (since.isPresent() && isAsked(state.changedAt(), since)) {
              gone.add(new Gone(key, state.version()));
            }
          }
        });
    return gone;
  }

  /**
   * The run that first told of a fault, which is this one unless the package before had it too.
   *
   * @param run this one
   */
  public String firstSeen(RowError fault, String run) {
    return faults.firstSeen(fault, run);
  }

  /** What is known of the learner's records now. */
  public KnownRecords after() {
    return new KnownRecords(false, Optional.of(basis), after, faults.now());
  }

  /** The entities with records that changed, came or went since the last package. */
  public SortedSet<String> changed() {
    return changed;
  }

  /** How the learner differs from the last package. */
  public Kind kind() {
    if (changed.isEmpty()) {
      return Kind.SAME;
    }
    boolean stood = before.records().values().stream().anyMatch(state -> !state.gone());
    boolean stands = after.values().stream().anyMatch(state -> !state.gone());
    if (!stood) {
      return Kind.NEW;
    }
    return stands ? Kind.CHANGED : Kind.GONE;
  }

  /** Why the learner's records changed; nothing of one who is the same, or new, or not known. */
  public Set<Cause> causes() {
    EnumSet<Cause> causes = EnumSet.noneOf(Cause.class);
    Optional<KnownRecords.Basis> then = before.basis();
    if (changed.isEmpty() || then.isEmpty()) {
      return causes;
    }
    if (then.get().factsVersion() != basis.factsVersion()) {
      causes.add(Cause.FACTS);
    }
    if (!then.get().programs().equals(basis.programs())) {
      causes.add(Cause.PROGRAM);
    }
    if (!then.get().ruleset().equals(basis.ruleset())) {
      causes.add(Cause.RULES);
    }
    return causes.isEmpty() ? EnumSet.of(Cause.TIME) : causes;
  }
}
