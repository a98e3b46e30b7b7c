package org.vellum.credentials.xmldsig;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The bytes of a document in UTF-8, looked at one after the other, and what is written of them.
 * What stays as it is gets copied in long pieces. Gives up at the end of the bytes, at what XML 1.0
 * does not allow, and at names beyond ASCII.
 */
final class ScannedBytes {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;
  private static final int LONGEST_NAME = 1_000;

  private static final byte STARTS_NAME = 1;
  private static final byte IN_NAME = 2;
  private static final byte[] NAMES = names();

  private final byte[] in;
  private byte[] out;
  private boolean copies;
  private int begin;
  private int length;
  private int copied;

  /** Where the scan stands. */
  int at;

  ScannedBytes(byte[] in) {
    this.in = in;
    this.out = in;
  }

  /** The byte at a place. */
  byte byteAt(int place) {
    if (place >= in.length) {
      throw new GaveUp();
    }
    return in[place];
  }

  /** The byte where the scan stands. */
  byte here() {
    return byteAt(at);
  }

  /** The eight bytes from a place; 0 if there are not so many. */
  long eightAt(int place) {
    return place + Long.BYTES <= in.length ? (long) LONGS.get(in, place) : 0;
  }

  boolean isAtEnd() {
    return at == in.length;
  }

  boolean startsWith(byte[] wanted) {
    return in.length - at >= wanted.length && beginsAt(at, wanted);
  }

  /** Goes behind these bytes, which must be here. */
  void skip(byte[] wanted) {
    if (!startsWith(wanted)) {
      throw new GaveUp();
    }
    at += wanted.length;
  }

  /** Goes behind blanks; returns how many there were. */
  int skipBlanks() {
    int from = at;
    int end = from;
    while (end < in.length && (in[end] == ' ' || in[end] == '\n' || in[end] == '\t')) {
      end++;
    }
    at = end;
    return end - from;
  }

  /** Goes behind a name without a colon (Namespaces in XML 1.0, NCName). */
  void skipName() {
    int from = at;
    if ((NAMES[here() & 0xff] & STARTS_NAME) == 0) {
      throw new GaveUp();
    }
    int end = behindLetters(from);
    while (end < in.length && (NAMES[in[end] & 0xff] & IN_NAME) != 0) {
      end++;
    }
    at = end;
    if (end - from > LONGEST_NAME) {
      throw new GaveUp();
    }
  }

  /** Eight at a time; in a sum of what is below 0x80 no byte carries over into the next. */
  private int behindLetters(int from) {
    for (int end = from; end + Long.BYTES <= in.length; end += Long.BYTES) {
      long lower = (long) LONGS.get(in, end) | ' ' * ONES;
      long seven = lower & ~HIGH;
      long letters = (seven + (0x80 - 'a') * ONES) & ~(seven + (0x7f - 'z') * ONES) & ~lower;
      long others = ~letters & HIGH;
      if (others != 0) {
        return end + Long.numberOfTrailingZeros(others) / Byte.SIZE;
      }
    }
    return from;
  }

  /** Goes behind characters that are themselves in text and in values: no markup, no controls. */
  void skipPlain() {
    int end = at;
    for (; end + Long.BYTES <= in.length; end += Long.BYTES) {
      long eight = (long) LONGS.get(in, end);
      long odd = (eight - 0x20 * ONES) | eight; // below a blank, or beyond ASCII
      odd |= zero(eight ^ '<' * ONES) | zero(eight ^ '&' * ONES);
      odd |= zero(eight ^ '>' * ONES) | zero(eight ^ '"' * ONES);
      if ((odd & HIGH) != 0) {
        // Below the first that is odd nothing was borrowed, so it is found exactly.
        at = end + Long.numberOfTrailingZeros(odd & HIGH) / Byte.SIZE;
        return;
      }
    }
    while (end < in.length && isPlain(in[end])) {
      end++;
    }
    at = end;
  }

