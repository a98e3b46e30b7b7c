package org.vellum.finaid.export;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Totals of records as they are written, in whole numbers: decimals have at most nine digits before
 * the point and nine after it.
 */
final class RecordTotals {
  private static final int DECIMALS = 9;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final List<Sum> sums = new ArrayList<>();
  private final List<Count> counts = new ArrayList<>();
  private final long[] hashes = new long[4];
  private long exported;
  private long tombstones;

  RecordTotals(Entity entity) {
    for (Column column : entity.columns()) {
      int place = entity.place(column.name());
      if (column.type() == ColumnType.DECIMAL) {
        sums.add(new Sum(column.name(), place));
      } else if (column.type() == ColumnType.CODE) {
        counts.add(new Count(column.name(), place));
      }
    }
  }

  void add(ExportRecord each) {
    exported++;
    add(each.hash());
    if (each.isTombstone()) {
      tombstones++;
      return;
    }
    for (Sum sum : sums) {
      sum.add(each.text(sum.place));
    }
    for (Count count : counts) {
      count.add(each.text(count.place));
    }
  }

  /** Modulo 2^256, from the lowest of four words to the highest. */
  private void add(byte[] hash) {
    long carry = 0;
    for (int i = 3; i >= 0; i--) {
      long more = (long) LONGS.get(hash, i * Long.BYTES);
      long sum = hashes[i] + more;
      long withCarry = sum + carry;
      boolean over =
          Long.compareUnsigned(sum, more) < 0 || Long.compareUnsigned(withCarry, sum) < 0;
      hashes[i] = withCarry;
      carry = over ? 1 : 0;
    }
  }

  /** Adds all to other totals, and begins again. */
  void moveTo(EntityTotals totals) {
    ByteBuffer hash = ByteBuffer.allocate(4 * Long.BYTES);
    for (int i = 0; i < hashes.length; i++) {
      hash.putLong(hashes[i]);
      hashes[i] = 0;
    }
    totals.export(exported, tombstones, new BigInteger(1, hash.array()));
    exported = 0;
    tombstones = 0;
    sums.forEach(sum -> sum.moveTo(totals));
    counts.forEach(count -> count.moveTo(totals));
  }

  /** Of a column of decimals. */
  private static final class Sum {
    private final String column;
    private final int place;
    private boolean any;
    private long whole;
    private long billionths;
    private int decimals;

    Sum(String column, int place) {
      this.column = column;
      this.place = place;
    }

    void add(String text) {
      if (text.isEmpty()) {
        return;
      }
      any = true;
      int length = text.length();
      int point = text.indexOf('.');
      int end = point < 0 ? length : point;
      whole += digits(text, 0, end);
      if (point >= 0) {
        int places = length - point - 1;
        long fraction = digits(text, point + 1, length);
        for (int i = places; i < DECIMALS; i++) {
          fraction *= 10;
        }
        billionths += fraction;
        decimals = Math.max(decimals, places);
      }
    }

    private static long digits(String text, int from, int to) {
      long number = 0;
      for (int i = from; i < to; i++) {
        number = 10 * number + text.charAt(i) - '0';
      }
      return number;
    }

    void moveTo(EntityTotals totals) {
      if (any) {
        BigDecimal sum = BigDecimal.valueOf(whole).add(BigDecimal.valueOf(billionths, DECIMALS));
        totals.sum(column, sum.setScale(decimals));
      }
      any = false;
      whole = 0;
      billionths = 0;
      decimals = 0;
    }
  }

  /** Of a column of codes. */
  private static final class Count {
    private final String column;
    private final int place;
    private final Map<String, long[]> byCode = new HashMap<>();

    Count(String column, int place) {
      this.column = column;
      this.place = place;
    }

    void add(String code) {
      if (!code.isEmpty()) {
        byCode.computeIfAbsent(code, same -> new long[1])[0]++;
      }
    }

    void moveTo(EntityTotals totals) {
      byCode.forEach((code, count) -> totals.count(column, code, count[0]));
      byCode.clear();
    }
  }
}
