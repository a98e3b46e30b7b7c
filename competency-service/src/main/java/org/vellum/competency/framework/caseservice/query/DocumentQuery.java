package org.vellum.competency.framework.caseservice.query;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.competency.framework.casepackage.CaseForm;
import org.vellum.platform.imsx.Selection;

/**
 * Which documents are asked for, in which order, and what of them (CASE 1.1, REST binding, sections
 * 3.2 to 3.4).
 *
 * @param filter which documents
 * @param sort by which field; empty for the default order, which is by title
 * @param descending whether the last comes first
 * @param fields the members that are sent of each; empty for all
 */
public record DocumentQuery(
    DocumentFilter filter, Optional<DocumentField> sort, boolean descending, Set<String> fields) {

  public DocumentQuery {
    fields = Set.copyOf(fields);
  }

  /**
   * Reads the parameters.
   *
   * @throws org.vellum.platform.imsx.ImsxException if the filter is none, {@code orderBy} is
   *     neither {@code asc} nor {@code desc}, or {@code fields} holds a blank
   */
  public static DocumentQuery of(
      @Nullable String filter,
      @Nullable String sort,
      @Nullable String orderBy,
      List<String> fields,
      CaseForm form) {
    return new DocumentQuery(
        filter == null ? DocumentFilter.NONE : DocumentFilter.of(filter, form),
        // A field that is unknown means the default order.
        sort == null ? Optional.empty() : DocumentField.find(sort, form),
        Selection.isDescending(orderBy),
        selected(fields, form));
  }

  private static Set<String> selected(List<String> fields, CaseForm form) {
    Set<String> selected = Selection.names(fields);
    boolean allKnown = selected.stream().allMatch(field -> form.knows(CaseClass.DOCUMENT, field));
    return allKnown ? selected : Set.of();
  }
}
