package org.vellum.credentials.jsonld;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The terms that hold at one place of a document (JSON-LD 1.1 API, section 4.1).
 *
 * <p>A context that a type brings holds for the object itself and not for the objects inside it
 * (section 5.1.2, step 7: the previous context comes back); one that a property brings holds below.
 * Illegal redefinition of protected terms is left to the processor, which refuses it. Belongs to
 * one walk, and so to one thread.
 */
final class ActiveContext {
  private final IdentityHashMap<TermTable, ActiveContext> derived = new IdentityHashMap<>();
  private final IdentityHashMap<TermTable, ActiveContext> derivedByType = new IdentityHashMap<>();
  private final Map<String, Term> terms;
  private final @Nullable String vocabulary;
  private final @Nullable ActiveContext previous;

  private ActiveContext(
      Map<String, Term> terms, @Nullable String vocabulary, @Nullable ActiveContext previous) {
    this.terms = terms;
    this.vocabulary = vocabulary;
    this.previous = previous;
  }

  /** A context without terms, to start a walk; what is derived from it is kept with it. */
  static ActiveContext empty() {
    return new ActiveContext(Map.of(), null, null);
  }

  /** This context with a table on top of it, for here and below. */
  ActiveContext with(TermTable table) {
    return derived.computeIfAbsent(table, unseen -> over(unseen, previous));
  }

  /** This context with a table on top of it that a type brings, for here only. */
  ActiveContext withTypeScoped(TermTable table) {
    return derivedByType.computeIfAbsent(
        table, unseen -> over(unseen, previous == null ? this : previous));
  }

  /** The context that holds inside, where none was brought by a type. */
  ActiveContext propagated() {
    return previous == null ? this : previous;
  }

  private ActiveContext over(TermTable table, @Nullable ActiveContext before) {
    Map<String, Term> merged = new HashMap<>(terms);
    merged.putAll(table.terms());
    String vocab = table.vocabulary() == null ? vocabulary : table.vocabulary();
    ActiveContext made = new ActiveContext(merged, vocab, before);
    for (String name : table.terms().keySet()) {
      merged.computeIfPresent(name, (same, term) -> term.standingFor(made.defined(name, term)));
    }
    return made;
  }

  /**
   * What a term of the newest table stands for (section 4.2.2, step 14.2): prefixes and other terms
   * mean what they mean where it is defined, whatever they come to mean further in.
   */
  private String defined(String name, Term term) {
    String iri = term.iri();
    Term other = iri.equals(name) ? null : terms.get(iri);
    if (other != null) {
      return defined(iri, other); // as AchievementCredential is defined by OpenBadgeCredential
    }
    return iri.indexOf(':') > 0 ? compactIri(iri).orElse(iri) : iri;
  }

  Optional<Term> find(String name) {
    return Optional.ofNullable(terms.get(name));
  }

  /** What a key stands for, if it is a keyword or the alias of one. */
  Optional<String> keyword(String key) {
    if (key.startsWith("@")) {
      return Optional.of(key);
    }
    return find(key).filter(Term::isKeyword).map(Term::iri);
  }

  /** Whether a member of the object is this keyword. */
  boolean hasKeyword(ObjectNode object, String keyword) {
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      if (keyword(member.getKey()).filter(keyword::equals).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** The types of the object as it writes them, in the order in which they bring contexts. */
  SortedSet<String> types(ObjectNode object) {
    SortedSet<String> types = new TreeSet<>();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      if (keyword(member.getKey()).filter("@type"::equals).isPresent()) {
        JsonNode value = member.getValue();
        (value.isArray() ? value : List.of(value)).forEach(type -> types.add(type.asText()));
      }
    }
    return types;
  }

  /** Whether a member's name is written as an IRI, or as a keyword that has a name of its own. */
  boolean isLonghand(String key) {
    if (key.startsWith("@")) {
      return hasName(key);
    }
    return !terms.containsKey(key) && key.indexOf(':') >= 0 && vocabularyIri(key).isPresent();
  }

  /** Whether a type is written as an IRI although it has a name. */
  boolean isLonghandType(String type) {
    return !terms.containsKey(type)
        && type.indexOf(':') >= 0
        && vocabularyIri(type).filter(this::hasName).isPresent();
  }

  private boolean hasName(String iri) {
    return terms.values().stream().anyMatch(term -> term.iri().equals(iri));
  }

  /** The absolute IRI that a key or type stands for, if it stands for any (section 5.2). */
  Optional<String> vocabularyIri(String name) {
    Term term = terms.get(name);
    if (term != null) {
      return Optional.of(term.iri());
    }
    if (name.indexOf(':') > 0) {
      return compactIri(name);
    }
    return Optional.ofNullable(vocabulary).map(vocab -> vocab + name);
  }

  /** The absolute IRI that an id or a reference stands for, if it stands for any. */
  Optional<String> referenceIri(String text) {
    return text.indexOf(':') > 0 ? compactIri(text) : Optional.empty();
  }

  private Optional<String> compactIri(String name) {
    int colon = name.indexOf(':');
    Term prefix = terms.get(name.substring(0, colon));
    if (prefix != null && prefix.isPrefix() && !name.startsWith("//", colon + 1)) {
      return Optional.of(prefix.iri() + name.substring(colon + 1)).filter(Iri::isAbsolute);
    }
    return Optional.of(name).filter(Iri::isAbsolute);
  }
}
