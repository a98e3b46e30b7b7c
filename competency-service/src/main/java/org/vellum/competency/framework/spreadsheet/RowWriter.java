package org.vellum.competency.framework.spreadsheet;

import java.io.IOException;
import java.util.Map;
import org.vellum.competency.framework.casepackage.CaseClass;

/** Takes the rows of a framework, class by class. */
interface RowWriter {
  /** The rows of a class follow, if it has any. */
  void begin(CaseClass type) throws IOException;

  /**
   * A row.
   *
   * @param cells by the column's name
   */
  void row(CaseClass type, Map<String, String> cells) throws IOException;

  /** That was all. */
  void end() throws IOException;
}
