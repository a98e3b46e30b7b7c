package org.vellum.competency.evaluation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vellum.platform.persistence.Jsonb;

/** A result as {@code lms} might send it, with everything ordinary but what a test names. */
public record Results(
    String sourcedId,
    String student,
    String lineItem,
    String status,
    Optional<String> score,
    LocalDate scoreDate,
    Instant modifiedAt,
    Optional<String> comment,
    boolean cleared,
    List<ObjectiveScore> objectives) {

  /** 9 of Ada in {@code lab}. */
  public static Results aResult() {
    return new Results(
        "result-1",
        "ada",
        "lab",
        "fully graded",
        Optional.of("9"),
        LocalDate.parse("2026-05-03"),
        Instant.parse("2026-05-03T10:00:00Z"),
        Optional.empty(),
        false,
        List.of());
  }

  public Results called(String id) {
    return new Results(
        id, student, lineItem, status, score, scoreDate, modifiedAt, comment, cleared, objectives);
  }

  public Results of(String learner) {
    return new Results(
        sourcedId,
        learner,
        lineItem,
        status,
        score,
        scoreDate,
        modifiedAt,
        comment,
        cleared,
        objectives);
  }

  public Results on(String item) {
    return new Results(
        sourcedId,
        student,
        item,
        status,
        score,
        scoreDate,
        modifiedAt,
        comment,
        cleared,
        objectives);
  }

  public Results status(String word) {
    return new Results(
        sourcedId,
        student,
        lineItem,
        word,
        score,
        scoreDate,
        modifiedAt,
        comment,
        cleared,
        objectives);
  }

  public Results scoring(String number) {
    return new Results(
        sourcedId,
        student,
        lineItem,
        status,
        Optional.of(number),
        scoreDate,
        modifiedAt,
        comment,
        cleared,
        objectives);
  }

  public Results scoredOn(String day) {
    return new Results(
        sourcedId,
        student,
        lineItem,
        status,
        score,
        LocalDate.parse(day),
        modifiedAt,
        comment,
        cleared,
        objectives);
  }

  public Results modifiedAt(String time) {
    return modifiedAt(Instant.parse(time));
  }

  public Results modifiedAt(Instant time) {
    return new Results(
        sourcedId, student, lineItem, status, score, scoreDate, time, comment, cleared, objectives);
  }

  public Results saying(String words) {
    return new Results(
        sourcedId,
        student,
        lineItem,
        status,
        score,
        scoreDate,
        modifiedAt,
        Optional.of(words),
        cleared,
        objectives);
  }

  public Results takenBack() {
    return new Results(
        sourcedId,
        student,
        lineItem,
        status,
        score,
        scoreDate,
        modifiedAt,
        comment,
        true,
        objectives);
  }

  public Results showing(UUID competency, String number) {
    return new Results(
        sourcedId,
        student,
        lineItem,
        status,
        score,
        scoreDate,
        modifiedAt,
        comment,
        cleared,
        List.of(
            new ObjectiveScore(
                competency, Optional.of(new BigDecimal(number)), Optional.of("shown"))));
  }

  public SentResult sent() {
    return new SentResult(
        "lms",
        sourcedId,
        student,
        lineItem,
        status,
        score.map(BigDecimal::new),
        Optional.empty(),
        scoreDate,
        modifiedAt,
        comment,
        cleared,
        objectives,
        Content.of(new Jsonb("{}"), toString()));
  }
}
