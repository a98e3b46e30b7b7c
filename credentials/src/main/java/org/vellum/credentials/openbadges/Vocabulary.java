package org.vellum.credentials.openbadges;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * The closed vocabularies of Open Badges 3.0; each may be extended by a value with {@code ext:}.
 */
public final class Vocabulary {
  /** AchievementType. */
  public static final Set<String> ACHIEVEMENT_TYPES =
      Set.of(
          "Achievement",
          "ApprenticeshipCertificate",
          "Assessment",
          "Assignment",
          "AssociateDegree",
          "Award",
          "Badge",
          "BachelorDegree",
          "Certificate",
          "CertificateOfCompletion",
          "Certification",
          "CommunityService",
          "Competency",
          "Course",
          "CoCurricular",
          "Degree",
          "Diploma",
          "DoctoralDegree",
          "Fieldwork",
          "GeneralEducationDevelopment",
          "JourneymanCertificate",
          "LearningProgram",
          "License",
          "Membership",
          "ProfessionalDoctorate",
          "QualityAssuranceCredential",
          "MasterCertificate",
          "MasterDegree",
          "MicroCredential",
          "ResearchDoctorate",
          "SecondarySchoolDiploma");

  /** ResultType. */
  public static final Set<String> RESULT_TYPES =
      Set.of(
          "GradePointAverage",
          "LetterGrade",
          "Percent",
          "PerformanceLevel",
          "PredictedScore",
          "RawScore",
          "Result",
          "RubricCriterion",
          "RubricCriterionLevel",
          "RubricScore",
          "ScaledScore",
          "Status");

  /** AlignmentTargetType. */
  public static final Set<String> TARGET_TYPES =
      Set.of(
          "ceasn:Competency",
          "ceterms:Credential",
          "CFItem",
          "CFRubric",
          "CFRubricCriterion",
          "CFRubricCriterionLevel",
          "CTDL");

  /** IdentifierTypeEnum. */
  public static final Set<String> IDENTIFIER_TYPES =
      Set.of(
          "name",
          "sourcedId",
          "systemId",
          "productId",
          "userName",
          "accountId",
          "emailAddress",
          "nationalIdentityNumber",
          "isbn",
          "issn",
          "lisSourcedId",
          "oneRosterSourcedId",
          "sisSourcedId",
          "ltiContextId",
          "ltiDeploymentId",
          "ltiToolId",
          "ltiPlatformId",
          "ltiUserId",
          "identifier");

  /** ResultStatusType. */
  public static final Set<String> RESULT_STATUSES =
      Set.of("Completed", "Enrolled", "Failed", "InProgress", "OnHold", "Provisional", "Withdrew");

  private Vocabulary() {}

  static void require(String what, String value, Set<String> allowed) {
    if (!allowed.contains(value) && !value.startsWith("ext:")) {
      throw new IllegalArgumentException(what + " is not of Open Badges 3.0: " + value);
    }
  }

  /** An id must be absolute: a relative one would be dropped from what is signed. */
  static void requireAbsolute(String what, String iri) {
    try {
      if (new URI(iri).isAbsolute()) {
        return;
      }
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(what + " is not a URI: " + iri, e);
    }
    throw new IllegalArgumentException(what + " is not an absolute URI: " + iri);
  }

  static void requireText(String what, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(what + " is empty");
    }
  }
}
