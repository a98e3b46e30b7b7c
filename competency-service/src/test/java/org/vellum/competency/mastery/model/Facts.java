package org.vellum.competency.mastery.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A fact with everything ordinary but what a test names. */
public record Facts(Fact fact) {

  /** 9 of 10 in “Data cleaning lab”, scored on 3 May 2026. */
  public static Facts aFact() {
    return new Facts(
        new Fact(
            new UUID(7, 1),
            "lms",
            "result-1",
            new EvaluatedLineItem(
                "lab",
                "Data cleaning lab",
                "course-1",
                "Data practice",
                Optional.of("homework"),
                scale("0", "10")),
            Fact.FULLY_GRADED,
            Optional.of(new BigDecimal("9")),
            LocalDate.parse("2026-05-03"),
            Instant.parse("2026-05-03T10:00:00Z"),
            Optional.empty(),
            false,
            Map.of()));
  }

  public static Scale scale(String minimum, String maximum) {
    return new Scale(new BigDecimal(minimum), new BigDecimal(maximum));
  }

  public Facts called(String sourcedId) {
    return with(sourcedId, fact.lineItem(), fact.scoreStatus(), fact.score(), fact.scoreDate());
  }

  public Facts scoring(String score) {
    return with(
        fact.sourcedId(),
        fact.lineItem(),
        fact.scoreStatus(),
        Optional.of(new BigDecimal(score)),
        fact.scoreDate());
  }

  public Facts withoutScore() {
    return with(
        fact.sourcedId(), fact.lineItem(), fact.scoreStatus(), Optional.empty(), fact.scoreDate());
  }

  public Facts status(String status) {
    return with(fact.sourcedId(), fact.lineItem(), status, fact.score(), fact.scoreDate());
  }

  public Facts scoredOn(String day) {
    return with(
        fact.sourcedId(), fact.lineItem(), fact.scoreStatus(), fact.score(), LocalDate.parse(day));
  }

  public Facts on(String lineItem, String category, Scale scale) {
    EvaluatedLineItem item =
        new EvaluatedLineItem(
            lineItem,
            fact.lineItem().title(),
            fact.lineItem().course(),
            fact.lineItem().courseTitle(),
            Optional.of(category),
            scale);
    return with(fact.sourcedId(), item, fact.scoreStatus(), fact.score(), fact.scoreDate());
  }

  public Facts showing(UUID competency, String score) {
    return new Facts(copy(Map.of(competency, new BigDecimal(score)), fact.cleared()));
  }

  public Facts cleared() {
    return new Facts(copy(fact.objectives(), true));
  }

  private Fact copy(Map<UUID, BigDecimal> objectives, boolean cleared) {
    return new Fact(
        fact.id(),
        fact.source(),
        fact.sourcedId(),
        fact.lineItem(),
        fact.scoreStatus(),
        fact.score(),
        fact.scoreDate(),
        fact.modifiedAt(),
        fact.comment(),
        cleared,
        objectives);
  }

  private Facts with(
      String sourcedId,
      EvaluatedLineItem item,
      String status,
      Optional<BigDecimal> score,
      LocalDate scoreDate) {
    return new Facts(
        new Fact(
            fact.id(),
            fact.source(),
            sourcedId,
            item,
            status,
            score,
            scoreDate,
            fact.modifiedAt(),
            fact.comment(),
            fact.cleared(),
            fact.objectives()));
  }
}
