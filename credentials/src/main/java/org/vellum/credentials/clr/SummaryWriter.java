package org.vellum.credentials.clr;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.openbadges.Achievement;
import org.vellum.credentials.openbadges.AchievementCredential;
import org.vellum.credentials.openbadges.AchievementSubject;
import org.vellum.credentials.openbadges.Criteria;
import org.vellum.credentials.openbadges.Profile;
import org.vellum.credentials.openbadges.Result;
import org.vellum.credentials.openbadges.ResultDescription;
import org.vellum.credentials.record.Average;
import org.vellum.credentials.record.LearnerRecord;
import org.vellum.credentials.record.Period;

/** Writes periods and averages as credentials; see {@link ClrRecords}. */
record SummaryWriter(LearnerRecord record, Profile issuer, People.Holder holder) {

  AchievementCredential period(Period period) {
    String id = Names.uri(record.id(), period.id());
    String name = period.name().isBlank() ? period.id() : period.name();
    AchievementSubject subject =
        holder(
                Achievement.builder(id, name, name, new Criteria(id, null))
                    .achievementType(Names.PERIOD)
                    .build())
            .term(name)
            .activityStartDate(midnight(period.start()))
            .activityEndDate(midnight(period.end()))
            .build();
    return credential(Names.part(id, "credential"), name, subject);
  }

  AchievementCredential average(Average average, @Nullable Period period) {
    String id = Names.uri(record.id(), average.id());
    String achievement = achievementOf(record, average);
    String result = Names.part(id, "gpa");
    String name = average.name().isBlank() ? average.id() : average.name();
    boolean graded = average.gradePoints() != null;
    boolean described = graded || average.highestGradePoints() != null;
    AchievementSubject subject =
        holder(
                Achievement.builder(achievement, name, name, new Criteria(achievement, null))
                    .achievementType(Names.SUMMARY)
                    .creditsAvailable(average.creditsAttempted())
                    .resultDescription(
                        described ? List.of(description(result, average)) : List.of())
                    .build())
            .creditsEarned(average.creditsEarned())
            .term(period == null ? null : period.name())
            .result(
                graded
                    ? List.of(Result.ofValue(result, String.valueOf(average.gradePoints())))
                    : List.of())
            .build();
    return credential(id, name, subject);
  }

  static String achievementOf(LearnerRecord record, Average average) {
    return Names.part(Names.uri(record.id(), average.id()), "achievement");
  }

  private static ResultDescription description(String id, Average average) {
    return ResultDescription.builder(id, "Grade point average", "GradePointAverage")
        .valueMax(
            average.highestGradePoints() == null
                ? null
                : average.highestGradePoints().toPlainString())
        .build();
  }

  private AchievementSubject.Builder holder(Achievement achievement) {
    return AchievementSubject.builder(achievement).id(holder.id()).identifier(holder.identities());
  }

  private AchievementCredential credential(String id, String name, AchievementSubject subject) {
    return AchievementCredential.builder(id, name, issuer, record.issued(), subject).build();
  }

  static @Nullable Instant midnight(@Nullable LocalDate day) {
    return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
