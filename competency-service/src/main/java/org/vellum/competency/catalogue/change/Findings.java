package org.vellum.competency.catalogue.change;

import java.util.ArrayList;
import java.util.List;
import org.vellum.platform.problem.Finding;

/** What is wrong with a catalogue: the first of it, since one fault refuses the whole. */
public final class Findings {
  private static final int KEPT = 1_000;

  private final List<Finding> kept = new ArrayList<>();

  public void error(String code, String pointer, String message) {
    if (kept.size() < KEPT) {
      kept.add(Finding.error(code, pointer, message));
    }
  }

  boolean isEmpty() {
    return kept.isEmpty();
  }

  List<Finding> list() {
    return List.copyOf(kept);
  }
}
