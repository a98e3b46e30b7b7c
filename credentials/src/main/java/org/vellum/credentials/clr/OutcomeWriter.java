package org.vellum.credentials.clr;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.openbadges.Result;
import org.vellum.credentials.openbadges.ResultDescription;
import org.vellum.credentials.openbadges.RubricCriterionLevel;
import org.vellum.credentials.openbadges.Vocabulary;
import org.vellum.credentials.record.Attainment.Outcome;

/** Writes the outcomes of one attainment as results and what describes them. */
final class OutcomeWriter {
  private final String credential;
  private final Words words;
  private final List<ResultDescription> descriptions = new ArrayList<>();
  private final List<Result> results = new ArrayList<>();

  OutcomeWriter(String credential, Words words) {
    this.credential = credential;
    this.words = words;
  }

  List<ResultDescription> descriptions() {
    return descriptions;
  }

  List<Result> results() {
    return results;
  }

  void add(String place, Outcome outcome) {
    String id = Names.part(credential, "result-" + (results.size() + 1));
    String kind = kind(place, outcome);
    boolean rubric = kind.equals("RubricCriterionLevel");
    List<RubricCriterionLevel> levels = rubric ? levels(id, outcome.scale()) : List.of();
    String required = level(levels, outcome.required());
    String achieved = level(levels, outcome.value());
    descriptions.add(
        ResultDescription.builder(id, outcome.name().isBlank() ? kind : outcome.name(), kind)
            .valueMin(outcome.lowest())
            .valueMax(outcome.highest())
            .requiredLevel(required)
            .requiredValue(required == null ? outcome.required() : null)
            .allowedValue(rubric ? List.of() : outcome.scale())
            .rubricCriterionLevel(levels)
            .build());
    results.add(
        achieved != null
            ? Result.ofLevel(id, achieved)
            : kind.equals("Status")
                ? Result.ofStatus(id, outcome.value())
                : Result.ofValue(id, outcome.value()));
    words.lost(!outcome.name().isBlank(), place + ".name", "name", "empty; the kind is written");
  }

  /** A status outside the standard's list can only be a result of no special kind. */
  private String kind(String place, Outcome outcome) {
    String kind = words.known(place + ".kind", "kind", outcome.kind(), Vocabulary.RESULT_TYPES);
    if (kind.equals("Status") && !Vocabulary.RESULT_STATUSES.contains(outcome.value())) {
      words.lost(false, place + ".kind", "kind", "not a status of Open Badges 3.0");
      return "Result";
    }
    return kind;
  }

  private List<RubricCriterionLevel> levels(String id, List<String> scale) {
    List<RubricCriterionLevel> levels = new ArrayList<>();
    for (int i = 0; i < scale.size(); i++) {
      String rank = Integer.toString(i + 1);
      String name = scale.get(i).isBlank() ? rank : scale.get(i);
      levels.add(RubricCriterionLevel.of(id + "-level-" + rank, name, rank));
    }
    return levels;
  }

  private static @Nullable String level(List<RubricCriterionLevel> levels, @Nullable String name) {
    return levels.stream()
        .filter(level -> level.name().equals(name))
        .map(RubricCriterionLevel::id)
        .findFirst()
        .orElse(null);
  }
}
