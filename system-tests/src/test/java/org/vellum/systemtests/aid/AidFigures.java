package org.vellum.systemtests.aid;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the rules derive, worked out again from the facts that are in the package. */
final class AidFigures {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private final Map<String, List<JsonNode>> records;
  private final Map<String, JsonNode> programs = new HashMap<>();
  private final Map<String, JsonNode> enrollments = new LinkedHashMap<>();
  private final Map<String, List<JsonNode>> periods = new HashMap<>();
  private final Map<String, List<JsonNode>> attempts = new HashMap<>();
  private final List<String> faults = new ArrayList<>();

  AidFigures(Map<String, List<JsonNode>> records) {
    this.records = records;
    of("program_version").forEach(each -> programs.put(text(each, "programVersionId"), each));
    of("enrollment").forEach(each -> enrollments.put(text(each, "enrollmentId"), each));
    of("payment_period").forEach(each -> group(each, periods));
    of("unit_attempt").forEach(each -> group(each, attempts));
  }

  List<String> faults() {
    references();
    for (Map.Entry<String, JsonNode> each : enrollments.entrySet()) {
      List<JsonNode> own = periods.getOrDefault(each.getKey(), List.of());
      JsonNode program = programs.get(text(each.getValue(), "programVersionId"));
      if (program != null
          && !own.isEmpty()
          && !text(own.getFirst(), "kind").equals("SUBSCRIPTION")) {
        schedule(each.getValue(), program, own);
        fractions(program, own);
        progress(each.getValue(), own);
      }
    }
    of("withdrawal").forEach(this::withdrawal);
    of("sap_snapshot").forEach(this::sap);
    return faults;
  }

  private List<JsonNode> of(String entity) {
    return records.getOrDefault(entity, List.of());
  }

  private static void group(JsonNode each, Map<String, List<JsonNode>> into) {
    into.computeIfAbsent(text(each, "enrollmentId"), key -> new ArrayList<>()).add(each);
  }

  private void references() {
    Set<String> students = new HashSet<>();
    of("student").forEach(each -> students.add(text(each, "institutionStudentId")));
    for (JsonNode each : enrollments.values()) {
      if (!students.contains(text(each, "institutionStudentId"))
          || !programs.containsKey(text(each, "programVersionId"))) {
        faults.add(text(each, "recordId") + " belongs to nothing in the package");
      }
    }
    records.forEach((entity, lines) ->
        lines.stream()
            .filter(each -> each.has("enrollmentId"))
            .filter(each -> !enrollments.containsKey(text(each, "enrollmentId")))
            .forEach(each -> faults.add(text(each, "recordId") + " has no enrollment")));
  }

  /** The enrollment whose program and first day count: of a return within 180 days the one left. */
  private List<JsonNode> chain(JsonNode enrollment) {
    List<JsonNode> chain = new ArrayList<>(List.of(enrollment));
    while (text(chain.getFirst(), "reentryKind").equals("SAME_PERIOD")) {
      JsonNode before = enrollments.get(text(chain.getFirst(), "reentryOf"));
      if (before == null || chain.contains(before)) {
        return chain;
      }
      chain.addFirst(before);
    }
    return chain;
  }

  /** 34 CFR 668.4(c): halves of the program, or of each full year and of a long remainder. */
  private void schedule(JsonNode enrollment, JsonNode program, List<JsonNode> own) {
    JsonNode first = chain(enrollment).getFirst();
    BigDecimal units = number(first, "unitsAtEntry");
    BigDecimal weeks = number(first, "weeksAtEntry");
    List<BigDecimal[]> expected =
        periods(units, weeks, number(program, "ayUnits"), number(program, "ayWeeks"));
    same(enrollment, "periods", own.size(), expected.size());
    BigDecimal unitsSoFar = BigDecimal.ZERO;
    BigDecimal weeksSoFar = BigDecimal.ZERO;
    for (int i = 0; i < Math.min(own.size(), expected.size()); i++) {
      JsonNode period = own.get(i);
      unitsSoFar = unitsSoFar.add(expected.get(i)[0]);
      weeksSoFar = weeksSoFar.add(expected.get(i)[1]);
      same(period, "scheduledUnits", number(period, "scheduledUnits"), expected.get(i)[0]);
      same(period, "scheduledWeeks", number(period, "scheduledWeeks"), expected.get(i)[1]);
      same(period, "cumulativeUnits", number(period, "cumulativeUnits"), unitsSoFar);
      same(period, "cumulativeWeeks", number(period, "cumulativeWeeks"), weeksSoFar);
    }
  }

