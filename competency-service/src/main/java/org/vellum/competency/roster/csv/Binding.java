package org.vellum.competency.roster.csv;

import static org.vellum.competency.roster.csv.Column.column;
import static org.vellum.competency.roster.csv.Column.reference;
import static org.vellum.competency.roster.csv.Kind.BOOLEAN;
import static org.vellum.competency.roster.csv.Kind.DATE;
import static org.vellum.competency.roster.csv.Kind.DATE_TIME;
import static org.vellum.competency.roster.csv.Kind.ID;
import static org.vellum.competency.roster.csv.Kind.LONG_TEXT;
import static org.vellum.competency.roster.csv.Kind.NAME;
import static org.vellum.competency.roster.csv.Kind.NUMBER;
import static org.vellum.competency.roster.csv.Kind.TEXT;
import static org.vellum.competency.roster.csv.Kind.TOKEN;
import static org.vellum.competency.roster.csv.Kind.YEAR;

import java.util.List;
import java.util.Set;

/** The files of OneRoster 1.2's CSV binding, in the order in which they refer to each other. */
public final class Binding {
  private static final RosterFile ORGS =
      new RosterFile(
          "orgs",
          "org",
          List.of(
              column("name", "name", TEXT).must(),
              column("type", "type", TOKEN)
                  .must()
                  .oneOf("department", "school", "district", "local", "state", "national")
                  .orExtension(),
              column("identifier", "identifier", TEXT),
              reference("parentSourcedId", "parent_sourced_id", "org")),
          List.of(RowRule.notItsOwn("parentSourcedId")),
          Set.of());

  private static final RosterFile SESSIONS =
      new RosterFile(
          "academicSessions",
          "academic_session",
          List.of(
              column("title", "title", TEXT).must(),
              column("type", "type", TOKEN)
                  .must()
                  .oneOf("gradingPeriod", "semester", "schoolYear", "term")
                  .orExtension(),
              column("startDate", "start_date", DATE).must(),
              column("endDate", "end_date", DATE).must(),
              reference("parentSourcedId", "parent_sourced_id", "academic_session"),
              column("schoolYear", "school_year", YEAR).must()),
          List.of(RowRule.inOrder("startDate", "endDate"), RowRule.notItsOwn("parentSourcedId")),
          Set.of());

  private static final RosterFile COURSES =
      new RosterFile(
          "courses",
          "course",
          List.of(
              reference("schoolYearSourcedId", "school_year_sourced_id", "academic_session"),
              column("title", "title", TEXT).must(),
              column("courseCode", "course_code", TEXT),
              column("grades", "grades", TEXT),
              reference("orgSourcedId", "org_sourced_id", "org").must(),
              column("subjects", "subjects", TEXT),
              column("subjectCodes", "subject_codes", TEXT)),
          List.of(),
          Set.of());

  private static final RosterFile CLASSES =
      new RosterFile(
          "classes",
          "class",
          List.of(
              column("title", "title", TEXT).must(),
              column("grades", "grades", TEXT),
              reference("courseSourcedId", "course_sourced_id", "course").must(),
              column("classCode", "class_code", TEXT),
              column("classType", "class_type", TOKEN)
                  .must()
                  .oneOf("homeroom", "scheduled")
                  .orExtension(),
              column("location", "location", TEXT),
              reference("schoolSourcedId", "school_sourced_id", "org").must(),
              reference("termSourcedIds", "term_sourced_ids", "academic_session").many().must(),
              column("subjects", "subjects", TEXT),
              column("subjectCodes", "subject_codes", TEXT),
              column("periods", "periods", TEXT)),
          List.of(),
          Set.of());

  /** The people. What a record does not need is not kept: no telephone, no password. */
  public static final RosterFile USERS =
      new RosterFile(
          "users",
          "roster_user",
          List.of(
              column("enabledUser", "enabled", BOOLEAN).otherwise("true"),
              column("username", "username", ID).must(),
              column("givenName", "given_name", NAME).must(),
              column("familyName", "family_name", NAME).must(),
              column("middleName", "middle_name", TEXT),
              column("identifier", "identifier", TEXT),
              column("email", "email", TEXT),
              column("preferredGivenName", "preferred_given_name", TEXT),
              column("preferredMiddleName", "preferred_middle_name", TEXT),
              column("preferredFamilyName", "preferred_family_name", TEXT),
              reference("primaryOrgSourcedId", "primary_org_sourced_id", "org")),
          List.of(),
          Set.of(
              "userIds",
              "sms",
              "phone",
              "agentSourcedIds",
              "grades",
              "password",
              "userMasterIdentifier",
              "resourceSourcedIds",
              "pronouns"));

