package org.vellum.credentials.xmldsig;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/**
 * A start tag under the scan: its names and attributes as places in the bytes, and how Canonical
 * XML writes it (section 2.3, Element Nodes). A tag that is written like that already is left as it
 * is.
 */
final class ScannedTag {
  private static final byte[] XMLNS = "xmlns".getBytes(US_ASCII);
  private static final byte[] AMP = "&amp;".getBytes(US_ASCII);
  private static final byte[] LT = "&lt;".getBytes(US_ASCII);
  private static final byte[] QUOT = "&quot;".getBytes(US_ASCII);
  private static final int MOST = 24;

  /** Instead of a declaration: the attribute has no prefix, or that of XML itself. */
  private static final int NO_PREFIX = -1;

  private static final int XML_PREFIX = -2;

  private final ScannedBytes bytes;
  private final ScannedNamespaces namespaces;
  private final int[] starts = new int[MOST];
  private final int[] locals = new int[MOST];
  private final int[] nameEnds = new int[MOST];
  private final int[] ends = new int[MOST];
  private final int[] meant = new int[MOST];
  private final int[] order = new int[MOST];
  private int count;
  private int begin;
  private int name;
  private int local;
  private int nameEnd;
  private boolean declares;
  private boolean asWritten;

  ScannedTag(ScannedBytes bytes, ScannedNamespaces namespaces) {
    this.bytes = bytes;
    this.namespaces = namespaces;
  }

  /** Reads a tag up to its {@code >} or {@code />}. */
  void read(int depth) {
    begin = bytes.at++;
    count = 0;
    declares = false;
    asWritten = true;
    name = bytes.at;
    local = qualifiedName();
    nameEnd = bytes.at;
    while (true) {
      int blanks = bytes.skipBlanks();
      byte next = bytes.here();
      if (next == '>' || next == '/') {
        asWritten &= blanks == 0;
        break;
      }
      asWritten &= blanks == 1;
      if (blanks == 0) {
        throw new GaveUp();
      }
      asWritten &= bytes.byteAt(bytes.at - 1) == ' ';
      attribute(depth);
    }
    resolve(depth);
  }

  /** Goes behind a name with or without a prefix; returns where its local part begins. */
  private int qualifiedName() {
    int start = bytes.at;
    bytes.skipName();
    if (bytes.here() != ':') {
      return start;
    }
    bytes.at++;
    int after = bytes.at;
    bytes.skipName();
    return after;
  }

  private void attribute(int depth) {
    int start = bytes.at;
    int localPart = qualifiedName();
    int end = bytes.at;
    if (bytes.here() != '=' || bytes.byteAt(bytes.at + 1) != '"') {
      throw new GaveUp();
    }
    bytes.at += 2;
    int value = bytes.at;
    skipValue();
    int valueEnd = bytes.at++;
    if (bytes.byteAt(start) != 'x') {
      keep(start, localPart, end);
    } else if (bytes.is(start, end, XMLNS)) {
      declares = true;
      namespaces.declare(end, end, value, valueEnd, depth);
    } else if (localPart > start && bytes.is(start, localPart - 1, XMLNS)) {
      declares = true;
      namespaces.declare(localPart, end, value, valueEnd, depth);
    } else {
      keep(start, localPart, end);
    }
  }

  private void keep(int start, int localPart, int end) {
    if (count == MOST) {
      throw new GaveUp();
    }
    starts[count] = start;
    locals[count] = localPart;
    nameEnds[count] = end;
    ends[count++] = bytes.at;
  }

  /** Goes to the closing quote; what is in between is written as Canonical XML writes it. */
  private void skipValue() {
    while (true) {
      bytes.skipPlain();
      byte next = bytes.here();
      if (next == '"') {
        return;
      }
      if (next == '>') {
        bytes.at++;
      } else if (next < 0) {
        bytes.skipCharacter();
      } else if (next == '&' && bytes.startsWith(AMP)) {
        bytes.at += AMP.length;
      } else if (next == '&' && bytes.startsWith(LT)) {
        bytes.at += LT.length;
      } else {
        bytes.skip(QUOT);
      }
    }
  }

  private void resolve(int depth) {
    int prefixEnd = local > name ? local - 1 : name;
    boolean toDeclare = namespaces.use(name, prefixEnd, depth);
    for (int i = 0; i < count; i++) {
      order[i] = i;
      meant[i] = NO_PREFIX;
      if (locals[i] > starts[i]) {
        int end = locals[i] - 1;
        boolean xml = bytes.is(starts[i], end, ScannedNamespaces.XML);
        meant[i] = xml ? XML_PREFIX : namespaces.find(starts[i], end);
        toDeclare |= !xml && namespaces.use(starts[i], end, depth);
      }
    }
    asWritten &= !toDeclare && !declares;
    if (count > 1) {
      sort();
    }
  }

  /** Gives up if two attributes have one name. */
  private void sort() {
    for (int i = 1; i < count; i++) {
      for (int at = i; at > 0; at--) {
        int difference = compare(order[at - 1], order[at]);
        if (difference == 0) {
          throw new GaveUp();
        }
        if (difference < 0) {
          break;
        }
        asWritten = false;
        int kept = order[at];
        order[at] = order[at - 1];
        order[at - 1] = kept;
      }
    }
  }

  /** By the namespace, none first, and then by the local name. */
  private int compare(int first, int second) {
    int difference =
        meant[first] == meant[second] ? 0 : compareNamespaces(meant[first], meant[second]);
    return difference != 0
        ? difference
        : Arrays.compareUnsigned(
            bytes.in(),
            locals[first],
            nameEnds[first],
            bytes.in(),
            locals[second],
            nameEnds[second]);
  }

  private int compareNamespaces(int first, int second) {
    if (first == NO_PREFIX || second == NO_PREFIX) {
      return first == NO_PREFIX ? -1 : 1;
    }
    if (first == XML_PREFIX) {
      return -namespaces.compareToXml(second);
    }
    return second == XML_PREFIX
        ? namespaces.compareToXml(first)
        : namespaces.compareUris(first, second);
  }

  /** Whether Canonical XML writes it like that; the scan stands at its {@code >}. */
  boolean isCanonical() {
    return asWritten && bytes.here() == '>';
  }

  /** Writes the tag up to its {@code >} and goes behind it; of an empty element the end as well. */
  boolean write(int depth) {
    boolean empty = bytes.here() == '/';
    if (empty && bytes.byteAt(bytes.at + 1) != '>') {
      throw new GaveUp();
    }
    bytes.copyTo(begin);
    bytes.write('<');
    bytes.write(name, nameEnd);
    namespaces.writeDeclarations(depth);
    for (int i = 0; i < count; i++) {
      bytes.write(' ');
      bytes.write(starts[order[i]], ends[order[i]]);
    }
    bytes.write('>');
    bytes.at += empty ? 2 : 1;
    bytes.drop();
    return empty;
  }

  /** Where the name begins. */
  int name() {
    return name;
  }

  /** Where it ends. */
  int nameEnd() {
    return nameEnd;
  }
}
