package org.vellum.competency.catalogue.change;

import java.util.ArrayList;
import java.util.List;
import org.vellum.platform.problem.Finding;

/** What is wrong with what was sent: the first of it, since one fault refuses the whole. */
public final class Findings {
  private static final int KEPT = 1_000;

  private final List<Finding> kept = new ArrayList<>();

  /** One more. */
  public void error(String code, String pointer, String message) {
    if (kept.size() < KEPT) {
      kept.add(Finding.error(code, pointer, message));
    }
  }

  /** Whether nothing is wrong. */
  public boolean isEmpty() {
    return kept.isEmpty();
  }

  /** The faults in the order in which they were found. */
  public List<Finding> list() {
    return List.copyOf(kept);
  }
}
