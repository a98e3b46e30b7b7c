package org.vellum.finaid.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;

/**
 * The control totals of an entity, all of which can be counted again from its file: sums of every
 * decimal column and counts by every code, of the records that stand.
 */
final class EntityTotals {
  private final Map<String, BigDecimal> sums = new TreeMap<>();
  private final Map<String, Map<String, Long>> counts = new TreeMap<>();
  private BigInteger contentHash = BigInteger.ZERO;
  private long selected;
  private long exported;
  private long rejected;
  private long suppressed;
  private long tombstones;

  void select(int more) {
    selected += more;
  }

  void reject(int more) {
    rejected += more;
  }

  void suppress(int more) {
    suppressed += more;
  }

  /**
   * Counts records that were written.
   *
   * @param records how many
   * @param takenBack how many of them say that a record was taken back
   * @param hashes the sum of their hashes
   */
  void export(long records, long takenBack, BigInteger hashes) {
    exported += records;
    tombstones += takenBack;
    contentHash = Hashes.sum(contentHash, hashes);
  }

  /** Adds to the sum of a decimal column. */
  void sum(String column, BigDecimal more) {
    sums.merge(column, more, BigDecimal::add);
  }

  /** Counts more records with a code in a column. */
  void count(String column, String code, long more) {
    counts.computeIfAbsent(column, name -> new TreeMap<>()).merge(code, more, Long::sum);
  }

  boolean isBalanced() {
    return selected == exported + rejected + suppressed;
  }

  long selected() {
    return selected;
  }

  long rejected() {
    return rejected;
  }

  long exported() {
    return exported;
  }

  /** What {@link #write} wrote; nothing if it is not there. */
  static EntityTotals read(JsonNode from) {
    EntityTotals totals = new EntityTotals();
    totals.selected = from.path("selected").asLong();
    totals.exported = from.path("exported").asLong();
    totals.rejected = from.path("rejected").asLong();
    totals.suppressed = from.path("suppressed").asLong();
    totals.tombstones = from.path("tombstones").asLong();
    totals.contentHash = new BigInteger("0" + from.path("contentHash").asText(), 16);
    from.path("sums")
        .properties()
        .forEach(sum -> totals.sums.put(sum.getKey(), new BigDecimal(sum.getValue().asText())));
    from.path("counts")
        .properties()
        .forEach(counts -> {
          Map<String, Long> byCode = new TreeMap<>();
          counts
              .getValue()
              .properties()
              .forEach(each -> byCode.put(each.getKey(), each.getValue().asLong()));
          totals.counts.put(counts.getKey(), byCode);
        });
    return totals;
  }

  /** Adds those of another part. */
  void add(EntityTotals other) {
    selected += other.selected;
    exported += other.exported;
    rejected += other.rejected;
    suppressed += other.suppressed;
    tombstones += other.tombstones;
    contentHash = Hashes.sum(contentHash, other.contentHash);
    other.sums.forEach(this::sum);
    other.counts.forEach(
        (name, byCode) -> byCode.forEach((code, count) -> count(name, code, count)));
  }

  long suppressed() {
    return suppressed;
  }

  /** The sum of the hashes of its records modulo 2^256, whatever their order. */
  String contentHash() {
    return Hashes.hex(contentHash);
  }

  void write(ObjectNode to) {
    to.put("selected", selected);
    to.put("exported", exported);
    to.put("rejected", rejected);
    to.put("suppressed", suppressed);
    to.put("tombstones", tombstones);
    to.put("contentHash", contentHash());
    ObjectNode sumsNode = to.putObject("sums");
    sums.forEach((name, sum) -> sumsNode.put(name, sum.toPlainString()));
    ObjectNode countsNode = to.putObject("counts");
    counts.forEach((name, byCode) -> {
      ObjectNode node = countsNode.putObject(name);
      byCode.forEach(node::put);
    });
  }
}
