package org.vellum.credentials.pdf;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.record.Attainment;
import org.vellum.credentials.record.Average;
import org.vellum.credentials.record.LearnerRecord;
import org.vellum.credentials.record.Period;

/** What was achieved, a table for each period, with its averages beneath. */
final class ResultTables {
  private final LearnerRecord record;
  private final PageText text;
  private final StringBuilder out;

  ResultTables(LearnerRecord record, PageText text, StringBuilder out) {
    this.record = record;
    this.text = text;
    this.out = out;
  }

  void write() {
    Map<String, List<Integer>> byPeriod = new LinkedHashMap<>();
    record.periods().forEach(each -> byPeriod.put(each.id(), new ArrayList<>()));
    List<Integer> others = new ArrayList<>();
    for (int i = 0; i < record.attainments().size(); i++) {
      String period = record.attainments().get(i).periodId();
      (period == null ? others : byPeriod.getOrDefault(period, others)).add(i);
    }
    for (Period each : record.periods()) {
      List<Integer> within = byPeriod.getOrDefault(each.id(), List.of());
      if (!within.isEmpty()) {
        String days =
            each.end() == null && each.start() != null
                ? "from " + Lines.day(each.start())
                : Lines.joined(" – ", Lines.day(each.start()), Lines.day(each.end()));
        section(each.name(), days, within);
        averages(each.id());
      }
    }
    if (!others.isEmpty()) {
      section(record.periods().isEmpty() ? "Achievements" : "Other achievements", "", others);
    }
    if (record.attainments().isEmpty()) {
      out.append("<h2>Achievements</h2><p>This record has no achievements.</p>");
    }
    if (record.averages().stream().anyMatch(this::isOfTheWhole)) {
      out.append("<h2>Summary</h2>");
      averages(null);
    }
    scales();
  }

  private void section(String name, String days, List<Integer> within) {
    out.append("<h2>").append(text.safe("periods", name));
    if (!days.isEmpty()) {
      out.append(" <span class=\"days\">").append(text.safe("periods", days)).append("</span>");
    }
    out.append("</h2><table class=\"results\"><thead><tr>")
        .append("<th scope=\"col\" class=\"code\">Code</th><th scope=\"col\">Achievement</th>")
        .append("<th scope=\"col\" class=\"result\">Result</th>")
        .append("<th scope=\"col\" class=\"day\">Awarded</th>")
        .append("<th scope=\"col\" class=\"number\">Credits</th></tr></thead><tbody>");
    within.forEach(this::attainment);
    out.append("</tbody></table>");
  }

  private void attainment(int index) {
    Attainment each = record.attainments().get(index);
    String place = "attainments[" + index + "]";
    Attainment.Achievement what = each.achievement();
    String by = each.awardedBy() == null ? null : "awarded by " + each.awardedBy().name();
    out.append("<tr><td class=\"code\">")
        .append(text.safe(place + ".achievement.code", what.code()));
    out.append("</td><td").append(language(what)).append('>');
    out.append(text.safe(place + ".achievement.name", what.name()));
    out.append("<span class=\"kind\" lang=\"en\">");
    out.append(text.safe(place, Lines.joined(" · ", kind(what.type()), by)));
    out.append("</span></td><td class=\"result\">");
    out.append(text.safe(place + ".outcomes", results(each)));
    out.append("</td><td class=\"day\">");
    if (each.awarded() != null) {
      String day = Lines.shortDay(each.awarded().atZone(ZoneOffset.UTC).toLocalDate());
      out.append(text.safe(place + ".awarded", day));
    }
    out.append("</td><td class=\"number\">").append(Lines.number(each.creditsEarned()));
    out.append("</td></tr>");
  }

  /** The language of the title, where it is said and can be a tag (BCP 47). */
  private static String language(Attainment.Achievement what) {
    String language = what.language();
    return language != null && language.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
        ? " lang=\"" + language + "\""
        : "";
  }

  /** {@code BachelorDegree} as "Bachelor degree". */
  private static String kind(String type) {
    String words = type.replaceFirst("^ext:", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ").strip();
    return words.length() < 2
        ? words
        : words.charAt(0) + words.substring(1).toLowerCase(java.util.Locale.ROOT);
  }

  private static String results(Attainment attainment) {
    List<String> results = new ArrayList<>();
    for (Attainment.Outcome outcome : attainment.outcomes()) {
      boolean plain = outcome.kind().equals("Status") && outcome.value().equals("Completed");
      if (!plain) {
        String value = outcome.kind().equals("Status") ? kind(outcome.value()) : outcome.value();
        Lines.add(results, outcome.kind().equals("Percent") ? value + " %" : value);
      }
    }
    return String.join(" · ", results);
  }

  private boolean isOfTheWhole(Average average) {
    return average.periodId() == null
        || record.attainments().stream()
            .noneMatch(each -> average.periodId().equals(each.periodId()));
  }

  private void averages(@Nullable String period) {
    for (Average each : record.averages()) {
      boolean here = period == null ? isOfTheWhole(each) : period.equals(each.periodId());
      if (here) {
        out.append("<p class=\"sum\">").append(text.safe("averages", each.name()));
        points(each);
        part(Lines.number(each.creditsEarned()), "credits earned");
        part(Lines.number(each.creditsAttempted()), "credits attempted");
        out.append("</p>");
      }
    }
  }

  private void points(Average average) {
    if (average.gradePoints() != null) {
      out.append("  ·  grade point average <b>").append(Lines.number(average.gradePoints()));
      out.append("</b>");
      if (average.highestGradePoints() != null) {
        out.append(" of ").append(Lines.number(average.highestGradePoints()));
      }
    }
  }

  private void part(String number, String what) {
    if (!number.isEmpty()) {
      out.append("  ·  <b>").append(number).append("</b> ").append(what);
    }
  }

  private void scales() {
    Set<String> scales = new LinkedHashSet<>();
    record.attainments().stream()
        .flatMap(each -> each.outcomes().stream())
        .filter(each -> !each.scale().isEmpty())
        .map(each -> each.name() + ": " + String.join(" – ", each.scale()))
        .filter(Objects::nonNull)
        .forEach(scales::add);
    if (!scales.isEmpty()) {
      out.append("<h2>Scales, from the lowest to the highest</h2>");
      for (String each : scales) {
        out.append("<p class=\"small\">").append(text.safe("outcomes", each)).append("</p>");
      }
    }
  }
}
