package org.vellum.finaid.delta;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a learner's records as bytes. There is a row of them for each learner, so they
 * are few: what records have in common stands there once, and of an identifier what differs from
 * the one before.
 */
final class KnownBytes {
  /** Begins what is kept; what was kept before there were versions begins with another byte. */
  private static final int VERSIONS = 0xFF;

  /** Begins what was kept since there are times of records; whether it was overtaken comes next. */
  private static final int TIMES = 0xFE;

  /** Begins what is kept since there are fingerprints. */
  private static final int FINGERPRINTS = 0xFD;

  private static final int OVERTAKEN_PLACE = 1;
  private static final int LONGEST_PREFIX = 0xFF;

  private KnownBytes() {}

  static byte[] overtaken(byte[] bytes) {
    int mark = bytes[0] & 0xFF;
    if (mark != TIMES && mark != FINGERPRINTS) {
      // No times were kept.
      return bytes;
    }
    byte[] changed = bytes.clone();
    changed[OVERTAKEN_PLACE] = 1;
    return changed;
  }

  /** What several records have in common. */
  private record Standing(int version, Position changedAt, boolean gone, String sourceAsOf) {
    static Standing of(KnownRecords.State state) {
      return new Standing(state.version(), state.changedAt(), state.gone(), state.sourceAsOf());
    }

    boolean isOf(KnownRecords.State state) {
      return version == state.version()
          && gone == state.gone()
          && changedAt.equals(state.changedAt())
          && sourceAsOf.equals(state.sourceAsOf());
    }
  }

