package org.vellum.credentials.clr1;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vellum.credentials.openbadges.Vocabulary;

/**
 * The vocabularies of CLR 1.0 beside those of its successor. A word of the successor's that 1.0
 * does not have is written with the mark for extensions, {@code ext:}, and read back without it.
 */
final class Words {
  static final Set<String> ACHIEVEMENTS =
      Set.of(
          "Achievement",
          "Assessment",
          "Assignment",
          "Award",
          "Badge",
          "Certificate",
          "Certification",
          "Course",
          "CommunityService",
          "Competency",
          "Co-Curricular",
          "Degree",
          "Diploma",
          "Fieldwork",
          "License",
          "Membership");
  static final Set<String> TARGETS =
      Set.of("CFItem", "CFRubric", "CFRubricCriterion", "CFRubricCriterionLevel", "CTDL");
  static final Set<String> IDENTIFIERS = Set.of("LisSourcedId", "OneRosterSourcedId");
  static final Set<String> STATUSES =
      Set.of("Completed", "Enrolled", "Failed", "InProgress", "OnHold", "Withdrew");

  private static final String EXTENSION = "ext:";
  private static final Map<String, String> RENAMED =
      Map.of(
          "CoCurricular", "Co-Curricular",
          "lisSourcedId", "LisSourcedId",
          "oneRosterSourcedId", "OneRosterSourcedId");
  private static final Map<String, String> NAMED_BACK =
      RENAMED.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

  /** The successor's words: those that 1.0 lacks are behind ext: only for want of a place. */
  private static final Set<String> SUCCESSOR =
      Stream.of(Vocabulary.ACHIEVEMENT_TYPES, Vocabulary.TARGET_TYPES, Vocabulary.IDENTIFIER_TYPES)
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  private Words() {}

  /** A word of Open Badges 3.0 as 1.0 writes it. */
  static String write(String word, Set<String> vocabulary) {
    String renamed = RENAMED.getOrDefault(word, word);
    boolean known = vocabulary.contains(renamed) || renamed.startsWith(EXTENSION);
    return known ? renamed : EXTENSION + renamed;
  }

  /** A word of 1.0 as Open Badges 3.0 writes it. */
  static String read(String word) {
    String bare = word.startsWith(EXTENSION) ? word.substring(EXTENSION.length()) : word;
    return SUCCESSOR.contains(bare) ? bare : NAMED_BACK.getOrDefault(word, word);
  }
}
