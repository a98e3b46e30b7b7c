package org.vellum.competency.roster.oneroster;

import static org.vellum.competency.oneroster.Member.date;
import static org.vellum.competency.oneroster.Member.flag;
import static org.vellum.competency.oneroster.Member.json;
import static org.vellum.competency.oneroster.Member.list;
import static org.vellum.competency.oneroster.Member.reference;
import static org.vellum.competency.oneroster.Member.references;
import static org.vellum.competency.oneroster.Member.text;
import static org.vellum.competency.oneroster.Member.texts;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vellum.competency.oneroster.ObjectClass;

/**
 * The classes of the rostering service (OneRoster 1.2, rostering OpenAPI), by the name of their
 * collection. What is to be deleted is served, with its status, so that who keeps a copy learns it.
 */
final class RosterClasses {
  private static final String USER = "user";
  private static final String SESSION = "academicSession";

  /** Roles in force; of a person who has none any more, those that were. */
  private static final String ROLES =
      """
      from competency.user_role r where r.user_sourced_id = t.sourced_id
       and (r.active or not exists (select from competency.user_role a
         where a.user_sourced_id = t.sourced_id and a.active))\
      """;

  /**
   * Of a person without roles, what the enrollments say; for their administrator there is no word.
   */
  private static final String ENROLLED =
      """
      from (select distinct school_sourced_id, case role when 'administrator'
              then 'siteAdministrator' else role end as role
              from competency.enrollment where user_sourced_id = t.sourced_id) e\
      """;

  private static final String ORG_OF = "json_build_object('sourcedId', %s, 'type', 'org')";

  private static final ObjectClass ORGS =
      ObjectClass.of(
          "orgs",
          "org",
          "from competency.org t where true",
          true,
          text("name", "t.name"),
          text("type", "t.type"),
          // Required here, and not in the CSV binding.
          text("identifier", "coalesce(t.identifier, '')"),
          reference("parent", "org", "t.parent_sourced_id"),
          references(
              "children",
              "org",
              "array(select c.sourced_id from competency.org c"
                  + " where c.parent_sourced_id = t.sourced_id and c.active order by 1)"));

  private static final ObjectClass SESSIONS =
      ObjectClass.of(
          "academicSessions",
          SESSION,
          "from competency.academic_session t where true",
          true,
          text("title", "t.title"),
          date("startDate", "t.start_date"),
          date("endDate", "t.end_date"),
          text("type", "t.type"),
          reference("parent", SESSION, "t.parent_sourced_id"),
          references(
              "children",
              SESSION,
              "array(select c.sourced_id from competency.academic_session c"
                  + " where c.parent_sourced_id = t.sourced_id and c.active order by 1)"),
          text("schoolYear", "t.school_year"));

  private static final ObjectClass COURSES =
      ObjectClass.of(
          "courses",
          "course",
          "from competency.course t where true",
          true,
          text("title", "t.title"),
          reference("schoolYear", SESSION, "t.school_year_sourced_id"),
          text("courseCode", "coalesce(t.course_code, '')"),
          list("grades", "t.grades"),
          list("subjects", "t.subjects"),
          reference("org", "org", "t.org_sourced_id"),
          list("subjectCodes", "t.subject_codes"));

  private static final ObjectClass CLASSES =
      ObjectClass.of(
          "classes",
          "class",
          "from competency.class t where true",
          true,
          text("title", "t.title"),
          text("classCode", "t.class_code"),
          text("classType", "t.class_type"),
          text("location", "t.location"),
          list("grades", "t.grades"),
          list("subjects", "t.subjects"),
          reference("course", "course", "t.course_sourced_id"),
          reference("school", "org", "t.school_sourced_id"),
          references("terms", SESSION, "t.term_sourced_ids"),
          list("subjectCodes", "t.subject_codes"),
          list("periods", "t.periods"));

