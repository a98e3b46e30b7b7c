package org.vellum.credentials.xmldsig;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Optional;

/**
 * Exclusive XML Canonicalization 1.0 of a whole document, straight from bytes to bytes, for what
 * programs write: elements, attributes in double quotes, text, the references that XML predefines.
 *
 * <p>It answers with the canonical form or not at all. Whatever it does not know (comments, CDATA,
 * instructions, character references, carriage returns, names beyond ASCII, a document type), what
 * is not well-formed, and what is signed already makes it give up; then the parser and Santuario
 * take over, which are also what it is tested against. One object scans one document.
 */
final class CanonicalScan {
  /** As deep as the parser goes. */
  private static final int DEEPEST = 200;

  private static final byte[] DECLARATION = ascii("<?xml version=\"1.0\"");
  private static final byte[] ENCODING = ascii(" encoding=\"UTF-8\"");
  private static final byte[] END_OF_DECLARATION = ascii("?>");
  private static final byte[] AMP = ascii("&amp;");
  private static final byte[] LT = ascii("&lt;");
  private static final byte[] GT = ascii("&gt;");
  private static final byte[] QUOT = ascii("&quot;");
  private static final byte[] APOS = ascii("&apos;");

  private final ScannedBytes bytes;
  private final ScannedNamespaces namespaces;
  private final ScannedTag tag;
  private final KnownTags known;
  private final int[] names = new int[DEEPEST + 1];
  private final int[] nameEnds = new int[DEEPEST + 1];
  private int depth;
  private int endTag;

  private CanonicalScan(byte[] xml) {
    this.bytes = new ScannedBytes(xml);
    this.namespaces = new ScannedNamespaces(bytes);
    this.tag = new ScannedTag(bytes, namespaces);
    this.known = new KnownTags(bytes, namespaces);
  }

  /** The canonical form of a document; empty if it is beyond this scan. */
  static Optional<CanonicalScan> of(byte[] xml) {
    CanonicalScan scan = new CanonicalScan(xml);
    try {
      scan.document();
      return Optional.of(scan);
    } catch (GaveUp e) {
      return Optional.empty();
    }
  }

  /** The canonical form, as a part of an array: of the document's own, if that is canonical. */
  byte[] written() {
    return bytes.written();
  }

  /** Where in the array the canonical form begins. */
  int begin() {
    return bytes.begin();
  }

  /** How long the canonical form is. */
  int length() {
    return bytes.length();
  }

  /** Where in the canonical form the end tag of the document element begins. */
  int endTag() {
    return endTag;
  }

  private void document() {
    if (bytes.startsWith(DECLARATION)) {
      bytes.skip(DECLARATION);
      if (bytes.startsWith(ENCODING)) {
        bytes.skip(ENCODING);
      }
      bytes.skip(END_OF_DECLARATION);
    }
    bytes.skipBlanks();
    bytes.drop();
    if (bytes.here() != '<') {
      throw new GaveUp();
    }
    do {
      if (bytes.byteAt(bytes.at + 1) == '/') {
        end();
      } else {
        start();
      }
      if (depth > 0) {
        text();
      }
    } while (depth > 0);
    bytes.copyTo(bytes.at);
    bytes.skipBlanks();
    if (!bytes.isAtEnd()) {
      throw new GaveUp();
    }
  }

  private void start() {
    if (++depth > DEEPEST) {
      throw new GaveUp();
    }
    int begin = bytes.at;
    int nameLength = known.skip();
    names[depth] = begin + 1;
    nameEnds[depth] = begin + 1 + nameLength;
    if (nameLength > 0) {
      return;
    }
    tag.read(depth);
    nameEnds[depth] = tag.nameEnd();
    if (tag.isCanonical()) {
      bytes.at++;
      known.keep(begin, bytes.at, tag.nameEnd() - tag.name());
    } else if (tag.write(depth)) {
      endTag = bytes.length();
      bytes.write('<');
      bytes.write('/');
      bytes.write(tag.name(), tag.nameEnd());
      bytes.write('>');
      namespaces.leave(depth--);
    }
  }

  private void end() {
    if (depth == 0) {
      throw new GaveUp();
    }
    if (depth == 1) {
      bytes.copyTo(bytes.at);
      endTag = bytes.length();
    }
    int name = bytes.at + 2;
    int end = name + nameEnds[depth] - names[depth];
    if (bytes.byteAt(end) != '>' || !bytes.isSame(name, end, names[depth], nameEnds[depth])) {
      throw new GaveUp();
    }
    bytes.at = end + 1;
    namespaces.leave(depth--);
  }

  /** Goes to the next tag. */
  private void text() {
    while (true) {
      bytes.skipBlanks();
      if (bytes.here() == '<') {
        return;
      }
      bytes.skipPlain();
      byte next = bytes.here();
      if (next == '<') {
        return;
      }
      if (next == '\n' || next == '\t' || next == '"') {
        bytes.at++;
      } else if (next < 0) {
        bytes.skipCharacter();
      } else if (next == '&') {
        reference();
      } else {
        throw new GaveUp();
      }
    }
  }

  private void reference() {
    if (bytes.startsWith(AMP)) {
      bytes.at += AMP.length;
    } else if (bytes.startsWith(LT)) {
      bytes.at += LT.length;
    } else if (bytes.startsWith(GT)) {
      bytes.at += GT.length;
    } else {
      boolean quote = bytes.startsWith(QUOT);
      bytes.copyTo(bytes.at);
      bytes.skip(quote ? QUOT : APOS);
      bytes.drop();
      bytes.write(quote ? '"' : '\'');
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }
}
