package org.vellum.competency.evaluation.judging;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vellum.competency.evaluation.CanonicalJson;
import org.vellum.competency.evaluation.Content;
import org.vellum.competency.evaluation.ObjectiveScore;
import org.vellum.competency.evaluation.SentResult;
import org.vellum.competency.evaluation.Teaching;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Jsonb;

/**
 * What was judged of one learner's work.
 *
 * @param item what was evaluated
 * @param student {@code sourcedId} of the learner
 * @param judge who judged
 * @param day the day of the score
 * @param comment for the learner; empty if there is none
 * @param evidence addresses of what was seen
 * @param corrects the fact that this corrects; empty if it is the first
 * @param score the score that was given as a number; empty if a rubric was used
 * @param rubric the rubric that was used
 * @param levels the level chosen of each of its criteria
 */
record Judgement(
    Teaching.Item item,
    String student,
    String judge,
    LocalDate day,
    String comment,
    List<String> evidence,
    String corrects,
    Optional<BigDecimal> score,
    Optional<Rubric> rubric,
    Map<Rubric.Criterion, Rubric.Level> levels) {
  static final String SOURCE = "faculty";
  private static final int DIGITS = 4;

  Judgement {
    evidence = List.copyOf(evidence);
    levels = Map.copyOf(levels);
  }

  /** The identifier of the result: there is one of a learner and a line item. */
  static String sourcedId(String lineItem, String student) {
    String whole = lineItem + "/" + student;
    return whole.length() <= 255
        ? whole
        : UUID.nameUUIDFromBytes(whole.getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .toString();
  }

  /** As the use case that stores facts takes it. */
  SentResult sent(Instant now) {
    BigDecimal given = score.orElseGet(this::scoreByRubric);
    List<ObjectiveScore> objectives = objectives();
    ObjectNode json = json(given, objectives);
    String canonical = CanonicalJson.of(json);
    json.put("dateLastModified", now.toString());
    return new SentResult(
        SOURCE,
        sourcedId(item.sourcedId(), student),
        student,
        item.sourcedId(),
        "fully graded",
        Optional.of(given),
        Optional.empty(),
        day,
        now,
        Optional.of(comment).filter(text -> !text.isBlank()),
        false,
        objectives,
        Content.of(new Jsonb(json.toString()), canonical));
  }

  /** The weighted mean of the criteria, on the scale of the line item. */
  private BigDecimal scoreByRubric() {
    return onScale(mean(criteria()));
  }

  /** What is said of each CFItem: where several criteria are about one, their weighted mean. */
  private List<ObjectiveScore> objectives() {
    Map<UUID, List<Rubric.Criterion>> byItem = new LinkedHashMap<>();
    for (Rubric.Criterion criterion : criteria()) {
      criterion
          .item()
          .ifPresent(id -> byItem.computeIfAbsent(id, none -> new ArrayList<>()).add(criterion));
    }
    return byItem.entrySet().stream()
        .map(each ->
            new ObjectiveScore(
                each.getKey(),
                Optional.of(onScale(mean(each.getValue()))),
                each.getValue().size() == 1
                    ? Optional.of(level(each.getValue().getFirst()).quality())
                    : Optional.empty()))
        .toList();
  }

  private List<Rubric.Criterion> criteria() {
    return rubric.map(Rubric::criteria).orElse(List.of());
  }

  private Rubric.Level level(Rubric.Criterion criterion) {
    return Optional.ofNullable(levels.get(criterion)).orElseThrow();
  }

  private BigDecimal mean(List<Rubric.Criterion> criteria) {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal weights = BigDecimal.ZERO;
    for (Rubric.Criterion criterion : criteria) {
      sum = sum.add(criterion.share(level(criterion)).multiply(criterion.weight()));
      weights = weights.add(criterion.weight());
    }
    return sum.divide(weights, MathContext.DECIMAL64);
  }

  private BigDecimal onScale(BigDecimal share) {
    BigDecimal range = item.maximum().subtract(item.minimum());
    BigDecimal score =
        item.minimum()
            .add(share.multiply(range))
            .setScale(DIGITS, RoundingMode.HALF_UP)
            .stripTrailingZeros();
    return score.min(item.maximum()).max(item.minimum());
  }

  /** In the form of OneRoster 1.2 (ResultDType); what only we know stands in its metadata. */
  private ObjectNode json(BigDecimal given, List<ObjectiveScore> objectives) {
    ObjectNode json =
        Json.mapper()
            .createObjectNode()
            .put("sourcedId", sourcedId(item.sourcedId(), student))
            .put("status", "active")
            .put("scoreStatus", "fully graded")
            .put("score", given)
            .put("scoreDate", day.toString());
    if (!comment.isBlank()) {
      json.put("comment", comment);
    }
    json.putObject("lineItem").put("sourcedId", item.sourcedId()).put("type", "lineItem");
    json.putObject("student").put("sourcedId", student).put("type", "user");
    if (!objectives.isEmpty()) {
      ArrayNode scores =
          json.putArray("learningObjectiveSet")
              .addObject()
              .put("source", "case")
              .putArray("learningObjectiveResults");
      for (ObjectiveScore each : objectives) {
        ObjectNode score =
            scores.addObject().put("learningObjectiveId", each.competency().toString());
        each.score().ifPresent(number -> score.put("score", number));
        each.textScore().ifPresent(text -> score.put("textScore", text));
      }
    }
    addMetadata(json.putObject("metadata"));
    return json;
  }

  private void addMetadata(ObjectNode metadata) {
    metadata.put("vellum.judgedBy", judge).put("vellum.corrects", corrects);
    evidence.forEach(metadata.putArray("vellum.evidence")::add);
    rubric.ifPresent(used -> {
      ObjectNode chosen =
          metadata.put("vellum.rubric", used.identifier()).putObject("vellum.levels");
      used.criteria()
          .forEach(criterion -> chosen.put(criterion.identifier(), level(criterion).identifier()));
    });
  }
}
