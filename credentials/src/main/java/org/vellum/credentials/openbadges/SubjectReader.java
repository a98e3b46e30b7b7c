package org.vellum.credentials.openbadges;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Lenient;

/** Reads who achieved what. */
final class SubjectReader {
  private SubjectReader() {}

  static AchievementSubject subject(Lenient read) {
    return AchievementSubject.builder(achievement(read.object("achievement")))
        .id(read.text("id"))
        .activityStartDate(read.instant("activityStartDate"))
        .activityEndDate(read.instant("activityEndDate"))
        .creditsEarned(read.number("creditsEarned"))
        .licenseNumber(read.text("licenseNumber"))
        .narrative(read.text("narrative"))
        .role(read.text("role"))
        .source(ProfileReader.profile(read, "source"))
        .term(read.text("term"))
        .identifier(Parts.list(read, "identifier", SubjectReader::identity))
        .result(Parts.list(read, "result", SubjectReader::result))
        .image(Parts.image(read, "image"))
        .build();
  }

  private static IdentityObject identity(Lenient read) {
    return new IdentityObject(
        read.isTrue("hashed"),
        read.text("identityHash", ""),
        read.text("identityType", ""),
        read.text("salt"));
  }

  private static Result result(Lenient read) {
    return new Result(
        read.text("resultDescription"),
        read.text("value"),
        read.text("achievedLevel"),
        read.text("status"),
        Parts.alignments(read));
  }

  static Achievement achievement(Lenient read) {
    Criteria criteria =
        Parts.of(read, "criteria", each -> new Criteria(each.text("id"), each.text("narrative")));
    if (criteria == null) {
      throw new IllegalArgumentException("an achievement without criteria");
    }
    return Achievement.builder(
            read.text("id", ""), read.text("name", ""), read.text("description", ""), criteria)
        .achievementType(read.text("achievementType"))
        .creator(ProfileReader.profile(read, "creator"))
        .creditsAvailable(read.number("creditsAvailable"))
        .fieldOfStudy(read.text("fieldOfStudy"))
        .humanCode(read.text("humanCode"))
        .image(Parts.image(read, "image"))
        .inLanguage(read.text("inLanguage"))
        .specialization(read.text("specialization"))
        .version(read.text("version"))
        .alignment(Parts.alignments(read))
        .otherIdentifier(Parts.otherIdentifiers(read))
        .resultDescription(Parts.list(read, "resultDescription", SubjectReader::description))
        .tag(read.texts("tag"))
        .related(Parts.list(read, "related", SubjectReader::related))
        .endorsement(read.nodes("endorsement"))
        .endorsementJwt(read.texts("endorsementJwt"))
        .build();
  }

  private static Related related(Lenient read) {
    return new Related(read.text("id", ""), read.text("inLanguage"), read.text("version"));
  }

  private static ResultDescription description(Lenient read) {
    return ResultDescription.builder(
            read.text("id", ""), read.text("name", ""), read.text("resultType", ""))
        .requiredLevel(read.text("requiredLevel"))
        .requiredValue(read.text("requiredValue"))
        .valueMax(read.text("valueMax"))
        .valueMin(read.text("valueMin"))
        .alignment(Parts.alignments(read))
        .allowedValue(read.texts("allowedValue"))
        .rubricCriterionLevel(Parts.list(read, "rubricCriterionLevel", SubjectReader::level))
        .assessment(assessment(read))
        .build();
  }

  private static RubricCriterionLevel level(Lenient read) {
    return new RubricCriterionLevel(
        read.text("id", ""),
        read.text("name", ""),
        read.text("description"),
        read.text("level"),
        read.text("points"),
        Parts.alignments(read));
  }

  private static @Nullable Assessment assessment(Lenient read) {
    List<String> types = read.texts("type");
    if (!types.contains("AssessmentResultDescription")) {
      return null;
    }
    return Assessment.read(read, "assessmentType");
  }
}
