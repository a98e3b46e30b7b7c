package org.vellum.competency.roster.csv;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.problem.Severity;

/** What was found in one archive: all of it counted, the first of it kept. For one thread. */
public final class Findings {
  /** How many are kept. */
  public static final int KEPT = 1_000;

  private final List<Finding> kept = new ArrayList<>();
  private final Map<Severity, Integer> counts = new EnumMap<>(Severity.class);

  /** Takes note of a finding. */
  public void add(Finding finding) {
    counts.merge(finding.severity(), 1, Integer::sum);
    if (kept.size() < KEPT) {
      kept.add(finding);
    }
  }

  /** Takes note of what was found elsewhere, after what was found here. */
  public void addAll(Findings others) {
    others.counts.forEach((severity, count) -> counts.merge(severity, count, Integer::sum));
    kept.addAll(others.kept.subList(0, Math.min(others.kept.size(), KEPT - kept.size())));
  }

  /** What was found so far, in another place; here nothing is found then. */
  public Findings takeOut() {
    Findings taken = new Findings();
    taken.addAll(this);
    kept.clear();
    counts.clear();
    return taken;
  }

  /** How many of this severity there were, kept or not. */
  public int count(Severity severity) {
    return counts.getOrDefault(severity, 0);
  }

  /** Whether something could not be taken in. */
  public boolean hasErrors() {
    return count(Severity.ERROR) > 0;
  }

  /** Those that are kept, in the order in which they were found. */
  public List<Finding> kept() {
    return List.copyOf(kept);
  }
}
