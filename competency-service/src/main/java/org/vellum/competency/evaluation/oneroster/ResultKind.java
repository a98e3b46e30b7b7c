package org.vellum.competency.evaluation.oneroster;

/**
 * The two kinds of results, which differ in what they are on (OneRoster 1.2, gradebook OpenAPI).
 */
enum ResultKind {
  RESULT("results", "result", "lineItem"),
  ASSESSMENT("assessmentResults", "assessmentResult", "assessmentLineItem");

  private final String plural;
  private final String singular;
  private final String lineItem;

  ResultKind(String plural, String singular, String lineItem) {
    this.plural = plural;
    this.singular = singular;
    this.lineItem = lineItem;
  }

  /** Name of the collection. */
  String plural() {
    return plural;
  }

  /** Name that wraps one. */
  String singular() {
    return singular;
  }

  /** Name of the member that says what it is on, and of its type. */
  String lineItem() {
    return lineItem;
  }
}