  private static List<BigDecimal[]> periods(
      BigDecimal units, BigDecimal weeks, BigDecimal yearUnits, BigDecimal yearWeeks) {
    List<BigDecimal[]> periods = new ArrayList<>();
    if (units.compareTo(yearUnits) <= 0 || weeks.compareTo(yearWeeks) <= 0) {
      halves(units, weeks, periods);
      return periods;
    }
    BigDecimal restUnits = units;
    BigDecimal restWeeks = weeks;
    while (restUnits.compareTo(yearUnits) >= 0 && restWeeks.compareTo(yearWeeks) >= 0) {
      halves(yearUnits, yearWeeks, periods);
      restUnits = restUnits.subtract(yearUnits);
      restWeeks = restWeeks.subtract(yearWeeks);
    }
    if (restUnits.signum() <= 0 || restWeeks.signum() <= 0) {
      return periods;
    }
    boolean isLong =
        restUnits.multiply(TWO).compareTo(yearUnits) > 0
            && restWeeks.multiply(TWO).compareTo(yearWeeks) > 0;
    if (isLong) {
      halves(restUnits, restWeeks, periods);
    } else {
      periods.add(new BigDecimal[] {restUnits, restWeeks});
    }
    return periods;
  }

  private static void halves(BigDecimal units, BigDecimal weeks, List<BigDecimal[]> into) {
    for (int i = 0; i < 2; i++) {
      into.add(new BigDecimal[] {units.divide(TWO), weeks.divide(TWO)});
    }
  }

  /** 34 CFR 690.63(e): the lesser of both fractions, told by multiplying across. */
  private void fractions(JsonNode program, List<JsonNode> own) {
    for (JsonNode period : own) {
      BigDecimal units = number(period, "scheduledUnits").multiply(number(program, "ayWeeks"));
      BigDecimal weeks = number(period, "scheduledWeeks").multiply(number(program, "ayUnits"));
      int order = units.compareTo(weeks);
      String limiting = order < 0 ? "UNITS" : order > 0 ? "WEEKS" : "EQUAL";
      same(period, "limitingMeasure", text(period, "limitingMeasure"), limiting);
      fraction(period, "f4Units", number(period, "scheduledUnits"), number(program, "ayUnits"));
      fraction(period, "f4Weeks", number(period, "scheduledWeeks"), number(program, "ayWeeks"));
    }
  }

  private void fraction(JsonNode period, String name, BigDecimal above, BigDecimal below) {
    BigDecimal one = number(period, name + "Num").multiply(below);
    BigDecimal other = above.multiply(number(period, name + "Den"));
    same(period, name, one, other);
  }

  /** The first day with the units of each period, by the attempts that were passed here. */
  private void progress(JsonNode enrollment, List<JsonNode> own) {
    List<JsonNode> passed = new ArrayList<>();
    for (JsonNode each : chain(enrollment)) {
      attempts.getOrDefault(text(each, "enrollmentId"), List.of()).stream()
          .filter(attempt -> text(attempt, "outcome").equals("PASSED"))
          .filter(attempt -> text(attempt, "origin").equals("INSTITUTION"))
          .filter(attempt -> attempt.path("countsTowardProgram").asBoolean())
          .forEach(passed::add);
    }
    passed.sort(
        Comparator.comparing((JsonNode each) -> text(each, "outcomeDate"))
            .thenComparing(each -> text(each, "unitId"))
            .thenComparingInt(each -> each.path("attempt").asInt()));
    for (JsonNode period : own) {
      String reached = reached(passed, number(period, "cumulativeUnits"));
      same(period, "unitsCompletedDate", text(period, "unitsCompletedDate"), reached);
    }
  }

