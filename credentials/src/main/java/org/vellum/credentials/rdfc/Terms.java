package org.vellum.credentials.rdfc;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * IRIs and literals of one dataset, each once, as the bytes of canonical N-Quads (RDFC-1.0, section
 * 5) with the space behind them, and known by number.
 */
final class Terms {
  static final int UNWRITABLE = -1;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Instead of the end of a literal. */
  private static final byte[] IRI = {};

  private final Recent recent = new Recent();
  private byte[] pool = new byte[8 * 1024];
  private int used;
  private int[] starts = new int[128];
  private int[] hashes = new int[128];
  private int[] table = new int[256];
  private int count;

  byte[] pool() {
    return pool;
  }

  int size() {
    return count;
  }

  /** Forgets all terms. */
  void clear() {
    Arrays.fill(table, 0);
    recent.clear();
    used = 0;
    count = 0;
  }

  int start(int term) {
    return starts[term];
  }

  int end(int term) {
    return starts[term + 1];
  }

  int compare(int first, int second) {
    return first == second
        ? 0
        : Arrays.compareUnsigned(
            pool, starts[first], starts[first + 1], pool, starts[second], starts[second + 1]);
  }

  /** The number of a term whose bytes are known. */
  int put(Encoded known) {
    byte[] bytes = known.bytes();
    int hash = known.hash();
    for (int slot = hash & (table.length - 1); ; slot = (slot + 1) & (table.length - 1)) {
      int term = table[slot] - 1;
      if (term < 0) {
        ensure(bytes.length);
        System.arraycopy(bytes, 0, pool, used, bytes.length);
        return keep(slot, hash, used + bytes.length);
      }
      if (hashes[term] == hash
          && Arrays.equals(pool, starts[term], starts[term + 1], bytes, 0, bytes.length)) {
        return term;
      }
    }
  }

  /** The number of an IRI that was put lately, by the same name; {@link #UNWRITABLE} if not. */
  int recentIri(String iri) {
    return recent.find(iri, IRI);
  }

  /** The number of an IRI; {@link #UNWRITABLE} if half of a surrogate pair is in it. */
  int iri(String iri) {
    int at = used;
    at = ascii(at, '<');
    at = text(at, iri, false);
    if (at < 0) {
      return UNWRITABLE;
    }
    at = ascii(at, '>');
    return recent.keep(iri, IRI, intern(ascii(at, ' ')));
  }

  /**
   * The number of a literal.
   *
   * @param end what stands behind the text: the quote, the datatype or language, and a space
   */
  int literal(String text, byte[] end) {
    int known = recent.find(text, end);
    if (known >= 0) {
      return known;
    }
    int at = text(ascii(used, '"'), text, true);
    if (at < 0) {
      return UNWRITABLE;
    }
    used = ensureFrom(at, end.length);
    System.arraycopy(end, 0, pool, at, end.length);
    return recent.keep(text, end, intern(at + end.length));
  }

  /** The number of the term that stands behind all others up to there. */
  private int intern(int end) {
    int begin = starts[count];
    used = begin;
    int hash = SecretHash.of(pool, begin, end);
    for (int slot = hash & (table.length - 1); ; slot = (slot + 1) & (table.length - 1)) {
      int term = table[slot] - 1;
      if (term < 0) {
        return keep(slot, hash, end);
      }
      if (hashes[term] == hash
          && Arrays.equals(pool, starts[term], starts[term + 1], pool, begin, end)) {
        return term;
      }
    }
  }

  private int keep(int slot, int hash, int end) {
    int term = count++;
    used = end;
    table[slot] = term + 1;
    hashes[term] = hash;
    if (count + 1 == starts.length) {
      starts = Arrays.copyOf(starts, 2 * starts.length);
      hashes = Arrays.copyOf(hashes, 2 * hashes.length);
    }
    starts[count] = end;
    if (2 * count > table.length) {
      grow();
    }
    return term;
  }

  private void grow() {
    table = new int[2 * table.length];
    for (int term = 0; term < count; term++) {
      int slot = hashes[term] & (table.length - 1);
      while (table[slot] != 0) {
        slot = (slot + 1) & (table.length - 1);
      }
      table[slot] = term + 1;
    }
  }

