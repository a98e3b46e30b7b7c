package org.vellum.search.occupation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The tables that are read, known by their columns. */
enum TableKind {
  /** Skills of the Open Skills Management Toolset, with the occupations that they belong to. */
  SKILLS("skill name;contextualized skill statement"),
  /** Ratings of O*NET: Skills, Knowledge, Abilities and others. */
  RATINGS("o*net-soc code;element id;element name;scale id;data value"),
  /** Alternate Titles of O*NET. */
  TITLES("o*net-soc code;alternate title"),
  /** Occupation Data of O*NET. */
  OCCUPATIONS("o*net-soc code;title"),
  /** The structure of the Standard Occupational Classification. */
  CLASSIFICATION("soc code;soc title");

  private final String columns;

  /**
   * A kind of table.
   *
   * @param columns by which it is known, separated by semicolons
   */
  TableKind(String columns) {
    this.columns = columns;
  }

  /** The kind of table with these columns, which are given in lower case. */
  static Optional<TableKind> of(Collection<String> columns) {
    for (TableKind each : values()) {
      if (columns.containsAll(List.of(each.columns.split(";", -1)))) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
