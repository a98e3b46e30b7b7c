package org.vellum.competency.framework.caseservice.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vellum.competency.framework.casepackage.CaseForm;
import org.vellum.competency.framework.casepackage.Times;
import org.vellum.competency.framework.caseservice.query.Condition.Predicate;
import org.vellum.platform.imsx.Fault;
import org.vellum.platform.imsx.ImsxException;
import org.vellum.platform.persistence.StorableText;

/**
 * Which documents are asked for (CASE 1.1, REST binding, section 3.3): one comparison, or two with
 * {@code AND} or {@code OR} between.
 *
 * @param conditions none, one or two
 * @param any whether one of them is enough
 */
public record DocumentFilter(List<Condition> conditions, boolean any) {
  /** All documents. */
  static final DocumentFilter NONE = new DocumentFilter(List.of(), false);

  private static final int LONGEST = 2_000;

  /** A quote within a value is written twice, as in SQL; the standard is silent. */
  private static final Pattern COMPARISON =
      Pattern.compile("([A-Za-z][\\w.:-]*+)(!=|>=|<=|=|>|<|~)'((?:[^']|'')*+)'");

  private static final Pattern LOGICAL = Pattern.compile(" (AND|OR) ");

  public DocumentFilter {
    conditions = List.copyOf(conditions);
  }

  /**
   * Reads the parameter {@code filter}.
   *
   * @throws ImsxException if it is no filter, names a field that documents of this form do not
   *     have, or compares a date or time with something else
   */
  static DocumentFilter of(String text, CaseForm form) {
    if (text.length() > LONGEST || !StorableText.isStorable(text)) {
      throw refused("a filter has at most " + LONGEST + " characters, none of them U+0000");
    }
    Matcher comparison = COMPARISON.matcher(text);
    if (!comparison.lookingAt()) {
      throw refused("a filter begins with a field, a predicate and a value in single quotes");
    }
    List<Condition> conditions = new ArrayList<>();
    conditions.add(condition(comparison, form));
    boolean any = false;
    if (comparison.end() < text.length()) {
      Matcher logical = LOGICAL.matcher(text).region(comparison.end(), text.length());
      if (!logical.lookingAt() || !comparison.region(logical.end(), text.length()).matches()) {
        throw refused(
            "after a comparison there is nothing, or ' AND ' or ' OR ' and one more comparison");
      }
      any = logical.group(1).equals("OR");
      conditions.add(condition(comparison, form));
    }
    return new DocumentFilter(conditions, any);
  }

  private static Condition condition(Matcher comparison, CaseForm form) {
    String name = comparison.group(1);
    DocumentField field =
        DocumentField.find(name, form)
            .orElseThrow(() -> refused("a CFDocument has no field " + name));
    Predicate predicate = Predicate.of(comparison.group(2)).orElseThrow();
    String value = comparison.group(3).replace("''", "'");
    return new Condition(field, predicate, typed(field, predicate, value));
  }

  private static String typed(DocumentField field, Predicate predicate, String value) {
    if (predicate == Predicate.CONTAINS) {
      return value;
    }
    return switch (field.kind()) {
      case DATE ->
          Times.date(value)
              .orElseThrow(() -> refused(field.name() + " is compared with a date, 2026-01-31"));
      case TIME ->
          Times.time(value)
              .orElseThrow(
                  () -> refused(field.name() + " is compared with a time, 2026-01-31T12:00:00Z"));
      case TEXT, TEXTS, LOOSE -> value;
    };
  }

  private static ImsxException refused(String why) {
    // The name that the prose of the standard has for it, which its enumeration lacks.
    return new ImsxException(Fault.INVALID_FILTER, "invalid_filter_field: " + why + ".");
  }
}
