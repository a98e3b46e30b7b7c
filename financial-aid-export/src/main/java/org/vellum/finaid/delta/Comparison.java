package org.vellum.finaid.delta;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.vellum.finaid.export.ExportRecord;

/**
 * Compares the records of one learner with what was published of them: which are to be given now,
 * which are to be taken back, and what is known afterwards.
 *
 * <p>Since a place in the event log, a record is given if it differs from what was published last,
 * or if what was published last came after that place. So a reader that was away for several
 * packages misses nothing.
 */
public final class Comparison {
  private final KnownRecords before;
  private final Optional<Position> since;
  private final Position now;
  private final Map<KnownRecords.Key, KnownRecords.State> after = new LinkedHashMap<>();
  private final SortedSet<String> changed = new TreeSet<>();

  /**
   * A comparison.
   *
   * @param since from where changes are asked for; none for all records
   * @param now how far the facts reach
   */
  public Comparison(KnownRecords before, Optional<Position> since, Position now) {
    this.before = before;
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

  /** Whether a record that stands is given. */
  public boolean takes(ExportRecord each) {
    String entity = each.entity().name();
    byte[] hash = each.hash();
    KnownRecords.Key key = new KnownRecords.Key(entity, each.id());
    KnownRecords.State known = before.records().get(key);
    if (known != null && known.isSame(hash)) {
      after.put(key, known);
      return isAsked(known.changedAt());
    }
    changed.add(entity);
    after.put(key, KnownRecords.State.of(hash, now));
    return true;
  }

  private boolean isAsked(Position changedAt) {
    return since.isEmpty() || changedAt.compareTo(since.get()) > 0;
  }

  /**
   * The records that are to be taken back, to be asked for when all that stand were compared. A
   * full package takes nothing back: what is not in it is gone.
   */
  public List<KnownRecords.Key> gone() {
    List<KnownRecords.Key> gone = new ArrayList<>();
    before
        .records()
        .forEach((key, known) -> {
          if (!after.containsKey(key)) {
            Position at = known.gone() ? known.changedAt() : now;
            if (!known.gone()) {
              changed.add(key.entity());
            }
            after.put(key, new KnownRecords.State(known.hash(), at, true));
            if (since.isPresent() && isAsked(at)) {
              gone.add(key);
            }
          }
        });
    return gone;
  }

  /** What is known of the learner's records now. */
  public KnownRecords after() {
    return KnownRecords.of(after);
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
}
