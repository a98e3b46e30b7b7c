package org.vellum.competency.roster.csv;

import static org.vellum.competency.roster.csv.Column.column;
import static org.vellum.competency.roster.csv.Column.reference;
import static org.vellum.competency.roster.csv.Kind.BOOLEAN;
import static org.vellum.competency.roster.csv.Kind.DATE;
import static org.vellum.competency.roster.csv.Kind.ID;
import static org.vellum.competency.roster.csv.Kind.NAME;
import static org.vellum.competency.roster.csv.Kind.TEXT;
import static org.vellum.competency.roster.csv.Kind.TOKEN;
import static org.vellum.competency.roster.csv.Kind.YEAR;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of OneRoster 1.2's CSV binding, in the order in which they refer to each other. */
public final class Binding {
  public static final RosterFile ORGS =
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

  public static final RosterFile SESSIONS =
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

  public static final RosterFile COURSES =
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

  public static final RosterFile CLASSES =
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

  public static final RosterFile ROLES =
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

  public static final RosterFile DEMOGRAPHICS =
      new RosterFile(
              "demographics",
              "demographics",
              List.of(
                  column("birthDate", "birth_date", DATE),
                  column("sex", "sex", TOKEN)
                      .oneOf("male", "female", "unspecified", "other")
                      .orExtension(),
                  column(
                      "americanIndianOrAlaskaNative", "american_indian_or_alaska_native", BOOLEAN),
                  column("asian", "asian", BOOLEAN),
                  column("blackOrAfricanAmerican", "black_or_african_american", BOOLEAN),
                  column(
                      "nativeHawaiianOrOtherPacificIslander",
                      "native_hawaiian_or_other_pacific_islander",
                      BOOLEAN),
                  column("white", "white", BOOLEAN),
                  column(
                      "demographicRaceTwoOrMoreRaces",
                      "demographic_race_two_or_more_races",
                      BOOLEAN),
                  column("hispanicOrLatinoEthnicity", "hispanic_or_latino_ethnicity", BOOLEAN),
                  column("countryOfBirthCode", "country_of_birth_code", TEXT),
                  column("stateOfBirthAbbreviation", "state_of_birth_abbreviation", TEXT),
                  column("cityOfBirth", "city_of_birth", TEXT),
                  column("publicSchoolResidenceStatus", "public_school_residence_status", TEXT)),
              List.of(),
              Set.of())
          .describing("roster_user");

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
          DEMOGRAPHICS,
          GradebookFiles.CATEGORIES,
          GradebookFiles.SCORE_SCALES,
          GradebookFiles.LINE_ITEMS,
          GradebookFiles.ITEM_SCALES,
          GradebookFiles.OBJECTIVES);

  /** The binding's other files, which are passed over. */
  static final Set<String> PASSED_OVER =
      Set.of("classResources", "courseResources", "resources", "userProfiles", "userResources");

  /** All that are read: those that we keep, and those of results. */
  static Stream<RosterFile> read() {
    return Stream.concat(FILES.stream(), ResultFiles.IN_ARCHIVES.stream());
  }

  private Binding() {}
}
