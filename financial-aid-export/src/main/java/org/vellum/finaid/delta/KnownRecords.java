package org.vellum.finaid.delta;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vellum.finaid.export.ExportRecord;

/**
 * What was published of one learner, in the order in which it was written: of each record the first
 * half of its hash, the fingerprint of what it was made of, its version, where it last changed, as
 * of which time, and whether it was taken back; on what that rested; and which faults were told,
 * each with the run that saw it first.
 */
public final class KnownRecords {
  /** Half of a SHA-256: enough to tell a changed record from one that is not. */
  static final int HASH = 16;

  private final boolean overtaken;
  private final Optional<Basis> basis;
  private final Map<Key, State> records;
  private final Map<Long, String> faults;

  KnownRecords(
      boolean overtaken, Optional<Basis> basis, Map<Key, State> records, Map<Long, String> faults) {
    this.overtaken = overtaken;
    this.basis = basis;
    this.records = records;
    this.faults = faults;
  }

  /**
   * Identifies a record.
   *
   * @param entity its kind
   * @param recordId identifies it in all runs
   */
  public record Key(String entity, String recordId) {

    /** The identifier alone tells nearly all records apart, and each is looked up several times. */
    @Override
    public int hashCode() {
      return recordId.hashCode();
    }
  }

  /**
   * On what the records rested.
   *
   * @param sourceAsOf when the last of the facts became known
   * @param factsVersion grows with every change of the facts
   * @param ruleset the rules by which they were derived
   * @param programs what the learner's programs said, in letters that differ when it does
   */
  public record Basis(Instant sourceAsOf, int factsVersion, String ruleset, String programs) {}

  /**
   * How a record stands.
   *
   * @param hash first half of the hash of what it said last
   * @param version the one in which it said so; 0 if that was not kept
   * @param changedAt the watermark of the package in which it said so first
   * @param gone whether it was taken back
   * @param sourceAsOf as of which time it said so; empty if that was not kept
   * @param fingerprint of what it was made of when it said so; 0 if that was not kept
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by isSame
  record State(
      byte[] hash,
      int version,
      Position changedAt,
      boolean gone,
      String sourceAsOf,
      long fingerprint) {
    static State of(ExportRecord each, int version, Position changedAt) {
      return new State(
          Arrays.copyOf(each.hash(), HASH),
          version,
          changedAt,
          false,
          each.sourceAsOf(),
          each.fingerprint());
    }

    /** That a record still says so, perhaps of values that are written otherwise. */
    State as(ExportRecord each) {
      return new State(hash, version, changedAt, gone, each.sourceAsOf(), each.fingerprint());
    }

    State saidOtherwise() {
      byte[] other = hash.clone();
      other[0] ^= 1;
      return new State(other, version, changedAt, gone, sourceAsOf, fingerprint ^ 1);
    }

    State withFingerprint(long other) {
      return new State(hash, version, changedAt, gone, sourceAsOf, other);
    }

    State withoutTime() {
      return new State(hash, version, changedAt, gone, "", fingerprint);
    }

    State goneAt(Position now, int asVersion) {
      return new State(hash, asVersion, now, true, "", 0);
    }

    boolean isSame(ExportRecord each) {
      return !gone && (each.isAsPublished() || Arrays.equals(hash, 0, HASH, each.hash(), 0, HASH));
    }
  }

  /** Of a learner who is new. */
  public static KnownRecords none() {
    // Maps of the kind that is read: what is compiled for one kind need not be for another.
    return new KnownRecords(
        false, Optional.empty(), new LinkedHashMap<>(0), new LinkedHashMap<>(0));
  }

  Map<Key, State> records() {
    return records;
  }

  Map<Long, String> faults() {
    return faults;
  }

  /** On what it rested, if that was kept. */
  public Optional<Basis> basis() {
    return basis;
  }

  public boolean isEmpty() {
    return records.isEmpty();
  }

  /**
   * The same, with the times only if records that say the same may keep them. If somebody was given
   * changes after the package, and more became known since, a record may have said something else
   * in between and the same again now: whoever was given that must be given this as newer.
   *
   * @param factsVersion of the facts as they are now
   */
  public KnownRecords withTimesAt(int factsVersion) {
    boolean same = basis.filter(each -> each.factsVersion == factsVersion).isPresent();
    return !overtaken || same ? this : withoutTimes();
  }

  /** The same without the times. */
  public KnownRecords withoutTimes() {
    Map<Key, State> without = new LinkedHashMap<>();
    records.forEach((key, state) -> without.put(key, state.withoutTime()));
    return new KnownRecords(overtaken, basis, without, faults);
  }

  /** The records that were not taken back, in the order in which they were written. */
  public List<Key> standing() {
    List<Key> standing = new ArrayList<>(records.size());
    records.forEach((key, state) -> {
      if (!state.gone) {
        standing.add(key);
      }
    });
    return standing;
  }

  /**
   * The same, as if one of the records had said something else, and of another one no fingerprint
   * had been kept.
   */
  public KnownRecords withOther(Key saidOtherwise, Key withoutFingerprint) {
    Map<Key, State> others = new LinkedHashMap<>(records);
    others.computeIfPresent(withoutFingerprint, (same, state) -> state.withFingerprint(0));
    others.computeIfPresent(saidOtherwise, (same, state) -> state.saidOtherwise());
    return new KnownRecords(overtaken, basis, others, faults);
  }

  /** What {@link #bytes} gave, of a package after which somebody was given changes. */
  public static byte[] overtaken(byte[] bytes) {
    return KnownBytes.overtaken(bytes);
  }

  boolean isOvertaken() {
    return overtaken;
  }

  /** As bytes, to be kept. */
  public byte[] bytes() {
    return KnownBytes.write(this);
  }

  /** What {@link #bytes} gave. */
  public static KnownRecords read(byte[] bytes) {
    return KnownBytes.read(bytes);
  }
}
