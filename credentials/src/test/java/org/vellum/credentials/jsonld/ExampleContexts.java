package org.vellum.credentials.jsonld;

/** The contexts of the standards and the one that the W3C uses in examples. */
public final class ExampleContexts {
  private ExampleContexts() {}

  /** A canonicaliser that also knows the examples of the W3C, whose every term is defined. */
  public static Canonicalizer canonicalizer() {
    Contexts contexts =
        Contexts.standard()
            .with(
                "https://www.w3.org/ns/credentials/examples/v2",
                "vocab https://www.w3.org/ns/credentials/examples#");
    return new Canonicalizer(contexts, Limits.DEFAULT);
  }
}
