package org.vellum.finaid.imports;

import java.util.ArrayList;
import java.util.List;
import org.vellum.platform.problem.Finding;

/** What is wrong with a file, told without repeating what it says: that is about people. */
final class Findings {
  private static final int MOST = 1_000;

  private final String file;
  private final List<Finding> kept = new ArrayList<>();
  private int refusedRows;

  Findings(Kind kind) {
    this.file = kind.name() + ".csv";
  }

  /** Of the file as a whole. */
  void add(long line, String column, String code, String message) {
    if (kept.size() < MOST) {
      kept.add(Finding.error(code, file + ":" + line + ":" + column, column + " " + message + "."));
    }
  }

  /** A row is not taken in, for one or more findings. */
  void refuseRow() {
    refusedRows++;
  }

  int refusedRows() {
    return refusedRows;
  }

  List<Finding> kept() {
    return List.copyOf(kept);
  }
}
