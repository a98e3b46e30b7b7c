package org.vellum.finaid.delta;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.vellum.finaid.export.ExportRecord;
import org.vellum.finaid.export.PackageAssembly;
import org.vellum.finaid.export.RowError;

/**
 * Compares the records of one learner with what was published of them: which are to be given now
 * and in which version, which are to be taken back, and what is known afterwards.
 *
 * <p>Since a place in the event log, a record is given if it differs from what was published last,
 * or if what was published last came after that place. So a reader that was away for several
 * packages misses nothing.
 */
public final class Comparison {
  private final KnownRecords before;
  private final KnownRecords.Basis basis;
  private final Optional<Position> since;
  private final Position now;
  private final Map<KnownRecords.Key, KnownRecords.State> after = new LinkedHashMap<>();
  private final Map<Long, String> faults = new LinkedHashMap<>();
  private final SortedSet<String> changed = new TreeSet<>();

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
   * Compares a record that stands.
   *
   * @return the record in its version, if it is to be given
   */
  public Optional<ExportRecord> given(ExportRecord each) {
    ExportRecord compared = compared(each);
    KnownRecords.State state = after.get(key(each));
    return state == null || isAsked(state.changedAt()) ? Optional.of(compared) : Optional.empty();
  }

  /** Compares a record that stands, and gives it in its version whether it differs or not. */
  public ExportRecord compared(ExportRecord each) {
    byte[] hash = each.hash();
    KnownRecords.Key key = key(each);
    KnownRecords.State known = before.records().get(key);
    boolean same = known != null && known.isSame(hash);
    int version =
        known != null && same ? Math.max(known.version(), 1) : version(known, each.version());
    if (known != null && same) {
      after.put(key, known);
    } else {
      changed.add(key.entity());
      after.put(key, KnownRecords.State.of(hash, version, now));
    }
    return version == each.version() ? each : each.withVersion(version);
  }

  private static KnownRecords.Key key(ExportRecord each) {
    return new KnownRecords.Key(each.entity().name(), each.id());
  }

  /** Greater than every version before, also than one that was given between two packages. */
  private static int version(
      KnownRecords.@org.jspecify.annotations.Nullable State known, int facts) {
    return known == null ? facts : Math.max(known.version() + 1, facts);
  }

  private boolean isAsked(Position changedAt) {
    return since.isEmpty() || changedAt.compareTo(since.get()) > 0;
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
    List<Gone> gone = new ArrayList<>();
    before
        .records()
        .forEach((key, known) -> {
          if (!after.containsKey(key)) {
            KnownRecords.State state = known;
            if (!known.gone()) {
              changed.add(key.entity());
              int version = version(known, basis.factsVersion());
              state = new KnownRecords.State(known.hash(), version, now, true);
            }
            after.put(key, state);
            if (since.isPresent() && isAsked(state.changedAt())) {
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
    long place = place(fault);
    String first = before.faults().getOrDefault(place, run);
    faults.put(place, first);
    return first;
  }

  private static long place(RowError fault) {
    String text = String.join("\n", fault.code(), fault.entity(), fault.key(), fault.field());
    return ByteBuffer.wrap(HexFormat.of().parseHex(PackageAssembly.hash(text.getBytes(UTF_8))))
        .getLong();
  }

  /** What is known of the learner's records now. */
  public KnownRecords after() {
    return new KnownRecords(Optional.of(basis), after, faults);
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
