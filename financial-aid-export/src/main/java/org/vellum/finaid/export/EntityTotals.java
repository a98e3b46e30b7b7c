package org.vellum.finaid.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
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

  void export(ExportRecord exportedRecord) {
    exported++;
    contentHash = Hashes.sum(contentHash, exportedRecord.hash());
    if (exportedRecord.isTombstone()) {
      tombstones++;
      return;
    }
    List<Column> columns = exportedRecord.entity().columns();
    for (int i = 0; i < columns.size(); i++) {
      String text = exportedRecord.text(i);
      if (!text.isEmpty()) {
        count(columns.get(i), text);
      }
    }
  }

  private void count(Column column, String text) {
    if (column.type() == ColumnType.DECIMAL) {
      sums.merge(column.name(), new BigDecimal(text), BigDecimal::add);
    } else if (column.type() == ColumnType.CODE) {
      counts.computeIfAbsent(column.name(), name -> new TreeMap<>()).merge(text, 1L, Long::sum);
    }
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
    ObjectNode sumsNode = to.putObject("sums");
    sums.forEach((name, sum) -> sumsNode.put(name, sum.toPlainString()));
    ObjectNode countsNode = to.putObject("counts");
    counts.forEach((name, byCode) -> {
      ObjectNode node = countsNode.putObject(name);
      byCode.forEach(node::put);
    });
  }
}
