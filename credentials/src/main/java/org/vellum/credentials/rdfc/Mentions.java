package org.vellum.credentials.rdfc;

/** Which lines mention a blank node, each line once, in the order of the lines. */
final class Mentions {
  private final int[] starts;
  private final int[] lines;

  Mentions(Dataset dataset, int[] sorted) {
    int[] counts = new int[dataset.blanks() + 1];
    for (int line : sorted) {
      count(dataset, line, counts);
    }
    starts = new int[counts.length];
    for (int blank = 1; blank < counts.length; blank++) {
      starts[blank] = starts[blank - 1] + counts[blank - 1];
    }
    lines = new int[starts[starts.length - 1]];
    int[] next = starts.clone();
    for (int line : sorted) {
      int subject = dataset.subject(line);
      int object = dataset.object(line);
      int graph = dataset.graph(line);
      if (subject < 0) {
        lines[next[~subject]++] = line;
      }
      if (object < 0 && object != subject) {
        lines[next[~object]++] = line;
      }
      if (graph < 0 && graph != subject && graph != object) {
        lines[next[~graph]++] = line;
      }
    }
  }

  private static void count(Dataset dataset, int line, int[] counts) {
    int subject = dataset.subject(line);
    int object = dataset.object(line);
    int graph = dataset.graph(line);
    if (subject < 0) {
      counts[~subject]++;
    }
    if (object < 0 && object != subject) {
      counts[~object]++;
    }
    if (graph < 0 && graph != subject && graph != object) {
      counts[~graph]++;
    }
  }

  /** All lines of all nodes, those of one from {@link #start} to {@link #end}. */
  int[] lines() {
    return lines;
  }

  /** How many blank nodes there are. */
  int nodes() {
    return starts.length - 1;
  }

  int start(int blank) {
    return starts[blank];
  }

  int end(int blank) {
    return starts[blank + 1];
  }
}