  private int ascii(int at, char c) {
    ensureFrom(at, 1);
    pool[at] = (byte) c;
    return at + 1;
  }

  /** Writes a text in UTF-8; returns where it ends, or -1 if it cannot be written. */
  private int text(int from, String text, boolean escape) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    if (encoded.length == text.length() && isPlain(encoded)) {
      ensureFrom(from, encoded.length);
      System.arraycopy(encoded, 0, pool, from, encoded.length);
      return from + encoded.length;
    }
    return anyText(from, text, escape);
  }

  /**
   * Whether UTF-8 of as many bytes as the text has characters is all there is to write: none to be
   * escaped, and no question mark, as which half of a surrogate pair would have been encoded.
   */
  private static boolean isPlain(byte[] encoded) {
    int at = 0;
    long odd = 0;
    for (; at + Long.BYTES <= encoded.length; at += Long.BYTES) {
      long eight = (long) LONGS.get(encoded, at);
      odd |= (eight - 0x2020202020202020L) & ~eight; // below a blank
      odd |= zeros(eight ^ 0x2222222222222222L) | zeros(eight ^ 0x5c5c5c5c5c5c5c5cL);
      odd |= zeros(eight ^ 0x3f3f3f3f3f3f3f3fL) | zeros(eight ^ 0x7f7f7f7f7f7f7f7fL);
    }
    boolean plain = (odd & 0x8080808080808080L) == 0;
    for (; at < encoded.length; at++) {
      byte b = encoded[at];
      plain &= b >= 0x20 && b != '"' && b != '\\' && b != '?' && b != 0x7f;
    }
    return plain;
  }

  /** Sets the high bit where a byte is zero, and perhaps in others behind one that is. */
  private static long zeros(long eight) {
    return (eight - 0x0101010101010101L) & ~eight;
  }

  private int anyText(int from, String text, boolean escape) {
    int length = text.length();
    ensureFrom(from, length);
    int at = from;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < 0x80 && (!escape || (c >= 0x20 && c != '"' && c != '\\' && c != 0x7f))) {
        pool[at++] = (byte) c;
        continue;
      }
      ensureFrom(at, 6 + length - i);
      if (c < 0x80) {
        at = escaped(at, c);
      } else if (!Character.isSurrogate(c)) {
        at = beyondAscii(at, c);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < length
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        at = supplementary(at, Character.toCodePoint(c, text.charAt(++i)));
      } else {
        return UNWRITABLE;
      }
    }
    return at;
  }

  private int beyondAscii(int from, char c) {
    int at = from;
    if (c < 0x800) {
      pool[at++] = (byte) (0xc0 | (c >> 6));
    } else {
      pool[at++] = (byte) (0xe0 | (c >> 12));
      pool[at++] = (byte) (0x80 | ((c >> 6) & 0x3f));
    }
    pool[at++] = (byte) (0x80 | (c & 0x3f));
    return at;
  }

  private int supplementary(int at, int point) {
    pool[at] = (byte) (0xf0 | (point >> 18));
    pool[at + 1] = (byte) (0x80 | ((point >> 12) & 0x3f));
    pool[at + 2] = (byte) (0x80 | ((point >> 6) & 0x3f));
    pool[at + 3] = (byte) (0x80 | (point & 0x3f));
    return at + 4;
  }

  /** RDFC-1.0, section 5.2: the short escapes, and {@code \\u00XX} for what has none. */
  private int escaped(int from, char c) {
    int at = from;
    pool[at++] = '\\';
    int named = "\b\t\n\f\r\"\\".indexOf(c);
    if (named >= 0) {
      pool[at++] = (byte) "btnfr\"\\".charAt(named);
      return at;
    }
    pool[at++] = 'u';
    pool[at++] = '0';
    pool[at++] = '0';
    pool[at++] = (byte) Character.toUpperCase(Character.forDigit(c >> 4, 16));
    pool[at++] = (byte) Character.toUpperCase(Character.forDigit(c & 0xf, 16));
    return at;
  }

  private void ensure(int more) {
    ensureFrom(used, more);
  }

  private int ensureFrom(int at, int more) {
    if (pool.length - at < more) {
      pool = Arrays.copyOf(pool, Math.max(at + more, 2 * pool.length));
    }
    return at;
  }
}
