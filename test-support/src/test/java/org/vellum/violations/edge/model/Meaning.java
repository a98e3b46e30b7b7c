package org.vellum.violations.edge.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vellum.violations.first.One;

/** Looks out of its package. */
public record Meaning(One outside, Pure inside) {

  /** Made of the JDK and itself. */
  public record Pure(List<String> words, @Nullable Pure more) {}
}
