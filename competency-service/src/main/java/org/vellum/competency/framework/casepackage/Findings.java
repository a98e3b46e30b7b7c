package org.vellum.competency.framework.casepackage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.problem.Severity;

/**
 * Gathers what is found in a package. Of each kind only the first few are kept and the others
 * counted, so that a package with a hundred thousand faults still has a report that can be read.
 */
final class Findings {
  static final int FEW = 25;
  private static final int LONGEST_PLACE = 300;

  private final Map<String, List<Finding>> kept = new LinkedHashMap<>();
  private final Map<String, Integer> more = new LinkedHashMap<>();
  private final int keptOfEachKind;
  private boolean errors;

  Findings() {
    this(FEW);
  }

  /**
   * Gathers more.
   *
   * @param keptOfEachKind how many of each kind are kept
   */
  Findings(int keptOfEachKind) {
    this.keptOfEachKind = keptOfEachKind;
  }

  void error(String code, String place, String message) {
    errors = true;
    add(Severity.ERROR, code, place, message);
  }

  void warning(String code, String place, String message) {
    add(Severity.WARNING, code, place, message);
  }

  void note(String code, String place, String message) {
    add(Severity.NOTE, code, place, message);
  }

  private void add(Severity severity, String code, String place, String message) {
    List<Finding> ofKind = kept.computeIfAbsent(severity + code, kind -> new ArrayList<>());
    if (ofKind.size() < keptOfEachKind) {
      String shown = place.length() > LONGEST_PLACE ? place.substring(0, LONGEST_PLACE) : place;
      ofKind.add(new Finding(severity, code, shown, message));
    } else {
      more.merge(severity + code, 1, Integer::sum);
    }
  }

  boolean hasErrors() {
    return errors;
  }

  /** What was found, the gravest first. */
  List<Finding> list() {
    List<Finding> all = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      kept.forEach((kind, findings) -> {
        if (findings.getFirst().severity() == severity) {
          all.addAll(findings);
          addCount(all, kind, findings.getFirst());
        }
      });
    }
    return List.copyOf(all);
  }

  private void addCount(List<Finding> all, String kind, Finding first) {
    int count = more.getOrDefault(kind, 0);
    if (count > 0) {
      String message = "There are " + count + " more of this kind.";
      all.add(new Finding(first.severity(), first.code(), "", message));
    }
  }
}
