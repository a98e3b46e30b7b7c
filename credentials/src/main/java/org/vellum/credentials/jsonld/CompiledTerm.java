package org.vellum.credentials.jsonld;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.rdfc.Dataset;
import org.vellum.credentials.rdfc.Encoded;

/** A term whose every name was looked up, and written as N-Quads write it, once and for all. */
final class CompiledTerm {
  /** What a member with this name says. */
  enum Kind {
    ID,
    TYPE,
    PROPERTY,
    /** Known, but beyond the compiled walk. */
    OTHER
  }

  /** What a plain string among its values is. */
  enum Strings {
    TEXT,
    TYPED,
    REFERENCE,
    WORD
  }

  private final String iri;
  private final Term term;
  private final @Nullable String coercion;
  private final boolean isProtected;
  private final Kind kind;
  private final Strings strings;
  private final @Nullable Encoded encoded;
  private final byte[] literalEnd;

  /**
   * A term in its context.
   *
   * @param iri what it stands for, with every prefix resolved; empty if it stands for nothing
   * @param coercion its datatype in the same way
   */
  CompiledTerm(Term term, String iri, @Nullable String coercion, boolean isProtected) {
    this.term = term;
    this.iri = iri;
    this.coercion = coercion;
    this.isProtected = isProtected;
    this.kind = kind(iri, coercion, term.container());
    this.strings = strings(coercion);
    this.encoded = Iri.isOrdinary(iri) ? Encoded.iri(iri) : null;
    this.literalEnd = Dataset.endOf(strings == Strings.TYPED ? coercion : null, null);
  }

  private static Kind kind(String iri, @Nullable String coercion, @Nullable String container) {
    boolean plainContainer =
        container == null
            || container.equals("set")
            || container.equals("list")
            || container.equals("graph");
    boolean plainCoercion =
        coercion == null
            || coercion.equals("@id")
            || coercion.equals("@vocab")
            || Iri.isOrdinary(coercion);
    return switch (iri) {
      case "@id" -> Kind.ID;
      case "@type" -> Kind.TYPE;
      default ->
          plainContainer && plainCoercion && Iri.isOrdinary(iri) ? Kind.PROPERTY : Kind.OTHER;
    };
  }

  private static Strings strings(@Nullable String coercion) {
    return switch (coercion) {
      case null -> Strings.TEXT;
      case "@id" -> Strings.REFERENCE;
      case "@vocab" -> Strings.WORD;
      default -> Strings.TYPED;
    };
  }

  Kind kind() {
    return kind;
  }

  Strings strings() {
    return strings;
  }

  /** What it stands for: an IRI or a keyword. */
  String iri() {
    return iri;
  }

  /** What it stands for, in bytes; null if that is no ordinary IRI. */
  @Nullable Encoded encoded() {
    return encoded;
  }

  /** The datatype of its values; null if they have their own or are references. */
  @Nullable String datatype() {
    return strings == Strings.TYPED ? coercion : null;
  }

  /** What stands behind a text among its values. */
  byte[] literalEnd() {
    return literalEnd;
  }

  @Nullable TermTable scoped() {
    return term.scoped();
  }

  boolean reset() {
    return term.reset();
  }

  boolean isList() {
    return "list".equals(term.container());
  }

  boolean isGraph() {
    return "graph".equals(term.container());
  }

  boolean isProtected() {
    return isProtected;
  }

  /** Whether it may stand before a colon (JSON-LD 1.1 API, section 4.2.2, step 14.2.5). */
  boolean isPrefix() {
    return term.simple() && !iri.isEmpty() && ":/?#[]@".indexOf(iri.charAt(iri.length() - 1)) >= 0;
  }

  /** Whether both say the same, protection aside (JSON-LD 1.1 API, section 4.2.2, step 27). */
  boolean meansTheSameAs(CompiledTerm other) {
    return iri.equals(other.iri)
        && Objects.equals(coercion, other.coercion)
        && Objects.equals(term.container(), other.term.container())
        && Objects.equals(term.scoped(), other.term.scoped())
        && term.reset() == other.term.reset()
        && isPrefix() == other.isPrefix();
  }
}
