package org.vellum.credentials.rdfc;

import java.nio.charset.StandardCharsets;

/** Writes lines of canonical N-Quads (RDFC-1.0, section 5) in pieces that were encoded before. */
final class LineWriter {
  /** So many bytes go to the sink at a time. */
  private static final int CHUNK = 8 * 1024;

  private static final int LONGEST_NUMBER = 10;

  private static final byte[] CANONICAL = Rdfc10.CANONICAL.getBytes(StandardCharsets.US_ASCII);

  private final Dataset dataset;
  private final Terms terms;
  private byte[] buffer;
  private int length;

  LineWriter(Dataset dataset) {
    this.dataset = dataset;
    this.terms = dataset.terms();
    this.buffer = dataset.lines(CHUNK);
  }

  /** A line as one of its blank nodes sees it: that one is a, and all others are z. */
  void around(int blank, int line) {
    ensure(line);
    letter(blank, dataset.subject(line));
    term(dataset.predicate(line));
    letter(blank, dataset.object(line));
    if (dataset.graph(line) != Dataset.DEFAULT_GRAPH) {
      letter(blank, dataset.graph(line));
    }
    end();
  }

  /** A line with canonical names. */
  void named(int[] names, int line) {
    ensure(line);
    name(names, dataset.subject(line));
    term(dataset.predicate(line));
    name(names, dataset.object(line));
    if (dataset.graph(line) != Dataset.DEFAULT_GRAPH) {
      name(names, dataset.graph(line));
    }
    end();
  }

  /** Hands out what was written, if it is much. */
  void flushIfMuch(Sink sink) {
    if (length >= CHUNK) {
      flush(sink);
    }
  }

  /** Hands out what was written. */
  void flush(Sink sink) {
    sink.write(buffer, 0, length);
    length = 0;
  }

  private void ensure(int line) {
    int most =
        size(dataset.subject(line))
            + size(dataset.predicate(line))
            + size(dataset.object(line))
            + size(dataset.graph(line));
    if (buffer.length - length < most) {
      buffer = dataset.lines(length + most);
    }
  }

  private int size(int node) {
    boolean written = node >= 0 && node != Dataset.DEFAULT_GRAPH;
    return written ? terms.end(node) - terms.start(node) : "_:c14n ".length() + LONGEST_NUMBER;
  }

  private void letter(int blank, int node) {
    if (node >= 0) {
      term(node);
    } else {
      label(~node == blank ? 'a' : 'z');
    }
  }

  private void label(char letter) {
    buffer[length++] = '_';
    buffer[length++] = ':';
    buffer[length++] = (byte) letter;
    buffer[length++] = ' ';
  }

  private void name(int[] names, int node) {
    if (node >= 0) {
      term(node);
      return;
    }
    for (byte letter : CANONICAL) {
      buffer[length++] = letter;
    }
    number(names[~node]);
    buffer[length++] = ' ';
  }

  private void number(int number) {
    int digits = 1;
    for (int rest = number; rest >= 10; rest /= 10) {
      digits++;
    }
    int rest = number;
    for (int at = length + digits - 1; at >= length; at--) {
      buffer[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += digits;
  }

  private void term(int term) {
    int start = terms.start(term);
    int size = terms.end(term) - start;
    System.arraycopy(terms.pool(), start, buffer, length, size);
    length += size;
  }

  private void end() {
    buffer[length++] = '.';
    buffer[length++] = '\n';
  }
}