  private static boolean isPlain(byte b) {
    return b >= 0x20 && b != '<' && b != '&' && b != '>' && b != '"';
  }

  private static long zero(long eight) {
    return (eight - ONES) & ~eight;
  }

  /** Goes behind one character beyond ASCII, if its bytes are the only ones for it. */
  void skipCharacter() {
    int first = here() & 0xff;
    int more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
    int point = first & (0x3f >> more);
    for (int i = 1; i <= more; i++) {
      int next = byteAt(at + i) & 0xff;
      if ((next & 0xc0) != 0x80) {
        throw new GaveUp();
      }
      point = (point << 6) | (next & 0x3f);
    }
    int least = more == 1 ? 0x80 : more == 2 ? 0x800 : 0x10000;
    boolean surrogate = point >= 0xd800 && point <= 0xdfff;
    if (first < 0xc2 || first > 0xf4 || point < least || surrogate || isNone(point)) {
      throw new GaveUp();
    }
    at += more + 1;
  }

  private static boolean isNone(int point) {
    return point > 0x10ffff || point == 0xfffe || point == 0xffff;
  }

  boolean isSame(int first, int firstEnd, int second, int secondEnd) {
    int length = firstEnd - first;
    if (length != secondEnd - second) {
      return false;
    }
    if (length == 0 || length > Long.BYTES || Math.max(first, second) + Long.BYTES > in.length) {
      return firstEnd <= in.length && Arrays.equals(in, first, firstEnd, in, second, secondEnd);
    }
    long difference = (long) LONGS.get(in, first) ^ (long) LONGS.get(in, second);
    return difference << (Long.SIZE - Byte.SIZE * length) == 0; // names are short
  }

  boolean is(int from, int to, byte[] wanted) {
    return to - from == wanted.length && beginsAt(from, wanted);
  }

  private boolean beginsAt(int from, byte[] wanted) {
    for (int i = 0; i < wanted.length; i++) {
      if (in[from + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  boolean begins(int from, int to, byte[] wanted) {
    return to - from > wanted.length && beginsAt(from, wanted);
  }

  byte[] in() {
    return in;
  }

  /** What is before the scan and not yet copied is left out. */
  void drop() {
    if (!copies && length == 0) {
      begin = at;
    }
    copied = at;
  }

  /** Copies what is not yet copied up to a place. As long as nothing differs, nothing moves. */
  void copyTo(int place) {
    if (!copies && begin + length == copied) {
      length += place - copied;
    } else {
      write(in, copied, place);
    }
    copied = place;
  }

  void write(byte[] bytes) {
    write(bytes, 0, bytes.length);
  }

  void write(int from, int to) {
    write(in, from, to);
  }

  void write(char c) {
    ensure(1);
    out[begin + length++] = (byte) c;
  }

  private void write(byte[] bytes, int from, int to) {
    ensure(to - from);
    System.arraycopy(bytes, from, out, begin + length, to - from);
    length += to - from;
  }

  private void ensure(int more) {
    if (!copies) {
      out = new byte[in.length + more + 64];
      System.arraycopy(in, begin, out, 0, length);
      begin = 0;
      copies = true;
    } else if (out.length - length < more) {
      out = Arrays.copyOf(out, Math.max(out.length + out.length / 2, length + more));
    }
  }

  /** What was written, as a part of an array. */
  byte[] written() {
    return out;
  }

  /** Where in the array it begins. */
  int begin() {
    return begin;
  }

  int length() {
    return length;
  }

  private static byte[] names() {
    byte[] names = new byte[0x100];
    for (char c = 'a'; c <= 'z'; c++) {
      names[c] = STARTS_NAME | IN_NAME;
      names[Character.toUpperCase(c)] = STARTS_NAME | IN_NAME;
    }
    names['_'] = STARTS_NAME | IN_NAME;
    for (char c : "0123456789.-".toCharArray()) {
      names[c] = IN_NAME;
    }
    return names;
  }
}
