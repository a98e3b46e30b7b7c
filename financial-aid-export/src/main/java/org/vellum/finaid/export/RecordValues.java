package org.vellum.finaid.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The values of a record in UTF-8, encoded once for all forms. Of each it is known whether a form
 * could have to write any of its characters otherwise; of nearly all none has.
 */
final class RecordValues {
  /** What JSON, CSV or XML write otherwise: all of it is ASCII. */
  private static final boolean[] MARKUP = new boolean[256];

  static {
    for (char c : "\"\\,<>&".toCharArray()) {
      MARKUP[c] = true;
    }
  }

  private final int[] ends;
  private final boolean[] special;
  private byte[] bytes;

  private RecordValues(Entity entity, @Nullable String[] texts) {
    this.ends = new int[texts.length];
    this.special = new boolean[texts.length];
    int room = 0;
    for (String text : texts) {
      room += text == null ? 0 : text.length();
    }
    this.bytes = new byte[room];
    int end = 0;
    for (int place = 0; place < texts.length; place++) {
      String text = texts[place];
      if (text != null) {
        end = entity.isPlain(place) ? copy(text, end) : encode(text, place, end);
      }
      ends[place] = end;
    }
  }

  /** Of texts that every form can carry. */
  static RecordValues of(Entity entity, @Nullable String[] texts) {
    return new RecordValues(entity, texts);
  }

  /** Of ASCII alone, without anything that a form writes otherwise. */
  @SuppressWarnings("deprecation") // drops the upper half of each character, of which none has one
  private int copy(String text, int from) {
    int length = text.length();
    room(from, length);
    text.getBytes(0, length, bytes, from);
    return from + length;
  }

  private void room(int from, int length) {
    if (bytes.length - from < length) {
      // There were characters of several bytes.
      bytes = Arrays.copyOf(bytes, bytes.length + 2 * length);
    }
  }

  private int encode(String text, int place, int from) {
    byte[] encoded = text.getBytes(UTF_8);
    int length = encoded.length;
    room(from, length);
    boolean markup = encoded[0] <= '#' || encoded[length - 1] <= ' ';
    for (byte each : encoded) {
      markup |= MARKUP[each & 0xFF];
    }
    System.arraycopy(encoded, 0, bytes, from, length);
    special[place] = markup;
    return from + length;
  }

  boolean isEmpty(int place) {
    return start(place) == ends[place];
  }

  /** Whether some form may not write it as it is. */
  boolean isSpecial(int place) {
    return special[place];
  }

  /** Where a value begins among the bytes. */
  int start(int place) {
    return place == 0 ? 0 : ends[place - 1];
  }

  /** Where a value ends among the bytes. */
  int end(int place) {
    return ends[place];
  }

  byte at(int index) {
    return bytes[index];
  }

  /** Adds a value as it is. */
  void copy(int place, ByteBlock to) {
    to.add(bytes, start(place), ends[place]);
  }
}
