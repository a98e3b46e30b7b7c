package org.vellum.finaid.delta;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vellum.finaid.export.PackageAssembly;
import org.vellum.finaid.export.RowError;

/** Which run told of each of a learner's faults first. */
final class Faults {
  private final Map<Long, String> before;
  private final Map<Long, String> now = new LinkedHashMap<>();

  /**
   * Of a learner.
   *
   * @param before the faults of the package before, by {@link #place}, each with its run
   */
  Faults(Map<Long, String> before) {
    this.before = before;
  }

  /**
   * The run that first told of a fault, which is this one unless the package before had it too.
   *
   * @param run this one
   */
  String firstSeen(RowError fault, String run) {
    long place = place(fault);
    String first = before.getOrDefault(place, run);
    now.put(place, first);
    return first;
  }

  /** Eight bytes of a hash over what the fault is and where. */
  private static long place(RowError fault) {
    String text = String.join("\n", fault.code(), fault.entity(), fault.key(), fault.field());
    return ByteBuffer.wrap(HexFormat.of().parseHex(PackageAssembly.hash(text.getBytes(UTF_8))))
        .getLong();
  }

  /** Those that were asked for. */
  Map<Long, String> now() {
    return now;
  }
}
