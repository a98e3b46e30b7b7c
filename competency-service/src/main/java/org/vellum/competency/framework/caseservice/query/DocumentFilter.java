package org.vellum.competency.framework.caseservice.query;

import java.util.List;
import org.vellum.competency.framework.casepackage.CaseForm;
import org.vellum.competency.framework.casepackage.Times;
import org.vellum.platform.imsx.Filter;
import org.vellum.platform.imsx.Filter.Predicate;

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

  public DocumentFilter {
    conditions = List.copyOf(conditions);
  }

  /**
   * Reads the parameter {@code filter}.
   *
   * @throws org.vellum.platform.imsx.ImsxException if it is no filter, names a field that documents
   *     of this form do not have, or compares a date or time with something else
   */
  static DocumentFilter of(String text, CaseForm form) {
    Filter filter = Filter.of(text);
    return new DocumentFilter(
        filter.comparisons().stream().map(each -> condition(each, form)).toList(), filter.any());
  }

  private static Condition condition(Filter.Comparison comparison, CaseForm form) {
    String name = comparison.field();
    DocumentField field =
        DocumentField.find(name, form)
            .orElseThrow(() -> Filter.refused("a CFDocument has no field " + name));
    return new Condition(
        field, comparison.predicate(), typed(field, comparison.predicate(), comparison.value()));
  }

  private static String typed(DocumentField field, Predicate predicate, String value) {
    if (predicate == Predicate.CONTAINS) {
      return value;
    }
    return switch (field.kind()) {
      case DATE ->
          Times.date(value)
              .orElseThrow(
                  () -> Filter.refused(field.name() + " is compared with a date, 2026-01-31"));
      case TIME ->
          Times.time(value)
              .orElseThrow(() ->
                  Filter.refused(field.name() + " is compared with a time, 2026-01-31T12:00:00Z"));
      case TEXT, TEXTS, LOOSE -> value;
    };
  }
}
