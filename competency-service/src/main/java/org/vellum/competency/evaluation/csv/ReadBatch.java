package org.vellum.competency.evaluation.csv;

import java.util.List;
import java.util.Optional;
import org.vellum.competency.evaluation.SentResult;
import org.vellum.competency.roster.csv.Findings;

/**
 * Rows of a file that are stored together, each result at most once.
 *
 * @param rows those that say something
 * @param findings what is wrong with rows by themselves that were read since the batch before
 * @param read how many rows of the file were read until then
 * @param refused how many were refused for that since the batch before
 */
record ReadBatch(List<ReadRow> rows, Findings findings, int read, int refused) {

  /**
   * One of them.
   *
   * @param row as it was read
   * @param sent what it says, unless another file says more of it
   */
  record ReadRow(ResultRow row, Optional<SentResult> sent) {}
}
