package org.vellum.finaid.delta;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was published of one learner, in the order in which it was written: of each record the first
 * half of its hash, where it last changed, and whether it was taken back.
 */
public final class KnownRecords {
  /** Half of a SHA-256: enough to tell a changed record from one that is not. */
  private static final int HASH = 16;

  private final Map<Key, State> records;

  private KnownRecords(Map<Key, State> records) {
    this.records = records;
  }

  /**
   * Identifies a record.
   *
   * @param entity its kind
   * @param recordId identifies it in all runs
   */
  public record Key(String entity, String recordId) {}

  /**
   * How a record stands.
   *
   * @param hash first half of the hash of what it said last
   * @param changedAt the watermark of the package in which it said so first
   * @param gone whether it was taken back
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by isSame
  record State(byte[] hash, Position changedAt, boolean gone) {
    static State of(byte[] hash, Position changedAt) {
      return new State(Arrays.copyOf(hash, HASH), changedAt, false);
    }

    boolean isSame(byte[] other) {
      return !gone && Arrays.equals(hash, 0, HASH, other, 0, HASH);
    }
  }

  /** Of a learner who is new. */
  public static KnownRecords none() {
    return new KnownRecords(Map.of());
  }

  static KnownRecords of(Map<Key, State> records) {
    return new KnownRecords(records);
  }

  Map<Key, State> records() {
    return records;
  }

  public boolean isEmpty() {
    return records.isEmpty();
  }

  /** As bytes, to be kept. */
  public byte[] bytes() {
    List<Position> positions = records.values().stream().map(State::changedAt).distinct().toList();
    List<String> entities = records.keySet().stream().map(Key::entity).distinct().toList();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeShort(positions.size());
      for (Position position : positions) {
        out.writeLong(position.horizon());
        out.writeLong(position.position());
      }
      out.writeByte(entities.size());
      for (String entity : entities) {
        out.writeUTF(entity);
      }
      out.writeInt(records.size());
      for (Map.Entry<Key, State> each : records.entrySet()) {
        out.writeByte(entities.indexOf(each.getKey().entity()));
        out.writeUTF(each.getKey().recordId());
        out.write(each.getValue().hash());
        out.writeShort(positions.indexOf(each.getValue().changedAt()));
        out.writeBoolean(each.getValue().gone());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toByteArray();
  }

  /** What {@link #bytes} gave. */
  public static KnownRecords read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      List<Position> positions = new ArrayList<>();
      for (int left = in.readUnsignedShort(); left > 0; left--) {
        positions.add(new Position(in.readLong(), in.readLong()));
      }
      List<String> entities = new ArrayList<>();
      for (int left = in.readUnsignedByte(); left > 0; left--) {
        entities.add(in.readUTF());
      }
      Map<Key, State> records = new LinkedHashMap<>();
      for (int left = in.readInt(); left > 0; left--) {
        Key key = new Key(entities.get(in.readUnsignedByte()), in.readUTF());
        byte[] hash = in.readNBytes(HASH);
        records.put(key, new State(hash, positions.get(in.readUnsignedShort()), in.readBoolean()));
      }
      return new KnownRecords(records);
    } catch (IOException e) {
      throw new UncheckedIOException("what was kept of a learner cannot be read", e);
    }
  }
}
