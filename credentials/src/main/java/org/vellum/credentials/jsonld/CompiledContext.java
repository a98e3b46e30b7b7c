package org.vellum.credentials.jsonld;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The terms that hold at one place, made once for a sequence of tables and shared by all threads.
 *
 * <p>Every context that can be reached from one is remembered with it, so that a document walks
 * from one to the next by a look into a table. Only known tables lead anywhere, and of their
 * combinations, which a stranger's document chooses, only so many are remembered; then {@link
 * #isFull} asks for a new beginning.
 */
final class CompiledContext {
  private static final int MOST_REMEMBERED = 500;
  private static final int LONGEST_CHAIN_OF_NAMES = 8;
  private static final String COLON = ":";

  private final Map<String, CompiledTerm> terms;

  /** The same by open addressing: a look goes to one or two places of one array. */
  private final String[] keys;

  private final CompiledTerm[] values;
  private final Set<String> iris = new HashSet<>();
  private final String[] prefixes;
  private final String[] typeNames;
  private final String[] idNames;
  private final boolean sound;
  private final @Nullable CompiledContext previous;
  private final AtomicInteger remembered;
  private final Transitions embedded = new Transitions();
  private final Transitions byProperty = new Transitions();
  private final Transitions byType = new Transitions();

  private CompiledContext(
      Map<String, CompiledTerm> terms,
      boolean sound,
      @Nullable CompiledContext previous,
      AtomicInteger remembered) {
    this.terms = terms;
    this.keys = new String[4 * Integer.highestOneBit(terms.size() + 1)];
    this.values = new CompiledTerm[keys.length];
    terms.forEach((name, term) -> {
      int slot = slot(name);
      while (keys[slot] != null) {
        slot = (slot + 1) & (keys.length - 1);
      }
      keys[slot] = name;
      values[slot] = term;
    });
    this.sound = sound;
    this.previous = previous;
    this.remembered = remembered;
    terms.values().forEach(term -> iris.add(term.iri()));
    this.prefixes = names(CompiledTerm::isPrefix);
    this.typeNames = names(term -> term.kind() == CompiledTerm.Kind.TYPE);
    this.idNames = names(term -> term.kind() == CompiledTerm.Kind.ID);
  }

  private String[] names(java.util.function.Predicate<CompiledTerm> wanted) {
    return terms.entrySet().stream()
        .filter(entry -> wanted.test(entry.getValue()))
        .map(Map.Entry::getKey)
        .toArray(String[]::new);
  }

  /** A context without terms, to begin with. */
  static CompiledContext empty() {
    return new CompiledContext(Map.of(), true, null, new AtomicInteger());
  }

  /** Whether nothing more is remembered here or behind. */
  boolean isFull() {
    return remembered.get() > MOST_REMEMBERED;
  }

  /** Whether the tables fit together and need nothing that the compiled walk does not know. */
  boolean isSound() {
    return sound;
  }

  /** This context with a table that the document names here. */
  CompiledContext with(TermTable table) {
    return embedded.to(table, unseen -> over(unseen, previous, false));
  }

  /** This context with a table that a property brings; it may redefine protected terms. */
  CompiledContext withPropertyScoped(TermTable table) {
    return byProperty.to(table, unseen -> over(unseen, previous, true));
  }

  /** This context with a table that a type brings, for here only. */
  CompiledContext withTypeScoped(TermTable table) {
    return byType.to(table, unseen -> over(unseen, propagated(), false));
  }

  /** The context that holds inside, where none was brought by a type. */
  CompiledContext propagated() {
    return previous == null ? this : previous;
  }

  @Nullable CompiledTerm find(String name) {
    int slot = slot(name);
    for (String key; (key = keys[slot]) != null; slot = (slot + 1) & (keys.length - 1)) {
      if (key.equals(name)) {
        return values[slot];
      }
    }
    return null;
  }

  private int slot(String name) {
    int hash = name.hashCode() * 0x9e3779b9;
    return (hash ^ (hash >>> 16)) & (keys.length - 1);
  }

  /** The members that say the type of an object. */
  String[] typeNames() {
    return typeNames;
  }

