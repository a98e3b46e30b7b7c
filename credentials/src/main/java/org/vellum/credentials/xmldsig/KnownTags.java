package org.vellum.credentials.xmldsig;

import java.util.Arrays;

/**
 * Start tags that were read before and are canonical as they stand. A tag that comes again byte for
 * byte, while the same namespaces are declared and written, needs not be read again; what programs
 * write consists of a few tags that come again and again.
 */
final class KnownTags {
  private static final int SLOT_BITS = 6;
  private static final int SLOTS = 1 << SLOT_BITS;
  private static final long SPREAD = 0x9e3779b97f4a7c15L;

  private final ScannedBytes bytes;
  private final ScannedNamespaces namespaces;
  private final int[] begins = new int[SLOTS];
  private final int[] ends = new int[SLOTS];
  private final int[] nameLengths = new int[SLOTS];
  private int changes;

  KnownTags(ScannedBytes bytes, ScannedNamespaces namespaces) {
    this.bytes = bytes;
    this.namespaces = namespaces;
  }

  /** Goes behind a tag that is known; returns the length of its name, 0 if it is not known. */
  int skip() {
    int at = bytes.at;
    int slot = slot(at);
    int length = ends[slot] - begins[slot];
    if (length == 0
        || changes != namespaces.changes()
        || !bytes.isSame(at, at + length, begins[slot], ends[slot])) {
      return 0;
    }
    bytes.at = at + length;
    return nameLengths[slot];
  }

  /** Keeps a tag for as long as the namespaces do not change. */
  void keep(int begin, int end, int nameLength) {
    if (changes != namespaces.changes()) {
      Arrays.fill(ends, 0);
      Arrays.fill(begins, 0);
      changes = namespaces.changes();
    }
    int slot = slot(begin);
    begins[slot] = begin;
    ends[slot] = end;
    nameLengths[slot] = nameLength;
  }

  private int slot(int at) {
    return (int) ((bytes.eightAt(at) * SPREAD) >>> (Long.SIZE - SLOT_BITS));
  }
}
