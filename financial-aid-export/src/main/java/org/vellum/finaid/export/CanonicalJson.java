package org.vellum.finaid.export;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;

/**
 * The records of an entity as canonical JSON (RFC 8785). The values are texts without control
 * characters, whole numbers of at most nine digits and booleans, each of which has one spelling
 * already; names and codes are ASCII, and the members come sorted.
 *
 * <p>Written here, byte by byte: a run writes the members of millions of records, whose names are
 * always the same. What Jackson writes of the same records is compared with it in the tests.
 */
final class CanonicalJson {
  private static final byte[] NULL = ascii("null");
  private static final byte[] NEXT_CODE = ascii("\",\"");
  private static final byte[] HASH = ascii(",\"" + Entity.RECORD_HASH + "\":\"");
  private static final byte[] VERSION = ascii("\"" + Entity.RECORD_VERSION + "\":");
  private static final int ROOM = 1_024;

  private final List<Column> columns;
  private final int[] sorted;
  private final byte[][] names;

  CanonicalJson(List<Column> columns, int[] sorted) {
    this.columns = columns;
    this.sorted = sorted;
    this.names = new byte[columns.size()][];
    for (int place = 0; place < names.length; place++) {
      names[place] = ascii("\"" + columns.get(place).name() + "\":");
    }
  }

  /**
   * A record without the two members that its hash does not cover, and where they belong.
   *
   * @param bytes what the hash is over
   * @param hashAt the index before which the hash stands
   * @param versionAt the index before which the version stands
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Hashed(byte[] bytes, int hashAt, int versionAt) {

    /** Adds all members. */
    void whole(byte[] hash, String version, ByteBlock to) {
      to.add(bytes, 0, hashAt);
      to.add(HASH);
      to.add(hash);
      to.add('"');
      to.add(bytes, hashAt, versionAt);
      to.add(',');
      to.add(VERSION);
      to.add(version);
      to.add(bytes, versionAt, bytes.length);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }

  /** Without version and hash, both of which have members before them and behind them. */
  Hashed hashed(RecordValues values) {
    ByteBlock to = new ByteBlock(ROOM);
    int hashAt = 0;
    int versionAt = 0;
    char before = '{';
    for (int place : sorted) {
      switch (place) {
        case Entity.HASH_PLACE -> hashAt = to.length();
        case Entity.VERSION_PLACE -> versionAt = to.length();
        default -> {
          to.add(before);
          before = ',';
          to.add(names[place]);
          value(values, place, to);
        }
      }
    }
    to.add('}');
    return new Hashed(to.toBytes(), hashAt, versionAt);
  }

  private void value(RecordValues values, int place, ByteBlock to) {
    if (values.isEmpty(place)) {
      to.add(NULL);
      return;
    }
    switch (columns.get(place).type()) {
      case INTEGER, BOOLEAN -> values.copy(place, to);
      case CODES -> {
        to.add('[');
        text(values, place, true, to);
        to.add(']');
      }
      case KEY, ID, TEXT, CODE, DATE, TIMESTAMP, DECIMAL, HASH -> text(values, place, false, to);
    }
  }

  private static void text(RecordValues values, int place, boolean codes, ByteBlock to) {
    to.add('"');
    if (codes || values.isSpecial(place)) {
      for (int i = values.start(place); i < values.end(place); i++) {
        char c = (char) (values.at(i) & 0xFF);
        if (codes && c == ' ') {
          to.add(NEXT_CODE);
        } else {
          if (c == '"' || c == '\\') {
            to.add('\\');
          }
          to.add(c);
        }
      }
    } else {
      values.copy(place, to);
    }
    to.add('"');
  }
}
