package org.vellum.credentials.clr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.record.Attainment.Outcome;

/** Reads results together with what describes them. */
final class OutcomeReader {
  private final Map<String, Description> descriptions = new LinkedHashMap<>();

  private record Description(Outcome outcome, Map<String, String> levels) {}

  OutcomeReader(List<Members> all) {
    for (Members each : all) {
      descriptions.put(Objects.requireNonNullElse(each.text("id"), ""), describe(each));
      each.rest();
    }
  }

  private static Description describe(Members each) {
    Map<String, String> levels = new LinkedHashMap<>();
    for (Members level : each.objects("rubricCriterionLevel")) {
      String name = Objects.requireNonNullElse(level.text("name"), "");
      levels.put(Objects.requireNonNullElse(level.text("id"), name), name);
      level.text("level");
      level.rest();
    }
    String required = each.text("requiredLevel");
    List<String> scale = each.texts("allowedValue");
    String value = each.text("requiredValue");
    return new Description(
        new Outcome(
            Objects.requireNonNullElse(each.text("resultType"), "Result"),
            Objects.requireNonNullElse(each.text("name"), ""),
            "",
            each.text("valueMin"),
            each.text("valueMax"),
            required == null ? value : levels.getOrDefault(required, required),
            levels.isEmpty() ? scale : List.copyOf(levels.values())),
        levels);
  }

  List<Outcome> read(List<Members> results) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Members each : results) {
      Description described = descriptions.get(each.text("resultDescription"));
      String level = each.text("achievedLevel");
      String status = each.text("status");
      String value = each.text("value");
      each.rest();
      if (status != null && (value != null || level != null)) {
        outcomes.add(new Outcome("Status", "Status", status, null, null, null, List.of()));
      }
      outcomes.add(outcome(described, level, value, status));
    }
    return outcomes;
  }

  private static Outcome outcome(
      @Nullable Description described,
      @Nullable String level,
      @Nullable String value,
      @Nullable String status) {
    if (described == null) {
      boolean isStatus = status != null && value == null && level == null;
      String kind = isStatus ? "Status" : "Result";
      return new Outcome(kind, kind, said(level, value, status), null, null, null, List.of());
    }
    Outcome of = described.outcome();
    String reached = level == null ? null : described.levels().getOrDefault(level, level);
    return new Outcome(
        of.kind(),
        of.name(),
        said(reached, value, status),
        of.lowest(),
        of.highest(),
        of.required(),
        of.scale());
  }

  private static String said(@Nullable String first, @Nullable String then, @Nullable String last) {
    return first != null ? first : then != null ? then : Objects.requireNonNullElse(last, "");
  }
}
