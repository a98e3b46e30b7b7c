package org.vellum.finaid.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Eight bytes of a SHA-256 over the values of a record, before anything is made of them: a quarter
 * of what its hash is over, and no text. Two records with the same fingerprint say the same; two
 * that say the same can have different ones, such as 3 and 3.0.
 *
 * <p>What a release makes of the same values is not in it, but for the columns. So it is asked of
 * changes alone: a package of all records compares them by their hashes.
 */
final class Fingerprint {
  private static final int ROOM = 512;

  /** Says that a number stands in the four bytes that follow. */
  private static final int LARGE = 0xFF;

  private final ByteBlock bytes = new ByteBlock(ROOM);

  private Fingerprint() {}

  /** Of all values but the version and the hash, neither of which says anything. */
  static long of(Entity entity, @Nullable Object[] values) {
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.bytes.add(entity.shape());
    for (int place = 0; place < values.length; place++) {
      if (place != Entity.VERSION_PLACE && place != Entity.HASH_PLACE) {
        fingerprint.add(values[place]);
      }
    }
    return ByteBuffer.wrap(fingerprint.bytes.sha256()).getLong();
  }

  /** Of what a kind of record is: its columns with their types and codes. */
  static byte[] shape(String name, List<Column> columns) {
    StringBuilder shape = new StringBuilder(name);
    for (Column column : columns) {
      shape
          .append('\n')
          .append(column.name())
          .append(' ')
          .append(column.type())
          .append(' ')
          .append(column.required())
          .append(' ')
          .append(String.join(",", column.codes()));
    }
    byte[] hash = Hashes.sha256(shape.toString().getBytes(UTF_8));
    return ByteBuffer.allocate(Long.BYTES).put(hash, 0, Long.BYTES).array();
  }

  /** Each with a letter for its type, and no longer than its letter or its length says. */
  private void add(@Nullable Object value) {
    switch (value) {
      case null -> bytes.add('-');
      case String text -> text('t', text);
      case Enum<?> code -> text('c', code.name());
      case Integer number -> {
        bytes.add('i');
        number(number);
      }
      case LocalDate day -> {
        bytes.add('d');
        number((day.getYear() << 9) | (day.getMonthValue() << 5) | day.getDayOfMonth());
      }
      case BigDecimal number -> decimal(number);
      case Boolean flag -> bytes.add(flag ? 'y' : 'n');
      case Instant instant -> text('m', instant.toString());
      case List<?> list -> {
        bytes.add('l');
        number(list.size());
        list.forEach(each -> text('t', String.valueOf(each)));
      }
      default -> throw new IllegalArgumentException("cannot be exported: " + value.getClass());
    }
  }

  private void text(char letter, String text) {
    byte[] encoded = text.getBytes(UTF_8);
    bytes.add(letter);
    number(encoded.length);
    bytes.add(encoded);
  }

  private void decimal(BigDecimal number) {
    BigInteger unscaled = number.unscaledValue();
    if (unscaled.bitLength() < Integer.SIZE) {
      bytes.add('s');
      number(number.scale());
      number(unscaled.intValue());
    } else {
      text('b', number.toString());
    }
  }

  /** In one byte if it is small, as nearly all lengths are. */
  private void number(int number) {
    if (number >= 0 && number < LARGE) {
      bytes.add((char) number);
      return;
    }
    bytes.add((char) LARGE);
    bytes.add((char) (number >>> 24 & 0xFF));
    bytes.add((char) (number >>> 16 & 0xFF));
    bytes.add((char) (number >>> 8 & 0xFF));
    bytes.add((char) (number & 0xFF));
  }
}