  private static final RosterFile ROLES =
      new RosterFile(
          "roles",
          "user_role",
          List.of(
              reference("userSourcedId", "user_sourced_id", "roster_user").must(),
              column("roleType", "role_type", TOKEN).must().oneOf("primary", "secondary"),
              column("role", "role", TOKEN)
                  .must()
                  .oneOf(
                      "aide",
                      "counselor",
                      "districtAdministrator",
                      "guardian",
                      "parent",
                      "principal",
                      "proctor",
                      "relative",
                      "siteAdministrator",
                      "student",
                      "systemAdministrator",
                      "teacher")
                  .orExtension(),
              column("beginDate", "begin_date", DATE),
              column("endDate", "end_date", DATE),
              reference("orgSourcedId", "org_sourced_id", "org").must()),
          List.of(RowRule.inOrder("beginDate", "endDate")),
          Set.of("userProfileSourcedId"));

  public static final RosterFile ENROLLMENTS =
      new RosterFile(
          "enrollments",
          "enrollment",
          List.of(
              reference("classSourcedId", "class_sourced_id", "class").must(),
              reference("schoolSourcedId", "school_sourced_id", "org").must(),
              reference("userSourcedId", "user_sourced_id", "roster_user").must(),
              column("role", "role", TOKEN)
                  .must()
                  .oneOf("administrator", "proctor", "student", "teacher")
                  .orExtension(),
              column("primary", "is_primary", BOOLEAN).otherwise("false"),
              column("beginDate", "begin_date", DATE),
              column("endDate", "end_date", DATE)),
          List.of(RowRule.inOrder("beginDate", "endDate")),
          Set.of());

  private static final RosterFile CATEGORIES =
      new RosterFile(
          "categories",
          "category",
          List.of(column("title", "title", TEXT).must(), column("weight", "weight", NUMBER)),
          List.of(),
          Set.of());

  private static final RosterFile LINE_ITEMS =
      new RosterFile(
          "lineItems",
          "line_item",
          List.of(
              column("title", "title", TEXT).must(),
              column("description", "description", LONG_TEXT),
              column("assignDate", "assign_date", DATE_TIME).must(),
              column("dueDate", "due_date", DATE_TIME).must(),
              reference("classSourcedId", "class_sourced_id", "class").must(),
              reference("categorySourcedId", "category_sourced_id", "category").must(),
              reference(
                  "academicSessionSourcedId", "academic_session_sourced_id", "academic_session"),
              column("resultValueMin", "result_value_min", NUMBER).assuming("0"),
              column("resultValueMax", "result_value_max", NUMBER).assuming("100"),
              reference("schoolSourcedId", "school_sourced_id", "org")),
          List.of(
              RowRule.inOrder("assignDate", "dueDate"),
              RowRule.less("resultValueMin", "resultValueMax")),
          Set.of());

  private static final RosterFile OBJECTIVES =
      new RosterFile(
          "lineItemLearningObjectiveIds",
          "line_item_objective",
          List.of(
              reference("lineItemSourcedId", "line_item_sourced_id", "line_item").must(),
              column("source", "source", TEXT).must(),
              column("learningObjectiveId", "learning_objective_id", ID).must()),
          List.of(),
          Set.of());

  /** The files that we keep: whatever a file refers to comes before it. */
  public static final List<RosterFile> FILES =
      List.of(
          ORGS,
          SESSIONS,
          COURSES,
          CLASSES,
          USERS,
          ROLES,
          ENROLLMENTS,
          CATEGORIES,
          LINE_ITEMS,
          OBJECTIVES);

  /** The binding's other files, which are passed over. */
  static final Set<String> PASSED_OVER =
      Set.of(
          "classResources",
          "courseResources",
          "demographics",
          "lineItemScoreScales",
          "resources",
          "resultLearningObjectiveIds",
          "results",
          "resultScoreScales",
          "scoreScales",
          "userProfiles",
          "userResources");

  private Binding() {}
}