  private static String reached(List<JsonNode> passed, BigDecimal threshold) {
    Set<String> counted = new HashSet<>();
    BigDecimal total = BigDecimal.ZERO;
    for (JsonNode each : passed) {
      if (counted.add(text(each, "unitId"))) {
        total = total.add(number(each, "equivalentUnits"));
        if (total.compareTo(threshold) >= 0) {
          return text(each, "outcomeDate");
        }
      }
    }
    return "";
  }

  /** 34 CFR 668.22(e)(2), (f), (j) and 668.4(f). */
  private void withdrawal(JsonNode each) {
    LocalDate withdrawn = LocalDate.parse(text(each, "withdrawalDate"));
    LocalDate determined = LocalDate.parse(text(each, "determinationDate"));
    same(
        each,
        "sameProgramReentryDeadline",
        text(each, "sameProgramReentryDeadline"),
        withdrawn.plusDays(180).toString());
    same(each, "returnDueDate", text(each, "returnDueDate"), determined.plusDays(45).toString());
    long days =
        ChronoUnit.DAYS.between(
                LocalDate.parse(text(each, "periodStart")),
                LocalDate.parse(text(each, "scheduledEnd")))
            + 1;
    same(each, "calendarDays", each.path("calendarDays").asLong(), days);
    BigDecimal done = number(each, "daysCompleted");
    BigDecimal all = number(each, "totalDays").max(BigDecimal.ONE);
    if (!each.path("clockScheduledHours").isNull()) {
      done = number(each, "clockScheduledHours");
      all = number(each, "unitsInPeriod");
    } else {
      long projected = each.path("projectedDays").asLong();
      long total = Math.max(projected, each.path("scheduledDays").asLong());
      same(each, "totalDays", each.path("totalDays").asLong(), total);
    }
    BigDecimal percent =
        done.multiply(BigDecimal.valueOf(100)).divide(all, 1, RoundingMode.HALF_UP);
    same(each, "percentCompleted", number(each, "percentCompleted"), percent);
    boolean past =
        done.multiply(BigDecimal.valueOf(5)).compareTo(all.multiply(BigDecimal.valueOf(3))) > 0;
    same(each, "pastSixtyPercent", each.path("pastSixtyPercent").asText(), Boolean.toString(past));
  }

  /** 34 CFR 668.34(a)(5), (b). */
  private void sap(JsonNode each) {
    BigDecimal attempted = number(each, "attempted");
    BigDecimal pace =
        attempted.signum() == 0
            ? BigDecimal.ZERO
            : number(each, "earned")
                .multiply(BigDecimal.valueOf(100))
                .divide(attempted, 2, RoundingMode.HALF_UP);
    same(each, "pacePercent", number(each, "pacePercent"), pace);
    BigDecimal most = number(each, "publishedLengthUnits").multiply(new BigDecimal("1.5"));
    same(each, "maxTimeframeUnits", number(each, "maxTimeframeUnits"), most);
  }

  private void same(JsonNode each, String what, BigDecimal said, BigDecimal found) {
    if (said.compareTo(found) != 0) {
      faults.add(text(each, "recordId") + " " + what + ": says " + said + ", is " + found);
    }
  }

  private void same(JsonNode each, String what, Object said, Object found) {
    if (!said.equals(found)) {
      faults.add(text(each, "recordId") + " " + what + ": says " + said + ", is " + found);
    }
  }

  private static String text(JsonNode each, String column) {
    JsonNode value = each.path(column);
    return value.isNull() ? "" : value.asText();
  }

  private static BigDecimal number(JsonNode each, String column) {
    return new BigDecimal(each.path(column).asText());
  }
}
