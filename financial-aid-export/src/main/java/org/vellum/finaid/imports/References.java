package org.vellum.finaid.imports;

import java.util.UUID;

/** Whether what a row refers to is there. */
final class References {
  private References() {}

  /** Whether all of it is; if not, why not is among the findings. */
  static boolean hold(Kind kind, ImportedRow row, ImportedFacts.Known known, Findings findings) {
    boolean good = true;
    for (Column column : kind.columns()) {
      String fault = fault(kind, column, row, known);
      if (!fault.isEmpty()) {
        findings.add(row.line(), column.name(), "reference-unknown", fault);
        good = false;
      }
    }
    if (!good) {
      findings.refuseRow();
    }
    return good;
  }

  private static String fault(
      Kind kind, Column column, ImportedRow row, ImportedFacts.Known known) {
    boolean held =
        switch (column.type()) {
          case LEARNER -> known.learners().containsKey(row.text(column));
          case ENROLLMENT -> known.learnersOf().containsKey(row.text(column));
          case PROGRAM -> known.programs().contains(row.text(column));
          default -> true;
        };
    if (!held) {
      return "is not " + column.type().words();
    }
    return column.type() == CellType.LEARNER && passesToAnother(kind, column, row, known)
        ? "differs from the learner whose enrollment this is"
        : "";
  }

  private static boolean passesToAnother(
      Kind kind, Column column, ImportedRow row, ImportedFacts.Known known) {
    if (!kind.table().equals("enrollment")) {
      return false;
    }
    UUID owner = known.learnersOf().get(row.text(kind.columns().getFirst()));
    return owner != null && !owner.equals(known.learners().get(row.text(column)));
  }
}
