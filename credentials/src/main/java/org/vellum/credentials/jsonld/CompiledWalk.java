package org.vellum.credentials.jsonld;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.rdfc.Dataset;
import org.vellum.credentials.rdfc.Encoded;

/**
 * JSON-LD to RDF in one walk over compiled contexts, for the part of JSON-LD that credentials use:
 * types, ids, references, plain and typed values, sets, lists and graphs (JSON-LD 1.1 API, sections
 * 5.1.2, 7.2 and 8.1.2).
 *
 * <p>It answers with every statement of the document or not at all. Whatever it does not know, and
 * whatever would be lost, makes it give up; then {@link SafetyWalk} says why, or a processor that
 * knows more takes over behind it. One object walks one document.
 */
final class CompiledWalk {
  private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  private static final Encoded TYPE = Encoded.iri(RDF + "type");
  private static final Encoded FIRST = Encoded.iri(RDF + "first");
  private static final Encoded REST = Encoded.iri(RDF + "rest");
  private static final Encoded NIL = Encoded.iri(RDF + "nil");

  /** Instead of a term: a null, which says nothing. */
  private static final int NOTHING = Dataset.DEFAULT_GRAPH;

  private final CompiledContexts contexts;
  private final Limits limits;
  private final Dataset dataset;
  private int nodes;

  private CompiledWalk(Contexts contexts, Limits limits, Dataset dataset) {
    this.contexts = new CompiledContexts(contexts);
    this.limits = limits;
    this.dataset = dataset;
  }

  /**
   * Adds the statements of a document to an empty dataset.
   *
   * @return whether that are all; if not, some of it is beyond this walk
   */
  static boolean walk(Contexts contexts, Limits limits, ObjectNode document, Dataset dataset) {
    CompiledWalk walk = new CompiledWalk(contexts, limits, dataset);
    try {
      walk.object(walk.contexts.root(), null, document, Dataset.DEFAULT_GRAPH, 0);
      return dataset.size() > 0;
    } catch (GaveUp e) {
      return false;
    }
  }

  /** Around the members of an object: its context, its name, its graph, and how deep they are. */
  private record Scope(CompiledContext active, int subject, int graph, int depth) {}

