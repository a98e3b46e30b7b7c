package org.vellum.finaid.delta;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was published of one learner, in the order in which it was written: of each record the first
 * half of its hash, its version, where it last changed, as of which time, and whether it was taken
 * back; on what that rested; and which faults were told, each with the run that saw it first.
 */
public final class KnownRecords {
  /** Half of a SHA-256: enough to tell a changed record from one that is not. */
  private static final int HASH = 16;

  /** Begins what is kept; what was kept before there were versions begins with another byte. */
  private static final int MARK = 0xFF;

  /** Begins what is kept since there are times of records; whether it was overtaken comes next. */
  private static final int MARK_OF_TIMES = 0xFE;

  private static final int OVERTAKEN_PLACE = 1;

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
  public record Key(String entity, String recordId) {}

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
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by isSame
  record State(byte[] hash, int version, Position changedAt, boolean gone, String sourceAsOf) {
    static State of(byte[] hash, int version, Position changedAt, String sourceAsOf) {
      return new State(Arrays.copyOf(hash, HASH), version, changedAt, false, sourceAsOf);
    }

    State at(String time) {
      return time.equals(sourceAsOf) ? this : new State(hash, version, changedAt, gone, time);
    }

    boolean isSame(byte[] other) {
      return !gone && Arrays.equals(hash, 0, HASH, other, 0, HASH);
    }
  }

  /** Of a learner who is new. */
  public static KnownRecords none() {
    return new KnownRecords(false, Optional.empty(), Map.of(), Map.of());
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
    records.forEach((key, state) -> without.put(key, state.at("")));
    return new KnownRecords(overtaken, basis, without, faults);
  }

  /** What {@link #bytes} gave, of a package after which somebody was given changes. */
  public static byte[] overtaken(byte[] bytes) {
    if ((bytes[0] & 0xFF) != MARK_OF_TIMES) {
      // No times were kept.
      return bytes;
    }
    byte[] changed = bytes.clone();
    changed[OVERTAKEN_PLACE] = 1;
    return changed;
  }

  /** As bytes, to be kept. */
  public byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 + 48 * records.size());
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(MARK_OF_TIMES);
      out.writeBoolean(overtaken);
      writeBasis(out);
      writeRecords(out);
      out.writeInt(faults.size());
      for (Map.Entry<Long, String> each : faults.entrySet()) {
        out.writeLong(each.getKey());
        out.writeUTF(each.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toByteArray();
  }

  private void writeBasis(DataOutputStream out) throws IOException {
    out.writeBoolean(basis.isPresent());
    if (basis.isPresent()) {
      Basis each = basis.get();
      out.writeLong(each.sourceAsOf.getEpochSecond());
      out.writeInt(each.sourceAsOf.getNano());
      out.writeInt(each.factsVersion);
      out.writeUTF(each.ruleset);
      out.writeUTF(each.programs);
    }
  }

  private void writeRecords(DataOutputStream out) throws IOException {
    List<Position> positions = records.values().stream().map(State::changedAt).distinct().toList();
    List<String> entities = records.keySet().stream().map(Key::entity).distinct().toList();
    List<String> times = records.values().stream().map(State::sourceAsOf).distinct().toList();
    out.writeShort(positions.size());
    for (Position position : positions) {
      out.writeLong(position.horizon());
      out.writeLong(position.position());
    }
    out.writeByte(entities.size());
    for (String entity : entities) {
      out.writeUTF(entity);
    }
    out.writeShort(times.size());
    for (String time : times) {
      out.writeUTF(time);
    }
    out.writeInt(records.size());
    for (Map.Entry<Key, State> each : records.entrySet()) {
      State state = each.getValue();
      out.writeByte(entities.indexOf(each.getKey().entity()));
      out.writeUTF(each.getKey().recordId());
      out.write(state.hash());
      out.writeShort(positions.indexOf(state.changedAt()));
      out.writeBoolean(state.gone());
      out.writeInt(state.version());
      out.writeShort(times.indexOf(state.sourceAsOf()));
    }
  }

  /** What {@link #bytes} gave. */
  public static KnownRecords read(byte[] bytes) {
    int mark = bytes[0] & 0xFF;
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (mark != MARK && mark != MARK_OF_TIMES) {
        return new KnownRecords(false, Optional.empty(), readRecords(in, false, false), Map.of());
      }
      in.readByte();
      boolean timed = mark == MARK_OF_TIMES;
      boolean overtaken = timed && in.readBoolean();
      Optional<Basis> basis = readBasis(in);
      Map<Key, State> records = readRecords(in, true, timed);
      Map<Long, String> faults = new LinkedHashMap<>();
      for (int left = in.readInt(); left > 0; left--) {
        faults.put(in.readLong(), in.readUTF());
      }
      return new KnownRecords(overtaken, basis, records, faults);
    } catch (IOException e) {
      throw new UncheckedIOException("what was kept of a learner cannot be read", e);
    }
  }

  private static Optional<Basis> readBasis(DataInputStream in) throws IOException {
    return in.readBoolean()
        ? Optional.of(
            new Basis(
                Instant.ofEpochSecond(in.readLong(), in.readInt()),
                in.readInt(),
                in.readUTF(),
                in.readUTF()))
        : Optional.empty();
  }

  private static Map<Key, State> readRecords(DataInputStream in, boolean versions, boolean timed)
      throws IOException {
    List<Position> positions = new ArrayList<>();
    for (int left = in.readUnsignedShort(); left > 0; left--) {
      positions.add(new Position(in.readLong(), in.readLong()));
    }
    List<String> entities = new ArrayList<>();
    for (int left = in.readUnsignedByte(); left > 0; left--) {
      entities.add(in.readUTF());
    }
    List<String> times = new ArrayList<>();
    for (int left = timed ? in.readUnsignedShort() : 0; left > 0; left--) {
      times.add(in.readUTF());
    }
    Map<Key, State> records = new LinkedHashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      Key key = new Key(entities.get(in.readUnsignedByte()), in.readUTF());
      byte[] hash = in.readNBytes(HASH);
      Position changedAt = positions.get(in.readUnsignedShort());
      boolean gone = in.readBoolean();
      int version = versions ? in.readInt() : 0;
      String time = timed ? times.get(in.readUnsignedShort()) : "";
      records.put(key, new State(hash, version, changedAt, gone, time));
    }
    return records;
  }
}
