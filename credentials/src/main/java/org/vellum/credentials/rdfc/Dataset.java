package org.vellum.credentials.rdfc;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An RDF dataset on numbers: IRIs and literals are at least 0, blank nodes below. A statement that
 * is added twice is there once. Belongs to one thread.
 */
public final class Dataset {
  /** The graph of statements that stand in none. */
  public static final int DEFAULT_GRAPH = Integer.MAX_VALUE;

  /** Instead of a term: half of a surrogate pair has no UTF-8. */
  public static final int UNWRITABLE = Integer.MAX_VALUE - 1;

  private static final String XSD_STRING = "http://www.w3.org/2001/XMLSchema#string";
  private static final byte[] END_OF_TEXT = {'"', ' '};
  private static final int WIDTH = 4;
  private static final int SMALL = 1 << 20;

  private final Terms terms = new Terms();
  private int[] quads = new int[WIDTH * 96];
  private int[] table = new int[256];
  private byte[] lines = new byte[10 * 1024];
  private int size;
  private int blanks;

  /** Forgets all statements, to be filled again. */
  public void clear() {
    terms.clear();
    Arrays.fill(table, 0);
    size = 0;
    blanks = 0;
  }

  /** Whether it takes little memory and may be kept when it is not needed. */
  public boolean isSmall() {
    return terms.pool().length <= SMALL && lines.length <= SMALL && quads.length <= SMALL;
  }

  /** A new blank node. */
  public int blank() {
    return ~blanks++;
  }

  /** An IRI that was written before. */
  public int term(Encoded iri) {
    return terms.put(iri);
  }

  /** An IRI, or {@link #UNWRITABLE}. It is not looked at. */
  public int iri(String iri) {
    return orUnwritable(terms.iri(iri));
  }

  /** An IRI that was added lately by the same text; {@link #UNWRITABLE} if it was not. */
  public int recentIri(String iri) {
    return orUnwritable(terms.recentIri(iri));
  }

  /**
   * A literal, or {@link #UNWRITABLE}.
   *
   * @param end as {@link #endOf} writes it
   */
  public int literal(String text, byte[] end) {
    return orUnwritable(terms.literal(text, end));
  }

  private static int orUnwritable(int term) {
    return term == Terms.UNWRITABLE ? UNWRITABLE : term;
  }

  /**
   * What stands behind the text of a literal of this datatype or in this language. Without either
   * it is always the same array.
   */
  public static byte[] endOf(@Nullable String datatype, @Nullable String language) {
    if (language != null) {
      return ("\"@" + language + " ").getBytes(StandardCharsets.UTF_8);
    }
    return datatype == null || XSD_STRING.equals(datatype)
        ? END_OF_TEXT
        : ("\"^^<" + datatype + "> ").getBytes(StandardCharsets.UTF_8);
  }

  /** Adds a statement. */
  public void add(int subject, int predicate, int object, int graph) {
    int slot = hash(subject, predicate, object, graph) & (table.length - 1);
    for (int quad; (quad = table[slot] - 1) >= 0; slot = (slot + 1) & (table.length - 1)) {
      int at = WIDTH * quad;
      if (quads[at + 2] == object
          && quads[at + 1] == predicate
          && quads[at] == subject
          && quads[at + 3] == graph) {
        return;
      }
    }
    if (WIDTH * size == quads.length) {
      quads = Arrays.copyOf(quads, 2 * quads.length);
    }
    int at = WIDTH * size;
    quads[at] = subject;
    quads[at + 1] = predicate;
    quads[at + 2] = object;
    quads[at + 3] = graph;
    table[slot] = ++size;
    if (2 * size > table.length) {
      grow();
    }
  }

  private void grow() {
    table = new int[2 * table.length];
    for (int quad = 0; quad < size; quad++) {
      int hash = hash(subject(quad), predicate(quad), object(quad), graph(quad));
      int slot = hash & (table.length - 1);
      while (table[slot] != 0) {
        slot = (slot + 1) & (table.length - 1);
      }
      table[slot] = quad + 1;
    }
  }

  private static int hash(int subject, int predicate, int object, int graph) {
    long first = ((long) subject << 32) | (predicate & 0xffffffffL);
    long second = ((long) object << 32) | (graph & 0xffffffffL);
    return SecretHash.spread(first * 0x9e3779b97f4a7c15L + Long.rotateLeft(second, 23));
  }

  /** How many statements there are. */
  public int size() {
    return size;
  }

  int blanks() {
    return blanks;
  }

  int subject(int quad) {
    return quads[WIDTH * quad];
  }

  int predicate(int quad) {
    return quads[WIDTH * quad + 1];
  }

  int object(int quad) {
    return quads[WIDTH * quad + 2];
  }

  int graph(int quad) {
    return quads[WIDTH * quad + 3];
  }

  /** Where its lines are written, at least so many bytes long; what is there stays. */
  byte[] lines(int length) {
    if (lines.length < length) {
      lines = Arrays.copyOf(lines, Math.max(length, 2 * lines.length));
    }
    return lines;
  }

  Terms terms() {
    return terms;
  }

  /**
   * Quads as a dataset.
   *
   * @throws IllegalArgumentException if half of a surrogate pair is in a term
   */
  public static Dataset of(Set<Quad> quads) {
    return of(quads, new ArrayList<>());
  }

  /**
   * Quads as a dataset.
   *
   * @param labels gets the label of each blank node, in the order of their numbers
   * @throws IllegalArgumentException if half of a surrogate pair is in a term
   */
  static Dataset of(Set<Quad> quads, List<String> labels) {
    Dataset dataset = new Dataset();
    Map<String, Integer> blanks = new HashMap<>();
    for (Quad quad : quads) {
      int object =
          quad.isLiteral()
              ? dataset.literal(quad.object(), endOf(quad.datatype(), quad.language()))
              : dataset.node(quad.object(), blanks, labels);
      String graph = quad.graph();
      int subject = dataset.node(quad.subject(), blanks, labels);
      int predicate = dataset.iri(quad.predicate());
      int named = graph == null ? DEFAULT_GRAPH : dataset.node(graph, blanks, labels);
      if (Math.max(Math.max(subject, predicate), object) == UNWRITABLE || named == UNWRITABLE) {
        throw new IllegalArgumentException("half of a surrogate pair stands alone");
      }
      dataset.add(subject, predicate, object, named);
    }
    return dataset;
  }

  private int node(String name, Map<String, Integer> known, List<String> labels) {
    if (!Quad.isBlank(name)) {
      return iri(name);
    }
    return known.computeIfAbsent(
        name,
        unseen -> {
          labels.add(unseen);
          return blank();
        });
  }
}
