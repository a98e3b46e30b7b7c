package org.vellum.credentials.elmo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.record.Attainment.Outcome;

/**
 * What a result means, as a grading scheme describes it: ELMO has a text for people there, so ours
 * is one that people can read, line by line, and that is read back.
 *
 * @param kind what the value means
 * @param name the name of the result
 * @param lowest the least possible value
 * @param highest the greatest possible value
 * @param required the value that had to be reached
 * @param scale the possible values, from the lowest to the highest
 */
record GradingScheme(
    String kind,
    String name,
    @Nullable String lowest,
    @Nullable String highest,
    @Nullable String required,
    List<String> scale) {
  private static final Pattern RESULT = Pattern.compile("Result: (.*) \\((\\S+)\\)");

  static GradingScheme of(Outcome outcome) {
    return new GradingScheme(
        outcome.kind(),
        outcome.name(),
        outcome.lowest(),
        outcome.highest(),
        outcome.required(),
        outcome.scale());
  }

  /** Whether there is more to say than that it is a result. */
  boolean isTelling() {
    return !(kind.equals("Result") && name.equals("Result") && scale.isEmpty())
        || lowest != null
        || highest != null
        || required != null;
  }

  String description() {
    List<String> lines = new ArrayList<>();
    lines.add("Result: " + name + " (" + kind + ")");
    if (!scale.isEmpty()) {
      lines.add("Values from the lowest: " + String.join(", ", scale));
    }
    line(lines, "Lowest", lowest);
    line(lines, "Highest", highest);
    line(lines, "Required", required);
    return String.join("\n", lines);
  }

  private static void line(List<String> lines, String name, @Nullable String value) {
    if (value != null) {
      lines.add(name + ": " + value);
    }
  }

  /** The scheme in a description; empty if it is one of another system. */
  static Optional<GradingScheme> read(@Nullable String description) {
    List<String> lines = description == null ? List.of() : description.lines().toList();
    Matcher result = RESULT.matcher(lines.isEmpty() ? "" : lines.getFirst());
    if (!result.matches()) {
      return Optional.empty();
    }
    String values = value(lines, "Values from the lowest");
    return Optional.of(
        new GradingScheme(
            result.group(2),
            result.group(1),
            value(lines, "Lowest"),
            value(lines, "Highest"),
            value(lines, "Required"),
            values == null ? List.of() : List.of(values.split(", ", -1))));
  }

  private static @Nullable String value(List<String> lines, String name) {
    return lines.stream()
        .filter(each -> each.startsWith(name + ": "))
        .findFirst()
        .map(each -> each.substring(name.length() + 2))
        .orElse(null);
  }

  void into(ObjectNode outcome) {
    outcome.put("kind", kind).put("name", name);
    put(outcome, "lowest", lowest);
    put(outcome, "highest", highest);
    put(outcome, "required", required);
    scale.forEach(outcome.putArray("scale")::add);
  }

  private static void put(ObjectNode to, String name, @Nullable String value) {
    if (value != null) {
      to.put(name, value);
    }
  }
}
