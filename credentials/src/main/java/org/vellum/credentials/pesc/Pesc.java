package org.vellum.credentials.pesc;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words of PESC: namespaces, codes and lengths (College Transcript 1.6.0, Core Main 1.14.0).
 */
final class Pesc {
  static final String MESSAGE = "urn:org:pesc:message:";
  static final String TRANSCRIPT = "CollegeTranscript";

  /** The version that is written. */
  static final String NAMESPACE = MESSAGE + TRANSCRIPT + ":v1.6.0";

  static final String BATCH = "AcademicRecordBatch";
  static final String BATCH_NAMESPACE = MESSAGE + BATCH + ":v2.1.0";
  static final String ENVELOPES = "urn:xmlns:EdExchange:";
  static final String ENVELOPE = "EdExchangeEnvelope";

  /** Lengths of {@code xs:maxLength}. */
  static final int DOCUMENT_ID = 35;

  static final int NAME = 60;
  static final int NOTE = 80;

  /** The numbers of registers in an organization, in the schema's order, with their lengths. */
  static final Map<String, int[]> REGISTERS = registers();

  private static final Set<String> CANADA =
      Set.of("AB", "BC", "MB", "NB", "NF", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT");

  private static final Set<String> UNITED_STATES =
      Set.of(
          "AA", "AE", "AK", "AL", "AP", "AR", "AS", "AZ", "CA", "CO", "CT", "DC", "DE", "FL", "GA",
          "GU", "HI", "IA", "ID", "IL", "IN", "KS", "KY", "LA", "MA", "MD", "ME", "MI", "MN", "MO",
          "MP", "MS", "MT", "NC", "ND", "NE", "NH", "NJ", "NM", "NV", "NY", "OH", "OK", "OR", "PA",
          "PR", "RI", "SC", "SD", "TN", "TX", "UT", "VA", "VI", "VT", "WA", "WI", "WV", "WY");

  /** AcademicAwardLevelType, by the kinds of Open Badges 3.0. */
  private static final Map<String, String> LEVELS =
      Map.ofEntries(
          Map.entry("AssociateDegree", "2.3"),
          Map.entry("BachelorDegree", "2.4"),
          Map.entry("MasterDegree", "4.2"),
          Map.entry("DoctoralDegree", "4.4"),
          Map.entry("ProfessionalDoctorate", "18"),
          Map.entry("ResearchDoctorate", "17"),
          Map.entry("Certificate", "2.0"),
          Map.entry("CertificateOfCompletion", "1.1"),
          Map.entry("SecondarySchoolDiploma", "B18"),
          Map.entry("GeneralEducationDevelopment", "B24"));

  private static final Set<String> AWARDS_WITHOUT_LEVEL =
      Set.of(
          "Degree",
          "Diploma",
          "ApprenticeshipCertificate",
          "JourneymanCertificate",
          "MasterCertificate");

  private Pesc() {}

  /** Whether a kind of achievement is an award; all else is written as a course. */
  static boolean isAward(String type) {
    return LEVELS.containsKey(type) || AWARDS_WITHOUT_LEVEL.contains(type);
  }

  static @Nullable String level(String type) {
    return LEVELS.get(type);
  }

  /** The kind of award that a level stands for. */
  static String award(@Nullable String level) {
    return switch (level) {
      case "3" -> "AssociateDegree";
      case "5", "2.5" -> "BachelorDegree";
      case "7" -> "MasterDegree";
      case "9", "19" -> "DoctoralDegree";
      case "3.1", "10" -> "ProfessionalDoctorate";
      case "1", "2", "4", "6", "8", "11", "1.2", "2.1", "2.2", "2.6", "2.7", "4.1" -> "Certificate";
      case null -> "Degree";
      default ->
          LEVELS.entrySet().stream()
              .filter(each -> each.getValue().equals(level))
              .map(Map.Entry::getKey)
              .findFirst()
              .orElse("Degree");
    };
  }

  /** CourseAcademicGradeStatusCodeType, for a status of Open Badges 3.0. */
  static @Nullable String statusCode(String status) {
    return switch (status) {
      case "Completed" -> "Completed";
      case "Failed" -> "OtherFail";
      case "Enrolled", "InProgress" -> "InProgress";
      case "OnHold" -> "Incomplete";
      case "Provisional" -> "NotYetReported";
      case "Withdrew" -> "Withdrew";
      default -> null;
    };
  }

  static String status(String code) {
    return switch (code) {
      case "Completed", "HonorsGrade", "OtherPass", "PassFailPass", "TransferNoGrade" ->
          "Completed";
      case "OtherFail", "PassFailFail", "IncompleteNotResolvedFail" -> "Failed";
      case "Incomplete" -> "OnHold";
      case "NotYetReported" -> "Provisional";
      case "Withdrew", "WithdrewFailing", "WithdrewNoPenalty", "WithdrewPassing" -> "Withdrew";
      default -> "InProgress";
    };
  }

  /** The country whose states and provinces have this code; null if none is meant. */
  static @Nullable String country(String state) {
    if (CANADA.contains(state)) {
      return "CA";
    }
    return UNITED_STATES.contains(state) ? "US" : null;
  }

  private static Map<String, int[]> registers() {
    Map<String, int[]> all = new LinkedHashMap<>();
    all.put("OPEID", new int[] {1, 60});
    all.put("NCHELPID", new int[] {3, 8});
    all.put("IPEDS", new int[] {6, 6});
    all.put("ATP", new int[] {6, 6});
    all.put("FICE", new int[] {6, 6});
    all.put("ACT", new int[] {4, 4});
    all.put("CCD", new int[] {12, 12});
    all.put("PSS", new int[] {8, 8});
    all.put("CEEBACT", new int[] {6, 6});
    all.put("CSIS", new int[] {6, 6});
    all.put("USIS", new int[] {6, 6});
    all.put("ESIS", new int[] {8, 8});
    all.put("PSIS", new int[] {8, 8});
    all.put("DUNS", new int[] {9, 9});
    all.put("MutuallyDefined", new int[] {1, NAME});
    all.put("APAS", new int[] {2, 12});
    return all;
  }
}
