package org.vellum.credentials.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Base58Test {
  private static final String ALPHABET =
      "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

  @Test
  void bytes_of_every_length_are_written_as_the_number_that_they_are_and_read_again() {
    Random random = new Random(58);
    for (int round = 0; round < 2_000; round++) {
      byte[] bytes = new byte[random.nextInt(100)];
      random.nextBytes(bytes);
      for (int zero = random.nextInt(4); zero > 0 && zero <= bytes.length; zero--) {
        bytes[zero - 1] = 0;
      }

      assertThat(Base58.encode(bytes)).isEqualTo(byLongDivision(bytes));
      assertThat(Base58.decode(Base58.encode(bytes))).isEqualTo(bytes);
    }
  }

  @Test
  void zeros_alone_are_ones() {
    assertThat(Base58.encode(new byte[5])).isEqualTo("11111");
    assertThat(Base58.encode(new byte[0])).isEmpty();
  }

  private static String byLongDivision(byte[] bytes) {
    StringBuilder digits = new StringBuilder();
    BigInteger rest = new BigInteger(1, bytes);
    while (rest.signum() > 0) {
      digits.insert(0, ALPHABET.charAt(rest.mod(BigInteger.valueOf(58)).intValue()));
      rest = rest.divide(BigInteger.valueOf(58));
    }
    for (int i = 0; i < bytes.length && bytes[i] == 0; i++) {
      digits.insert(0, '1');
    }
    return digits.toString();
  }
}