  /** The members that name an object. */
  String[] idNames() {
    return idNames;
  }

  /** Whether a term stands for this IRI. */
  boolean hasNameFor(String iri) {
    return iris.contains(iri);
  }

  /** The ordinary IRI that an id or a reference stands for; null if there is none. */
  @Nullable String referenceIri(String text) {
    String iri = expanded(text);
    return Iri.isOrdinary(iri) ? iri : null;
  }

  /** What an id or a reference stands for, if that is an IRI. */
  String expanded(String text) {
    String iri = text;
    for (String prefix : prefixes) {
      int colon = prefix.length();
      if (text.startsWith(prefix)
          && text.startsWith(COLON, colon)
          && !text.startsWith("//", colon + 1)) {
        CompiledTerm term = terms.get(prefix);
        iri = term == null ? text : term.iri() + text.substring(colon + 1);
      }
    }
    return iri;
  }

  private CompiledContext over(
      TermTable table, @Nullable CompiledContext before, boolean mayRedefine) {
    Map<String, CompiledTerm> merged = new HashMap<>(terms);
    boolean fits = sound && table.vocabulary() == null;
    for (Map.Entry<String, Term> entry : table.terms().entrySet()) {
      CompiledTerm compiled = compiled(entry.getValue(), table);
      CompiledTerm old = terms.get(entry.getKey());
      if (old == null || !old.isProtected() || mayRedefine) {
        merged.put(entry.getKey().intern(), compiled); // as names of members are: found by ==
      } else if (!old.meansTheSameAs(compiled)) {
        fits = false;
      }
    }
    return new CompiledContext(merged, fits, before, remembered);
  }

  private CompiledTerm compiled(Term term, TermTable table) {
    String coercion = term.coercion();
    if (coercion != null && !coercion.startsWith("@")) {
      coercion = full(coercion, table, 0).orElse("@none");
    }
    String iri = full(term.iri(), table, 0).orElse("");
    return new CompiledTerm(term, iri, coercion, table.isProtected());
  }

  /** JSON-LD 1.1 API, section 5.2, for names within a context; empty if they go round in rings. */
  private Optional<String> full(String name, TermTable table, int links) {
    if (links > LONGEST_CHAIN_OF_NAMES) {
      return Optional.empty();
    }
    Term local = table.terms().get(name);
    if (local != null && !local.iri().equals(name)) {
      return full(local.iri(), table, links + 1);
    }
    CompiledTerm outer = terms.get(name);
    if (outer != null) {
      return Optional.of(outer.iri());
    }
    int colon = name.indexOf(COLON);
    if (colon <= 0 || name.startsWith("//", colon + 1)) {
      return Optional.of(name);
    }
    return withPrefix(name, colon, table, links);
  }

  private Optional<String> withPrefix(String name, int colon, TermTable table, int links) {
    String prefix = name.substring(0, colon);
    String rest = name.substring(colon + 1);
    Term local = table.terms().get(prefix);
    if (local != null) {
      return local.isPrefix()
          ? full(local.iri(), table, links + 1).map(iri -> iri + rest)
          : Optional.of(name);
    }
    CompiledTerm outer = terms.get(prefix);
    return Optional.of(outer != null && outer.isPrefix() ? outer.iri() + rest : name);
  }

  /** Where tables lead; read without a lock, copied when it grows. */
  private final class Transitions {
    private volatile IdentityHashMap<TermTable, CompiledContext> known = new IdentityHashMap<>();

    CompiledContext to(TermTable table, Function<TermTable, CompiledContext> make) {
      CompiledContext found = known.get(table);
      return found != null ? found : remember(table, make.apply(table));
    }

    private synchronized CompiledContext remember(TermTable table, CompiledContext made) {
      CompiledContext found = known.get(table);
      if (found != null) {
        return found;
      }
      if (remembered.incrementAndGet() <= MOST_REMEMBERED) {
        IdentityHashMap<TermTable, CompiledContext> more = new IdentityHashMap<>(known);
        more.put(table, made);
        known = more;
      }
      return made;
    }
  }
}
