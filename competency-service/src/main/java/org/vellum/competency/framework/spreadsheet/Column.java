package org.vellum.competency.framework.spreadsheet;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.competency.framework.casepackage.Member;
import org.vellum.competency.framework.casepackage.Shape;

/**
 * A column: a member of a class of CASE objects, or a part of a link.
 *
 * @param member the member
 * @param part which part of a link it is; empty for what is no link
 */
record Column(Member member, String part) {
  /** Of an item: the code or identifier of the item above it, instead of an association. */
  static final String PARENT = "parent";

  /** Of a criterion the identifier of its rubric, of a level that of its criterion. */
  static final String INSIDE = "inside";

  private static final List<String> LINK = List.of("title", "identifier", "uri");

  /** The name in the first row. */
  String header() {
    return part.isEmpty() ? member.name() : member.name() + "." + part;
  }

  /** The columns of a class, in the order of the standard. */
  static List<Column> of(CaseClass type) {
    List<Column> columns = new ArrayList<>();
    for (Member member : type.members()) {
      switch (member.shape()) {
        case LINK, LINKS -> LINK.forEach(part -> columns.add(new Column(member, part)));
        case NODE -> {
          LINK.forEach(part -> columns.add(new Column(member, part)));
          columns.add(new Column(member, "targetType"));
        }
        case CRITERIA, LEVELS -> {
          // They have sheets of their own.
        }
        default -> columns.add(new Column(member, ""));
      }
    }
    return columns;
  }

  /** The first row of a class's sheet. */
  static List<String> headers(CaseClass type) {
    List<String> headers = new ArrayList<>();
    if (type == CaseClass.CRITERION || type == CaseClass.LEVEL) {
      headers.add(INSIDE);
    }
    of(type).forEach(column -> headers.add(column.header()));
    if (type == CaseClass.ITEM) {
      headers.add(PARENT);
    }
    return headers;
  }

  /** The columns of all classes, each name once. */
  static List<String> allHeaders() {
    Set<String> headers = new LinkedHashSet<>();
    for (CaseClass type : CaseClass.values()) {
      headers.addAll(headers(type));
    }
    return List.copyOf(headers);
  }

  boolean isList() {
    return member.shape() == Shape.TEXTS || member.shape() == Shape.LINKS;
  }
}
