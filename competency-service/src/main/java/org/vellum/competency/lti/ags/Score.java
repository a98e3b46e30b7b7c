package org.vellum.competency.lti.ags;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vellum.competency.evaluation.Content;
import org.vellum.competency.evaluation.SentResult;
import org.vellum.competency.lti.LtiLineItem;
import org.vellum.platform.persistence.Jsonb;

/**
 * A score as a tool sent it (AGS 2.0, section 3.4).
 *
 * @param userId whose it is, as the tool knows the person
 * @param given the score
 * @param maximum the greatest value of the tool's scale, where a score is given
 * @param comment the comment that takes the place of the one before
 * @param timestamp when the tool changed it, by the tool's clock
 * @param submittedAt when the learner handed in what it is for ({@code submission.submittedAt})
 * @param activity how far the learner is ({@code activityProgress})
 * @param grading how far the judging is ({@code gradingProgress})
 * @param sent all that was sent
 */
record Score(
    String userId,
    Optional<BigDecimal> given,
    Optional<BigDecimal> maximum,
    Optional<String> comment,
    Instant timestamp,
    Optional<Instant> submittedAt,
    String activity,
    String grading,
    ObjectNode sent) {
  private static final List<String> ACTIVITY =
      List.of("Initialized", "Started", "InProgress", "Submitted", "Completed");
  private static final List<String> GRADING =
      List.of("FullyGraded", "Pending", "PendingManual", "Failed", "NotReady");
  private static final Set<String> HANDED_IN = Set.of("Submitted", "Completed");
  private static final int LONGEST_COMMENT = 10_000;
  private static final int DECIMALS = 30;

  /** Reads a score; a fault ends the request with its place. */
  static Score read(Body body) {
    Optional<BigDecimal> given = body.findNumber("scoreGiven");
    Optional<BigDecimal> maximum = body.findNumber("scoreMaximum");
    if (maximum.filter(each -> each.signum() == 0).isPresent()) {
      throw Body.fault("scoreMaximum", "must be more than 0");
    }
    if (given.isPresent() && maximum.isEmpty()) {
      throw Body.fault("scoreMaximum", "is required with scoreGiven");
    }
    return new Score(
        body.text("userId"),
        given,
        maximum,
        body.findText("comment", LONGEST_COMMENT).filter(comment -> !comment.isBlank()),
        body.findInstant("timestamp").orElseThrow(() -> Body.fault("timestamp", "is required")),
        body.findObject("submission").flatMap(each -> each.findInstant("submittedAt")),
        body.oneOf("activityProgress", ACTIVITY),
        body.oneOf("gradingProgress", GRADING),
        body.object());
  }

  /**
   * The score on the line item's scale, however large it is. Rounded down at the thirtieth decimal:
   * a threshold of fewer decimals is reached by the rounded score just when it is by the exact one.
   */
  static BigDecimal rescaled(BigDecimal given, BigDecimal maximum, BigDecimal scale) {
    return given.multiply(scale).divide(maximum, DECIMALS, RoundingMode.DOWN).stripTrailingZeros();
  }

  /**
   * Whether what it is for was handed in when nothing could be, by the tool's own account (section
   * 3.2.10, {@code startDateTime} and {@code endDateTime}). What was handed in in time is judged
   * whenever that is.
   */
  boolean isOutOfTime(LtiLineItem item) {
    return submittedAt
        .filter(at ->
            item.startsAt().filter(at::isBefore).isPresent()
                || item.endsAt().filter(at::isAfter).isPresent())
        .isPresent();
  }

  /**
   * The result that it is.
   *
   * @param source the tool
   * @param student {@code sourcedId} of the learner, or the tool's own identifier if nobody has it
   */
  SentResult asResult(String source, LtiLineItem item, String student) {
    Optional<BigDecimal> score =
        given
            .map(each -> rescaled(each, maximum.orElseThrow(), item.scoreMaximum()))
            .map(item.scoreMaximum()::min);
    return new SentResult(
        source,
        sourcedId(item, userId),
        student,
        item.sourcedId(),
        status(),
        score,
        Optional.empty(),
        LocalDate.ofInstant(timestamp, ZoneOffset.UTC),
        timestamp,
        comment,
        isTakenBack(),
        List.of(),
        content());
  }

  /** The name of the result within its source: there is one for each line item and learner. */
  static String sourcedId(LtiLineItem item, String userId) {
    return item.id() + "/" + userId;
  }

  /** Section 3.4.8: what is not fully graded need not be recorded as a grade. */
  private String status() {
    if (grading.equals("FullyGraded")) {
      return given.isPresent() ? "fully graded" : handedIn();
    }
    return given.isPresent() ? "partially graded" : handedIn();
  }

  private String handedIn() {
    return HANDED_IN.contains(activity) ? "submitted" : "not submitted";
  }

  /** Section 3.4.9: how a tool says that there is no score, and nothing begun. */
  private boolean isTakenBack() {
    return given.isEmpty() && grading.equals("NotReady") && activity.equals("Initialized");
  }

  /** Whether another state says the same, however its figures are written. */
  Content content() {
    String canonical =
        String.join(
            "\n",
            "ags",
            given.map(Score::plain).orElse(""),
            maximum.map(Score::plain).orElse(""),
            timestamp.toString(),
            activity,
            grading,
            comment.orElse(""));
    return Content.of(new Jsonb(sent.toString()), canonical);
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
