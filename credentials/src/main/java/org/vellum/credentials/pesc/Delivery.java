package org.vellum.credentials.pesc;

import org.jspecify.annotations.Nullable;
import org.vellum.credentials.record.Institution;

/**
 * Why and to whom a transcript goes (TransmissionDataType).
 *
 * @param destination who is to receive it; null for the learner
 * @param reason what it was written for
 * @param transmission whether it went out before
 * @param test whether it is a test and no record of anybody
 */
public record Delivery(
    @Nullable Institution destination, Reason reason, Transmission transmission, boolean test) {

  /** For the learner, at the learner's request. */
  public static Delivery toLearner() {
    return new Delivery(null, Reason.STUDENT_REQUEST, Transmission.ORIGINAL, false);
  }

  /** For another institution, at the learner's request. */
  public static Delivery to(Institution destination) {
    return new Delivery(destination, Reason.STUDENT_REQUEST, Transmission.ORIGINAL, false);
  }

  /** What a transcript was written for (DocumentTypeCodeType, as far as transcripts use it). */
  public enum Reason {
    /** The learner asked for it. */
    STUDENT_REQUEST("StudentRequest"),
    /** An institution asked for it. */
    INSTITUTION_REQUEST("InstitutionRequest"),
    /** Somebody else asked for it, with the learner's consent. */
    THIRD_PARTY_REQUEST("ThirdPartyRequest"),
    /** It answers a request for a record. */
    REQUESTED_RECORD("RequestedRecord"),
    /** The grades of a term. */
    TERM_GRADE("TermGrade");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  /** Whether a transcript went out before (TransmissionTypeType). */
  public enum Transmission {
    /** For the first time. */
    ORIGINAL("Original"),
    /** The same again. */
    DUPLICATE("Duplicate"),
    /** Written anew. */
    REISSUE("Reissue"),
    /** In place of one that was wrong. */
    REPLACE("Replace"),
    /** Sent again, as the first did not arrive. */
    RESUBMISSION("Resubmission");

    private final String code;

    Transmission(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }
  }
}
