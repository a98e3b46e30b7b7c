package org.vellum.competency.lti;

/** Names that the standards give (LTI 1.3, Deep Linking 2.0, AGS 2.0, NRPS 2.0). */
public final class Lti {
  /** Prefix of the claims of LTI 1.3, section 5.3. */
  public static final String CLAIM = "https://purl.imsglobal.org/spec/lti/claim/";

  /** Prefix of the claims of Deep Linking 2.0, sections 4.4 and 4.5. */
  public static final String DEEP_LINKING = "https://purl.imsglobal.org/spec/lti-dl/claim/";

  /** The claim that tells the gradebook's addresses (AGS 2.0, section 3.1). */
  public static final String ENDPOINT = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";

  /** The claim that tells the roster's address (NRPS 2.0, section 2.2). */
  public static final String NAMES_AND_ROLES =
      "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice";

  /** Prefix of the scopes of AGS 2.0, section 3. */
  public static final String AGS_SCOPE = "https://purl.imsglobal.org/spec/lti-ags/scope/";

  public static final String LINE_ITEM = AGS_SCOPE + "lineitem";
  public static final String LINE_ITEM_READ = AGS_SCOPE + "lineitem.readonly";
  public static final String RESULT_READ = AGS_SCOPE + "result.readonly";
  public static final String SCORE = AGS_SCOPE + "score";

  /** The scope of NRPS 2.0, section 2.2. */
  public static final String MEMBERSHIP =
      "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";

  /** Media types of AGS 2.0, section 3. */
  public static final String LINE_ITEM_TYPE = "application/vnd.ims.lis.v2.lineitem+json";

  public static final String LINE_ITEMS_TYPE = "application/vnd.ims.lis.v2.lineitemcontainer+json";
  public static final String RESULTS_TYPE = "application/vnd.ims.lis.v2.resultcontainer+json";
  public static final String SCORE_TYPE = "application/vnd.ims.lis.v1.score+json";

  /** Media type of NRPS 2.0, section 2.3. */
  public static final String MEMBERS_TYPE =
      "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";

  /** The context of a course section (LTI 1.3, appendix A.1). */
  public static final String COURSE_SECTION =
      "http://purl.imsglobal.org/vocab/lis/v2/course#CourseSection";

  private static final String MEMBERSHIP_ROLE =
      "http://purl.imsglobal.org/vocab/lis/v2/membership#";

  public static final String LEARNER = MEMBERSHIP_ROLE + "Learner";
  public static final String INSTRUCTOR = MEMBERSHIP_ROLE + "Instructor";
  public static final String ADMINISTRATOR = MEMBERSHIP_ROLE + "Administrator";
  public static final String MENTOR = MEMBERSHIP_ROLE + "Mentor";
  public static final String ASSISTANT =
      "http://purl.imsglobal.org/vocab/lis/v2/membership/Instructor#TeachingAssistant";

  /** Path of this part of the application on the server. */
  public static final String PATH = "/competency/lti";

  private Lti() {}

  /** The role in the words of LTI 1.3, appendix A.2, for one of OneRoster 1.2, enrollments. */
  public static String role(String oneRoster) {
    return switch (oneRoster) {
      case "student" -> LEARNER;
      case "teacher" -> INSTRUCTOR;
      case "aide" -> ASSISTANT;
      case "administrator" -> ADMINISTRATOR;
      default -> MENTOR;
    };
  }
}
