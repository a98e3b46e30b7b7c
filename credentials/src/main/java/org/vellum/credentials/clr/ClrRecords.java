package org.vellum.credentials.clr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.UnaryOperator;
import org.vellum.credentials.record.Converted;
import org.vellum.credentials.record.LearnerRecord;

/**
 * Between documents of CLR 2.0 or Open Badges 3.0 and the record that is free of any format.
 *
 * <p>1EdTech has not published how a transcript's terms and averages stand in a CLR. Vellum writes
 * each period and each average as an achievement credential of its own: a period has the type
 * {@code ext:AcademicPeriod} and its days as {@code activityStartDate} and {@code activityEndDate};
 * an average has the type {@code ext:AcademicSummary}, a result of the type {@code
 * GradePointAverage}, the credits earned as {@code creditsEarned} and those attempted as {@code
 * creditsAvailable}. What falls into a period names it as its {@code term} and is associated with
 * it by {@code isPartOf}.
 *
 * <p>What makes a document of the record (contexts, types, proofs) is neither read nor listed as a
 * loss. Everything else that the record has no place for is.
 */
public final class ClrRecords {
  private ClrRecords() {}

  /**
   * Reads a ClrCredential, or an achievement credential as a record of one attainment. Nothing is
   * verified. Members in other forms than the standard's are read where their meaning is clear:
   * times without a zone, language maps, single values instead of arrays, VC 1.1 dates.
   *
   * @param credential the document
   */
  public static Converted<LearnerRecord> read(ObjectNode credential) {
    return new RecordReader().read(credential);
  }

  /** The record as an unsigned ClrCredential around unsigned credentials. */
  public static Converted<ObjectNode> write(LearnerRecord record) {
    return write(record, UnaryOperator.identity());
  }

  /**
   * The record as a ClrCredential.
   *
   * @param record the record
   * @param sign given each credential that stands in the record, in its order, and the record
   *     itself last, as what is inside must be signed before what is around it; may add a status
   *     before it signs
   */
  public static Converted<ObjectNode> write(LearnerRecord record, UnaryOperator<ObjectNode> sign) {
    return new RecordWriter(record, sign).clr();
  }

  /**
   * Each attainment of the record as an Open Badges 3.0 achievement credential of its own, in the
   * order of the record. Periods, averages and relations are not in badges.
   *
   * @param record the record
   * @param sign given each credential
   */
  public static Converted<List<ObjectNode>> badges(
      LearnerRecord record, UnaryOperator<ObjectNode> sign) {
    return new RecordWriter(record, sign).badges();
  }
}
