package org.vellum.credentials.xmldsig;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/**
 * Which prefixes hold where, and which are written already around (Exclusive XML Canonicalization
 * 1.0, section 3). Prefixes and URIs are places in the scanned bytes. Gives up on prefixes that
 * nobody declared, and on what is reserved.
 */
final class ScannedNamespaces {
  static final byte[] XML = "xml".getBytes(US_ASCII);
  static final byte[] XML_URI = "http://www.w3.org/XML/1998/namespace".getBytes(US_ASCII);
  private static final byte[] XMLNS = "xmlns".getBytes(US_ASCII);
  private static final byte[] XMLNS_URI = "http://www.w3.org/2000/xmlns/".getBytes(US_ASCII);
  private static final byte[] SIGNATURES = Names.DS.getBytes(US_ASCII);

  /** Relative ones are not canonicalized. */
  private static final byte[][] ABSOLUTE = {
    "http://".getBytes(US_ASCII), "https://".getBytes(US_ASCII), "urn:".getBytes(US_ASCII)
  };

  private static final int MOST = 64;
  private static final int NONE = -1;

  private final ScannedBytes bytes;
  private final int[] prefixes = new int[MOST];
  private final int[] prefixEnds = new int[MOST];
  private final int[] uris = new int[MOST];
  private final int[] uriEnds = new int[MOST];
  private final int[] declaredAt = new int[MOST];
  private int declared;

  /** The default namespace that is none, written as such. */
  private static final int UNDONE = -2;

  private final int[] written = new int[MOST];
  private final int[] writtenPrefixes = new int[MOST];
  private final int[] writtenPrefixEnds = new int[MOST];
  private final int[] writtenAt = new int[MOST];
  private int count;

  /** Whether names without a prefix are known to need no declaration. */
  private boolean settled;

  private int changes;

  ScannedNamespaces(ScannedBytes bytes) {
    this.bytes = bytes;
  }

  /** A declaration at an element of this depth; the default namespace has an empty prefix. */
  void declare(int prefix, int prefixEnd, int uri, int uriEnd, int depth) {
    boolean isDefault = prefix == prefixEnd;
    for (int i = declared - 1; i >= 0 && declaredAt[i] == depth; i--) {
      if (bytes.isSame(prefix, prefixEnd, prefixes[i], prefixEnds[i])) {
        throw new GaveUp();
      }
    }
    if (declared == MOST
        || bytes.is(prefix, prefixEnd, XML)
        || bytes.is(prefix, prefixEnd, XMLNS)
        || (!(isDefault && uri == uriEnd) && !isOrdinary(uri, uriEnd))) {
      throw new GaveUp();
    }
    changed();
    prefixes[declared] = prefix;
    prefixEnds[declared] = prefixEnd;
    uris[declared] = uri;
    uriEnds[declared] = uriEnd;
    declaredAt[declared++] = depth;
  }

  /** Whether a URI is absolute, has no spelling but one, and no meaning here. */
  private boolean isOrdinary(int uri, int end) {
    for (int i = uri; i < end; i++) {
      byte b = bytes.byteAt(i);
      if (b <= ' ' || b == 0x7f || b == '&') {
        return false;
      }
    }
    return Arrays.stream(ABSOLUTE).anyMatch(each -> bytes.begins(uri, end, each))
        && !bytes.is(uri, end, XML_URI)
        && !bytes.is(uri, end, XMLNS_URI)
        && !bytes.is(uri, end, SIGNATURES);
  }

  /** Forgets what was declared and written at an element of this depth. */
  void leave(int depth) {
    while (declared > 0 && declaredAt[declared - 1] == depth) {
      declared--;
      changed();
    }
    while (count > 0 && writtenAt[count - 1] == depth) {
      count--;
      changed();
    }
  }

  /** The declaration that holds for a prefix; -1 for no default namespace. */
  int find(int prefix, int end) {
    for (int i = declared - 1; i >= 0; i--) {
      if (bytes.isSame(prefix, end, prefixes[i], prefixEnds[i])) {
        return i;
      }
    }
    if (prefix == end) {
      return NONE;
    }
    throw new GaveUp();
  }

  /** Notes that an element uses a prefix; returns whether it has to be declared there. */
  boolean use(int prefix, int end, int depth) {
    if (prefix == end && settled) {
      return false;
    }
    boolean toDeclare = decide(prefix, end, depth);
    if (prefix == end) {
      settled = true; // from here on it is declared, until something else is
    }
    return toDeclare;
  }

  private void changed() {
    settled = false;
    changes++;
  }

  /** How often what is declared or written changed; as long as it is the same, so are they. */
  int changes() {
    return changes;
  }

  private boolean decide(int prefix, int end, int depth) {
    int meant = find(prefix, end);
    if (count > 0 && meant >= 0 && written[count - 1] == meant) {
      return false; // written last, and so around here
    }
    boolean none = meant == NONE || uris[meant] == uriEnds[meant];
    for (int i = count - 1; i >= 0; i--) {
      if (bytes.isSame(prefix, end, writtenPrefixes[i], writtenPrefixEnds[i])) {
        int before = written[i];
        boolean same =
            (before == UNDONE || none)
                ? before == UNDONE && none
                : bytes.isSame(uris[meant], uriEnds[meant], uris[before], uriEnds[before]);
        return !same && write(prefix, end, none ? UNDONE : meant, depth);
      }
    }
    return !none && write(prefix, end, meant, depth);
  }

  private boolean write(int prefix, int end, int meant, int depth) {
    if (count == written.length) {
      throw new GaveUp();
    }
    changes++;
    writtenPrefixes[count] = prefix;
    writtenPrefixEnds[count] = end;
    written[count] = meant;
    writtenAt[count++] = depth;
    return true;
  }

  /** Writes what was noted to be declared at an element of this depth, by prefixes. */
  void writeDeclarations(int depth) {
    int from = count;
    while (from > 0 && writtenAt[from - 1] == depth) {
      from--;
    }
    for (int i = from; i < count; i++) {
      int least = i;
      for (int j = i + 1; j < count; j++) {
        if (compare(j, least) < 0) {
          least = j;
        }
      }
      swap(i, least);
      bytes.write(' ');
      bytes.write(XMLNS);
      if (writtenPrefixes[i] < writtenPrefixEnds[i]) {
        bytes.write(':');
        bytes.write(writtenPrefixes[i], writtenPrefixEnds[i]);
      }
      bytes.write('=');
      bytes.write('"');
      if (written[i] != UNDONE) {
        bytes.write(uris[written[i]], uriEnds[written[i]]);
      }
      bytes.write('"');
    }
  }

  private int compare(int first, int second) {
    return Arrays.compareUnsigned(
        bytes.in(),
        writtenPrefixes[first],
        writtenPrefixEnds[first],
        bytes.in(),
        writtenPrefixes[second],
        writtenPrefixEnds[second]);
  }

  private void swap(int first, int second) {
    for (int[] each : new int[][] {writtenPrefixes, writtenPrefixEnds, written}) {
      int kept = each[first];
      each[first] = each[second];
      each[second] = kept;
    }
  }

  /** The order of the URIs of two declarations. */
  int compareUris(int first, int second) {
    return Arrays.compareUnsigned(
        bytes.in(), uris[first], uriEnds[first], bytes.in(), uris[second], uriEnds[second]);
  }

  /** The order of the URI of a declaration and that of {@code xml}. */
  int compareToXml(int first) {
    return Arrays.compareUnsigned(
        bytes.in(), uris[first], uriEnds[first], XML_URI, 0, XML_URI.length);
  }
}
