package org.vellum.competency.evaluation.csv;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vellum.competency.evaluation.Teaching;
import org.vellum.platform.problem.Finding;

/**
 * A file of results that was sent, and how far it has been taken in.
 *
 * @param id its identifier, and later that of the report
 * @param sentBy who sent it
 * @param ofAll whether they may evaluate in every class
 * @param sentAt when
 * @param rowsKnown how many rows it has, once it was read to its end
 * @param rowsDone how many of them are done: stored, known from before, or refused
 * @param endedAt when all was done, or it was refused as a whole
 * @param failure why there is no report, if it was refused as a whole or broke off
 * @param findings of a file that was refused as a whole: what is wrong with it
 */
public record ResultImport(
    UUID id,
    String sentBy,
    boolean ofAll,
    Instant sentAt,
    Optional<Integer> rowsKnown,
    int rowsDone,
    Optional<Instant> endedAt,
    Optional<String> failure,
    List<Finding> findings) {

  public ResultImport {
    findings = List.copyOf(findings);
  }

  /** Whether something is still to be done. */
  public boolean isUnderWay() {
    return endedAt.isEmpty();
  }

  /** The sender, as one who may evaluate. */
  Teaching.Teacher teacher() {
    return new Teaching.Teacher(sentBy, ofAll);
  }
}