  /** Who has no role and no enrollment at all is nobody whom the standard can tell of. */
  private static final ObjectClass USERS =
      ObjectClass.of(
          "users",
          USER,
          """
          from competency.roster_user t
           where (exists (select from competency.user_role r where r.user_sourced_id = t.sourced_id)
             or exists (select from competency.enrollment e
               where e.user_sourced_id = t.sourced_id))\
          """,
          true,
          text("username", "t.username"),
          flag("enabledUser", "t.enabled"),
          text("givenName", "t.given_name"),
          text("familyName", "t.family_name"),
          text("middleName", "t.middle_name"),
          text("preferredFirstName", "t.preferred_given_name"),
          text("preferredMiddleName", "t.preferred_middle_name"),
          text("preferredLastName", "t.preferred_family_name"),
          json("roles", roles()),
          texts(
                  "roles.role",
                  "coalesce(nullif(array(select r.role "
                      + ROLES
                      + "), '{}'),"
                      + " array(select e.role "
                      + ENROLLED
                      + "))")
              .unsent(),
          reference("primaryOrg", "org", "t.primary_org_sourced_id"),
          text("identifier", "t.identifier"),
          text("email", "t.email"));

  private static final ObjectClass ENROLLMENTS =
      ObjectClass.of(
          "enrollments",
          "enrollment",
          "from competency.enrollment t where true",
          true,
          reference(USER, USER, "t.user_sourced_id"),
          reference("class", "class", "t.class_sourced_id"),
          reference("school", "org", "t.school_sourced_id"),
          text("role", "t.role"),
          flag("primary", "t.is_primary"),
          date("beginDate", "t.begin_date"),
          date("endDate", "t.end_date"));

  /** Its own scope reads it, and no other. */
  static final ObjectClass DEMOGRAPHICS =
      ObjectClass.of(
          "demographics",
          "demographics",
          "from competency.demographics t where true",
          true,
          date("birthDate", "t.birth_date"),
          text("sex", "t.sex"),
          flag("americanIndianOrAlaskaNative", "t.american_indian_or_alaska_native"),
          flag("asian", "t.asian"),
          flag("blackOrAfricanAmerican", "t.black_or_african_american"),
          flag(
              "nativeHawaiianOrOtherPacificIslander",
              "t.native_hawaiian_or_other_pacific_islander"),
          flag("white", "t.white"),
          flag("demographicRaceTwoOrMoreRaces", "t.demographic_race_two_or_more_races"),
          flag("hispanicOrLatinoEthnicity", "t.hispanic_or_latino_ethnicity"),
          text("countryOfBirthCode", "t.country_of_birth_code"),
          text("stateOfBirthAbbreviation", "t.state_of_birth_abbreviation"),
          text("cityOfBirth", "t.city_of_birth"),
          text("publicSchoolResidenceStatus", "t.public_school_residence_status"));

  private static final Map<String, ObjectClass> BY_COLLECTION = byCollection();

  private RosterClasses() {}

  /** The class of a collection; never that of {@link #DEMOGRAPHICS}. */
  static ObjectClass of(String collection) {
    ObjectClass type = BY_COLLECTION.get(collection);
    if (type == null) {
      throw new IllegalArgumentException("no collection " + collection);
    }
    return type;
  }

  private static Map<String, ObjectClass> byCollection() {
    Map<String, ObjectClass> classes = new LinkedHashMap<>();
    classes.put("orgs", ORGS);
    classes.put("schools", ORGS.where("t.type = 'school'"));
    classes.put("academicSessions", SESSIONS);
    classes.put("terms", SESSIONS.where("t.type = 'term'"));
    classes.put("gradingPeriods", SESSIONS.where("t.type = 'gradingPeriod'"));
    classes.put("courses", COURSES);
    classes.put("classes", CLASSES);
    classes.put("users", USERS);
    classes.put("students", USERS.where(has("student")));
    classes.put("teachers", USERS.where(has("teacher")));
    classes.put("enrollments", ENROLLMENTS);
    return classes;
  }

  private static String has(String role) {
    return """
    exists (select from competency.user_role r where r.user_sourced_id = t.sourced_id
      and r.active and r.role = '%1$s')
    or exists (select from competency.enrollment e where e.user_sourced_id = t.sourced_id
      and e.active and e.role = '%1$s')\
    """
        .formatted(role);
  }

  private static String roles() {
    return "json_strip_nulls(coalesce((select json_agg(json_build_object('roleType', r.role_type,"
        + " 'role', r.role, 'org', "
        + ORG_OF.formatted("r.org_sourced_id")
        + ", 'beginDate', r.begin_date, 'endDate', r.end_date) order by r.role_type, r.sourced_id) "
        + ROLES
        + "), (select json_agg(json_build_object('roleType', 'secondary', 'role', e.role, 'org', "
        + ORG_OF.formatted("e.school_sourced_id")
        + ") order by e.role, e.school_sourced_id) "
        + ENROLLED
        + ")))";
  }
}
