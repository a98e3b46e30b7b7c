package org.vellum.credentials.selective;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.vellum.credentials.jsonld.Canonical;
import org.vellum.credentials.jsonld.Canonicalizer;
import org.vellum.credentials.jsonld.Limits;
import org.vellum.credentials.jsonld.NamedDocument;
import org.vellum.credentials.rdfc.Quad;
import org.vellum.credentials.rdfc.Rdfc10;
import org.vellum.credentials.rdfc.WorkLimitExceeded;

/**
 * The statements of a document in canonical N-Quads, with the blank nodes renamed
 * (labelReplacementCanonicalizeJsonLd), and those of its parts.
 */
final class Statements {
  private final NamedDocument named;
  private final Map<String, String> labels = new HashMap<>();
  private final List<String> lines = new ArrayList<>();

  /**
   * Puts a document's statements in order.
   *
   * @param relabel the new label of a canonical one ({@code c14n0}, both without {@code _:})
   * @throws IllegalArgumentException if the document has no canonical form, or a new label is
   *     missing
   */
  Statements(Canonicalizer canonicalizer, ObjectNode document, Function<String, String> relabel) {
    this.named = new NamedDocument(document);
    Set<Quad> quads = named.statements(named.document());
    requireAll(canonicalizer, document, quads);
    canonicalLabels(quads).forEach((node, canonical) -> labels.put(node, relabel.apply(canonical)));
    lines.addAll(lines(quads));
    // Code point order, which for UTF-8 is the order of its bytes (RDFC-1.0, section 5).
    lines.sort((a, b) -> Arrays.compareUnsigned(utf8(a), utf8(b)));
  }

  /** The lines in order, each with its line feed. */
  List<String> lines() {
    return List.copyOf(lines);
  }

  /** The indexes of the lines that pointers select; none if there are no pointers. */
  Set<Integer> selected(Collection<String> pointers) {
    if (pointers.isEmpty()) {
      return Set.of();
    }
    Set<String> chosen = lines(part(pointers));
    if (!new HashSet<>(lines).containsAll(chosen)) {
      throw new IllegalArgumentException("a pointer chooses a part of a list");
    }
    Set<Integer> indexes = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      if (chosen.contains(lines.get(i))) {
        indexes.add(i);
      }
    }
    return indexes;
  }

  /** For a reader of only that part: the number in its canonical label, and the label here. */
  Map<Integer, String> labelsOfPart(Collection<String> pointers) {
    Map<Integer, String> map = new HashMap<>();
    canonicalLabels(part(pointers))
        .forEach((node, canonical) ->
            map.put(Integer.valueOf(canonical.substring("c14n".length())), label(node)));
    return map;
  }

  private Set<Quad> part(Collection<String> pointers) {
    return named.statements(Selection.of(named.document(), pointers));
  }

  private String label(String node) {
    String label = labels.get(node);
    if (label == null) {
      throw new IllegalArgumentException("a blank node that is not in the whole document");
    }
    return label;
  }

  private Set<String> lines(Set<Quad> quads) {
    Set<String> written = new HashSet<>();
    quads.forEach(quad -> written.add(quad.line(node -> "_:" + label(node))));
    return written;
  }

  /** The names given for the time being must not have changed what the document says. */
  private static void requireAll(
      Canonicalizer canonicalizer, ObjectNode document, Set<Quad> quads) {
    String own;
    try {
      own = new Rdfc10(Limits.DEFAULT.hashes()).canonicalize(quads);
    } catch (WorkLimitExceeded e) {
      throw tooAlike(e);
    }
    boolean same =
        canonicalizer.canonicalize(document) instanceof Canonical.Form form
            && own.equals(new String(form.nquads(), StandardCharsets.UTF_8));
    if (!same) {
      throw new IllegalArgumentException("the document is beyond what can be shown in parts");
    }
  }

  private static Map<String, String> canonicalLabels(Set<Quad> quads) {
    Rdfc10 rdfc = new Rdfc10(Limits.DEFAULT.hashes());
    try {
      rdfc.canonicalize(quads);
    } catch (WorkLimitExceeded e) {
      throw tooAlike(e);
    }
    Map<String, String> canonical = new HashMap<>();
    rdfc.issued().forEach((node, label) -> canonical.put(node, label.substring(2)));
    return canonical;
  }

  private static IllegalArgumentException tooAlike(WorkLimitExceeded e) {
    return new IllegalArgumentException("the document repeats itself too often", e);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