  /** Returns the node. */
  private int object(
      CompiledContext outer, @Nullable CompiledTerm via, ObjectNode object, int graph, int depth) {
    count(depth);
    CompiledContext active = contexts.enter(outer, via, object);
    CompiledContext typeScoped = contexts.typeScoped();
    JsonNode id = contexts.id();
    int subject = id == null ? dataset.blank() : reference(active, CompiledContexts.text(id));
    Scope scope = new Scope(active, subject, graph, depth + 1);
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      member(scope, typeScoped, member.getKey(), member.getValue());
    }
    return subject;
  }

  private void member(Scope scope, CompiledContext typeScoped, String key, JsonNode value) {
    CompiledTerm term = scope.active.find(key);
    if (term == null) {
      if (!key.equals("@context")) {
        throw new GaveUp();
      }
      return;
    }
    switch (term.kind()) {
      case ID -> {}
      case TYPE -> types(scope, typeScoped, value);
      case PROPERTY -> property(scope, term, value);
      case OTHER -> throw new GaveUp();
    }
  }

  private void types(Scope scope, CompiledContext typeScoped, JsonNode value) {
    int predicate = dataset.term(TYPE);
    if (!value.isArray()) {
      dataset.add(
          scope.subject, predicate, word(typeScoped, CompiledContexts.text(value)), scope.graph);
      return;
    }
    for (JsonNode type : value) {
      dataset.add(
          scope.subject, predicate, word(typeScoped, CompiledContexts.text(type)), scope.graph);
    }
  }

  private void property(Scope scope, CompiledTerm term, JsonNode value) {
    int predicate = dataset.term(encoded(term));
    if (term.isList()) {
      boolean several = value.isArray();
      if (several) {
        count(scope.depth);
      }
      int depth = several ? scope.depth + 1 : scope.depth;
      add(scope, predicate, list(scope, term, several ? value : List.of(value), depth));
    } else if (value.isArray()) {
      count(scope.depth);
      for (JsonNode one : value) {
        add(scope, predicate, item(scope, term, one, scope.depth + 1));
      }
    } else {
      add(scope, predicate, item(scope, term, value, scope.depth));
    }
  }

  private void add(Scope scope, int predicate, int object) {
    if (object != NOTHING) {
      dataset.add(scope.subject, predicate, object, scope.graph);
    }
  }

  /** Section 8.1.2 List to RDF Conversion; returns the first cell. */
  private int list(Scope scope, CompiledTerm term, Iterable<JsonNode> items, int depth) {
    int head = dataset.term(NIL);
    int last = NOTHING;
    for (JsonNode one : items) {
      int value = item(scope, term, one, depth);
      if (value == NOTHING) {
        throw new GaveUp();
      }
      int cell = dataset.blank();
      dataset.add(cell, dataset.term(FIRST), value, scope.graph);
      if (last == NOTHING) {
        head = cell;
      } else {
        dataset.add(last, dataset.term(REST), cell, scope.graph);
      }
      last = cell;
    }
    if (last != NOTHING) {
      dataset.add(last, dataset.term(REST), dataset.term(NIL), scope.graph);
    }
    return head;
  }

  /** One value as a term. */
  private int item(Scope scope, CompiledTerm term, JsonNode value, int depth) {
    if (value instanceof ObjectNode object) {
      return term.isGraph()
          ? graph(scope, term, object, depth)
          : object(scope.active, term, object, scope.graph, depth);
    }
    count(depth);
    if (value.isArray() || term.isGraph()) {
      throw new GaveUp();
    }
    if (value.isNull()) {
      return NOTHING;
    }
    CompiledContext inside = CompiledContexts.aroundScalar(scope.active, term);
    return value.isTextual()
        ? string(inside, term, value.textValue())
        : writable(CompiledScalars.literal(dataset, term, value));
  }

  private int graph(Scope scope, CompiledTerm term, ObjectNode object, int depth) {
    int graph = dataset.blank();
    int before = dataset.size();
    object(scope.active, term, object, graph, depth);
    if (dataset.size() == before) {
      throw new GaveUp(); // a graph that says nothing would be lost
    }
    return graph;
  }

  private int string(CompiledContext inside, CompiledTerm term, String text) {
    return switch (term.strings()) {
      case TEXT, TYPED -> writable(dataset.literal(text, term.literalEnd()));
      case REFERENCE -> reference(inside, text);
      case WORD -> word(inside, text);
    };
  }

  private int reference(CompiledContext active, String text) {
    String iri = active.expanded(text);
    int recent = dataset.recentIri(iri); // only what is ordinary was ever added here
    if (recent != Dataset.UNWRITABLE) {
      return recent;
    }
    if (!Iri.isOrdinary(iri)) {
      throw new GaveUp();
    }
    return dataset.iri(iri);
  }

  /** A type, or a word of a vocabulary; long names of what has a name are left to others. */
  private int word(CompiledContext active, String text) {
    CompiledTerm term = active.find(text);
    if (term != null) {
      return dataset.term(encoded(term));
    }
    String iri = active.referenceIri(text);
    if (iri == null || active.hasNameFor(iri)) {
      throw new GaveUp();
    }
    return dataset.iri(iri);
  }

  private static Encoded encoded(CompiledTerm term) {
    Encoded encoded = term.encoded();
    if (encoded == null) {
      throw new GaveUp();
    }
    return encoded;
  }

  private void count(int depth) {
    nodes++;
    if (depth > limits.depth() || nodes > limits.nodes()) {
      throw new GaveUp();
    }
  }

  private static int writable(int term) {
    if (term == Dataset.UNWRITABLE) {
      throw new GaveUp();
    }
    return term;
  }
}
