package org.vellum.competency.evaluation.oneroster;

/** The scopes of the operations (OneRoster 1.2, gradebook OpenAPI, security). */
final class Scope {
  private static final String PREFIX = "https://purl.imsglobal.org/spec/or/v1p2/scope/";
  static final String READ_CORE = PREFIX + "gradebook-core.readonly";
  static final String READ = PREFIX + "gradebook.readonly";
  static final String PUT = PREFIX + "gradebook.createput";
  static final String POST = PREFIX + "gradebook.createpost";
  static final String DELETE = PREFIX + "gradebook.delete";
  static final String READ_ASSESSMENTS = PREFIX + "assessment.readonly";
  static final String PUT_ASSESSMENTS = PREFIX + "assessment.createput";
  static final String DELETE_ASSESSMENTS = PREFIX + "assessment.delete";

  private Scope() {}
}