  static byte[] write(KnownRecords known) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256 + 40 * known.records().size());
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(FINGERPRINTS);
      out.writeBoolean(known.isOvertaken());
      writeBasis(known.basis(), out);
      writeRecords(known.records(), out);
      out.writeInt(known.faults().size());
      for (Map.Entry<Long, String> each : known.faults().entrySet()) {
        out.writeLong(each.getKey());
        out.writeUTF(each.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toByteArray();
  }

  private static void writeBasis(Optional<KnownRecords.Basis> basis, DataOutputStream out)
      throws IOException {
    out.writeBoolean(basis.isPresent());
    if (basis.isPresent()) {
      KnownRecords.Basis each = basis.get();
      Instant sourceAsOf = each.sourceAsOf();
      out.writeLong(sourceAsOf.getEpochSecond());
      out.writeInt(sourceAsOf.getNano());
      out.writeInt(each.factsVersion());
      out.writeUTF(each.ruleset());
      out.writeUTF(each.programs());
    }
  }

  private static void writeRecords(
      Map<KnownRecords.Key, KnownRecords.State> records, DataOutputStream out) throws IOException {
    List<String> entities = new ArrayList<>();
    List<Standing> standings = new ArrayList<>();
    int[] places = places(records.values(), standings);
    out.writeShort(standings.size());
    for (Standing each : standings) {
      out.writeInt(each.version);
      out.writeLong(each.changedAt.horizon());
      out.writeLong(each.changedAt.position());
      out.writeBoolean(each.gone);
      out.writeUTF(each.sourceAsOf);
    }
    records.keySet().stream().map(KnownRecords.Key::entity).distinct().forEach(entities::add);
    out.writeByte(entities.size());
    for (String entity : entities) {
      out.writeUTF(entity);
    }
    out.writeInt(records.size());
    String before = "";
    int number = 0;
    for (Map.Entry<KnownRecords.Key, KnownRecords.State> each : records.entrySet()) {
      String id = each.getKey().recordId();
      int prefix = commonPrefix(before, id);
      out.writeByte(entities.indexOf(each.getKey().entity()));
      out.writeShort(places[number++]);
      out.writeByte(prefix);
      out.writeUTF(id.substring(prefix));
      out.write(each.getValue().hash());
      out.writeLong(each.getValue().fingerprint());
      before = id;
    }
  }

  /** Where each record's standing is in the list, which is filled. Most stand as the one before. */
  private static int[] places(Collection<KnownRecords.State> states, List<Standing> standings) {
    int[] places = new int[states.size()];
    int number = 0;
    int place = -1;
    for (KnownRecords.State state : states) {
      if (place < 0 || !standings.get(place).isOf(state)) {
        Standing standing = Standing.of(state);
        place = standings.indexOf(standing);
        if (place < 0) {
          place = standings.size();
          standings.add(standing);
        }
      }
      places[number++] = place;
    }
    return places;
  }

  private static int commonPrefix(String one, String other) {
    int most = Math.min(LONGEST_PREFIX, Math.min(one.length(), other.length()));
    int common = 0;
    while (common < most && one.charAt(common) == other.charAt(common)) {
      common++;
    }
    return common;
  }

  static KnownRecords read(byte[] bytes) {
    int mark = bytes[0] & 0xFF;
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (mark != VERSIONS && mark != TIMES && mark != FINGERPRINTS) {
        return new KnownRecords(false, Optional.empty(), readEarlier(in, mark), Map.of());
      }
      in.readByte();
      boolean overtaken = mark != VERSIONS && in.readBoolean();
      Optional<KnownRecords.Basis> basis = readBasis(in);
      Map<KnownRecords.Key, KnownRecords.State> records =
          mark == FINGERPRINTS ? readRecords(in) : readEarlier(in, mark);
      Map<Long, String> faults = new LinkedHashMap<>();
      for (int left = in.readInt(); left > 0; left--) {
        faults.put(in.readLong(), in.readUTF());
      }
      return new KnownRecords(overtaken, basis, records, faults);
    } catch (IOException e) {
      throw new UncheckedIOException("what was kept of a learner cannot be read", e);
    }
  }

  private static Optional<KnownRecords.Basis> readBasis(DataInputStream in) throws IOException {
    return in.readBoolean()
        ? Optional.of(
            new KnownRecords.Basis(
                Instant.ofEpochSecond(in.readLong(), in.readInt()),
                in.readInt(),
                in.readUTF(),
                in.readUTF()))
        : Optional.empty();
  }

  private static Map<KnownRecords.Key, KnownRecords.State> readRecords(DataInputStream in)
      throws IOException {
    List<Standing> standings = new ArrayList<>();
    for (int left = in.readUnsignedShort(); left > 0; left--) {
      standings.add(
          new Standing(
              in.readInt(),
              new Position(in.readLong(), in.readLong()),
              in.readBoolean(),
              in.readUTF()));
    }
    List<String> entities = readTexts(in.readUnsignedByte(), in);
    int count = in.readInt();
    Map<KnownRecords.Key, KnownRecords.State> records = LinkedHashMap.newLinkedHashMap(count);
    String before = "";
    for (int left = count; left > 0; left--) {
      String entity = entities.get(in.readUnsignedByte());
      Standing standing = standings.get(in.readUnsignedShort());
      String id = before.substring(0, in.readUnsignedByte()) + in.readUTF();
      records.put(
          new KnownRecords.Key(entity, id),
          new KnownRecords.State(
              in.readNBytes(KnownRecords.HASH),
              standing.version,
              standing.changedAt,
              standing.gone,
              standing.sourceAsOf,
              in.readLong()));
      before = id;
    }
    return records;
  }

  private static List<String> readTexts(int count, DataInputStream in) throws IOException {
    List<String> texts = new ArrayList<>(count);
    for (int left = count; left > 0; left--) {
      texts.add(in.readUTF());
    }
    return texts;
  }

  /** As it was kept before there were fingerprints. */
  private static Map<KnownRecords.Key, KnownRecords.State> readEarlier(DataInputStream in, int mark)
      throws IOException {
    List<Position> positions = new ArrayList<>();
    for (int left = in.readUnsignedShort(); left > 0; left--) {
      positions.add(new Position(in.readLong(), in.readLong()));
    }
    List<String> entities = readTexts(in.readUnsignedByte(), in);
    List<String> times = mark == TIMES ? readTexts(in.readUnsignedShort(), in) : List.of();
    Map<KnownRecords.Key, KnownRecords.State> records = new LinkedHashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      KnownRecords.Key key =
          new KnownRecords.Key(entities.get(in.readUnsignedByte()), in.readUTF());
      byte[] hash = in.readNBytes(KnownRecords.HASH);
      Position changedAt = positions.get(in.readUnsignedShort());
      boolean gone = in.readBoolean();
      int version = mark == TIMES || mark == VERSIONS ? in.readInt() : 0;
      String time = mark == TIMES ? times.get(in.readUnsignedShort()) : "";
      records.put(key, new KnownRecords.State(hash, version, changedAt, gone, time, 0));
    }
    return records;
  }
}
