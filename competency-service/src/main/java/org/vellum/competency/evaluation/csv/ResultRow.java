package org.vellum.competency.evaluation.csv;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.evaluation.CanonicalJson;
import org.vellum.competency.evaluation.Content;
import org.vellum.competency.evaluation.ObjectiveScore;
import org.vellum.competency.evaluation.SentResult;
import org.vellum.competency.evaluation.csv.StagedObjectives.Staged;
import org.vellum.competency.roster.csv.RosterFile;
import org.vellum.competency.roster.csv.Row;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Jsonb;

/**
 * A row of results as what was sent. Where it does not say when it was changed, the beginning of
 * the day of its score stands for that: the same file again is then the same again.
 *
 * @param file what file it is of
 * @param row the row
 */
record ResultRow(RosterFile file, Row row) {
  private static final String GRADED = "fully graded";
  private static final List<String> FLAGS = List.of("inProgress", "incomplete", "late", "missing");
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** Whether it says anything: a line of the template that nobody filled in does not. */
  boolean saysSomething() {
    return find("scoreStatus").or(() -> find("score")).or(() -> find("textScore")).isPresent()
        || !row.active();
  }

  String lineItem() {
    return find("lineItemSourcedId").orElse("");
  }

  /** An objective of CASE that is no UUID, or is named twice; none if all are well. */
  static Optional<String> fault(List<Staged> objectives) {
    List<String> seen = new ArrayList<>();
    for (Staged each : objectives) {
      String id = each.objective().toLowerCase(Locale.ROOT);
      if (each.source().equals("case") && (!UUID_TEXT.matcher(id).matches() || seen.contains(id))) {
        return Optional.of(each.objective());
      }
      seen.add(id);
    }
    return Optional.empty();
  }

  SentResult sent(String source, List<Staged> objectives) {
    LocalDate scoreDate = LocalDate.parse(find("scoreDate").orElseThrow());
    Instant modified =
        row.modified() == null
            ? scoreDate.atStartOfDay(ZoneOffset.UTC).toInstant()
            : Instant.parse(row.modified());
    String status = find("scoreStatus").orElse(GRADED);
    ObjectNode json = json(status, modified, objectives);
    return new SentResult(
        source,
        row.sourcedId(),
        find("studentSourcedId").orElseThrow(),
        lineItem(),
        status,
        find("score").map(BigDecimal::new),
        find("textScore"),
        scoreDate,
        modified,
        find("comment"),
        !row.active(),
        scores(objectives),
        Content.of(new Jsonb(json.toString()), CanonicalJson.of(json)));
  }

  private static List<ObjectiveScore> scores(List<Staged> objectives) {
    return objectives.stream()
        .filter(each -> each.source().equals("case"))
        .map(each ->
            new ObjectiveScore(
                UUID.fromString(each.objective().toLowerCase(Locale.ROOT)),
                number(each.score()),
                Optional.ofNullable(each.textScore())))
        .toList();
  }

  /** As the REST binding would have sent it (OneRoster 1.2, ResultDType). */
  private ObjectNode json(String status, Instant modified, List<Staged> objectives) {
    ObjectNode json =
        Json.mapper()
            .createObjectNode()
            .put("sourcedId", row.sourcedId())
            .put("status", row.active() ? "active" : "tobedeleted")
            .put("dateLastModified", modified.toString())
            .put("scoreStatus", status);
    reference(json, "lineItem", "lineItem", find("lineItemSourcedId"));
    reference(json, "student", "user", find("studentSourcedId"));
    reference(json, "class", "class", find("classSourcedId"));
    find("score").ifPresent(score -> json.put("score", new BigDecimal(score)));
    for (String name : List.of("textScore", "scoreDate", "comment")) {
      find(name).ifPresent(value -> json.put(name, value));
    }
    FLAGS.forEach(flag -> find(flag).ifPresent(value -> json.put(flag, value)));
    if (!objectives.isEmpty()) {
      objectives(json.putArray("learningObjectiveSet"), objectives);
    }
    return json;
  }

  private static void objectives(ArrayNode sets, List<Staged> objectives) {
    Map<String, ArrayNode> bySource = new LinkedHashMap<>();
    objectives.stream()
        .sorted(java.util.Comparator.comparing(Staged::source).thenComparing(Staged::objective))
        .forEach(each -> {
          ObjectNode score =
              bySource
                  .computeIfAbsent(
                      each.source(),
                      source ->
                          sets.addObject()
                              .put("source", source)
                              .putArray("learningObjectiveResults"))
                  .addObject()
                  .put("learningObjectiveId", each.objective());
          number(each.score()).ifPresent(number -> score.put("score", number));
          if (each.textScore() != null) {
            score.put("textScore", each.textScore());
          }
        });
  }

  private static void reference(
      ObjectNode json, String name, String type, Optional<String> sourcedId) {
    sourcedId.ifPresent(id -> json.putObject(name).put("sourcedId", id).put("type", type));
  }

  private static Optional<BigDecimal> number(@Nullable String text) {
    return Optional.ofNullable(text).map(BigDecimal::new);
  }

  private Optional<String> find(String header) {
    return Optional.ofNullable(row.value(file, header));
  }
}
