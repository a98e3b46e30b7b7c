package org.vellum.competency.evaluation.oneroster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.vellum.competency.evaluation.CanonicalJson;
import org.vellum.competency.evaluation.Content;
import org.vellum.competency.evaluation.ObjectiveScore;
import org.vellum.competency.evaluation.SentResult;
import org.vellum.platform.persistence.Jsonb;

/** Reads a result (OneRoster 1.2, gradebook OpenAPI, ResultDType, AssessmentResultDType). */
final class ResultReader {
  static final String CASE = "case";
  static final String TO_BE_DELETED = "tobedeleted";
  static final List<String> STATUS = List.of("active", TO_BE_DELETED);
  private static final List<String> FLAGS = List.of("inProgress", "incomplete", "late", "missing");
  private static final Pattern SCORE_STATUS =
      Pattern.compile(
          "exempt|fully graded|not submitted|partially"
              + " graded|submitted|ext:[a-zA-Z0-9.\\-_]{1,200}");
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private ResultReader() {}

  /**
   * Reads a result.
   *
   * @param source the client that sends it
   * @param sourcedId the {@code sourcedId} in the path
   * @throws org.vellum.platform.imsx.ImsxException telling the first fault and its place
   */
  static SentResult read(ResultKind kind, ObjectNode object, String source, String sourcedId) {
    Members result = new Members(object, "/" + kind.singular());
    if (!result.identifier("sourcedId").equals(sourcedId)) {
      throw result.fault("sourcedId", "must be the one in the path");
    }
    checkUnread(result);
    return new SentResult(
        source,
        sourcedId,
        result.reference("student", "user"),
        result.reference(kind.lineItem(), kind.lineItem()),
        scoreStatus(result),
        result.findNumber("score"),
        result.findText("textScore"),
        result.date("scoreDate"),
        result.instant("dateLastModified"),
        result.findText("comment").filter(comment -> !comment.isBlank()),
        result.oneOf("status", STATUS).equals(TO_BE_DELETED),
        objectives(result),
        Content.of(new Jsonb(object.toString()), CanonicalJson.of(object)));
  }

  /** Members that decide nothing here, but must be what the standard says. */
  private static void checkUnread(Members result) {
    result.findObject("metadata");
    result.findReference("class", "class");
    result.findReference("scoreScale", "scoreScale");
    result.findNumber("scorePercentile");
    for (String flag : FLAGS) {
      if (result.find(flag).isPresent()) {
        result.oneOf(flag, List.of("true", "false"));
      }
    }
  }

  private static String scoreStatus(Members result) {
    String status = result.text("scoreStatus");
    if (!SCORE_STATUS.matcher(status).matches()) {
      throw result.fault("scoreStatus", "must be a word of the standard's list or begin with ext:");
    }
    return status;
  }

  /** The scores of CASE items. Those of other sources are checked and kept with the payload. */
  private static List<ObjectiveScore> objectives(Members result) {
    List<ObjectiveScore> objectives = new ArrayList<>();
    Set<UUID> seen = new HashSet<>();
    for (Members set : result.objects("learningObjectiveSet")) {
      boolean ofCase = set.text("source").equals(CASE);
      for (Members score : scores(set)) {
        String id = score.identifier("learningObjectiveId");
        Optional<BigDecimal> number = score.findNumber("score");
        Optional<String> text = score.findText("textScore");
        if (ofCase) {
          UUID competency = caseIdentifier(score, "learningObjectiveId", id);
          if (!seen.add(competency)) {
            throw score.fault("learningObjectiveId", "is named twice");
          }
          objectives.add(new ObjectiveScore(competency, number, text));
        }
      }
    }
    return objectives;
  }

  private static List<Members> scores(Members set) {
    List<Members> scores = set.objects("learningObjectiveResults");
    if (scores.isEmpty()) {
      throw set.fault("learningObjectiveResults", "must hold at least one");
    }
    return scores;
  }

  static UUID caseIdentifier(Members place, String name, String id) {
    if (!UUID_TEXT.matcher(id).matches()) {
      throw place.fault(name, "must be the UUID of a CASE item");
    }
    return UUID.fromString(id.toLowerCase(Locale.ROOT));
  }
}
