package org.vellum.credentials.rdfc;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.SecureRandom;

/** A hash for tables whose contents strangers choose: its secret changes with every start. */
final class SecretHash {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long SEED = new SecureRandom().nextLong();
  private static final long FACTOR = new SecureRandom().nextLong() | 1;

  private SecretHash() {}

  /** Folds 128-bit products of eight bytes each with secret factors. */
  static int of(byte[] bytes, int from, int to) {
    long hash = SEED ^ (to - from);
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      hash = fold(hash ^ (long) LONGS.get(bytes, at));
    }
    long rest = 0;
    for (; at < to; at++) {
      rest = (rest << 8) | (bytes[at] & 0xff);
    }
    return spread(fold(hash ^ rest));
  }

  static int spread(long value) {
    long folded = fold(value ^ SEED);
    return (int) (folded ^ (folded >>> 32));
  }

  private static long fold(long value) {
    return (value * FACTOR) ^ Math.unsignedMultiplyHigh(value, FACTOR);
  }
}
