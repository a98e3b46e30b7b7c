package org.vellum.credentials.record;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the learner achieved.
 *
 * @param id the identifier of this attainment (of the credential that says it), a URI
 * @param achievement what was achieved
 * @param awarded when it was awarded; null for what is not finished
 * @param validUntil until when it holds, if that is limited
 * @param started the first day of the activity
 * @param ended the last day of the activity
 * @param periodId the {@link Period} in which it falls
 * @param creditsEarned the credits earned for it
 * @param outcomes the results, such as a grade and a level of mastery
 * @param narrative what the issuer says of this learner's way
 * @param evidence what it was judged on
 * @param awardedBy the awarding institution, if it is not the one that issues the record
 */
public record Attainment(
    String id,
    Achievement achievement,
    @Nullable Instant awarded,
    @Nullable Instant validUntil,
    @Nullable LocalDate started,
    @Nullable LocalDate ended,
    @Nullable String periodId,
    @Nullable BigDecimal creditsEarned,
    List<Outcome> outcomes,
    @Nullable String narrative,
    List<Evidence> evidence,
    @Nullable Institution awardedBy) {

  /** Copies the lists. */
  public Attainment {
    outcomes = List.copyOf(outcomes);
    evidence = List.copyOf(evidence);
  }

  /** The same attainment in another period, or in none. */
  public Attainment inPeriod(@Nullable String id) {
    return new Attainment(
        this.id,
        achievement,
        awarded,
        validUntil,
        started,
        ended,
        id,
        creditsEarned,
        outcomes,
        narrative,
        evidence,
        awardedBy);
  }

  /**
   * What can be achieved.
   *
   * @param id a URI
   * @param type the kind, in the words of Open Badges 3.0 (AchievementType), such as {@code
   *     Competency}, {@code Course} or {@code BachelorDegree}
   * @param name the title
   * @param description what it is
   * @param criteria what had to be done
   * @param code the code by which people know it, such as {@code MATH 101}
   * @param fieldOfStudy the field it belongs to
   * @param language the language of its texts (BCP 47)
   * @param creditsAvailable the credits that it carries
   * @param alignments where it stands in frameworks
   * @param identifiers other identifiers
   * @param tags keywords
   */
  public record Achievement(
      String id,
      String type,
      String name,
      String description,
      @Nullable String criteria,
      @Nullable String code,
      @Nullable String fieldOfStudy,
      @Nullable String language,
      @Nullable BigDecimal creditsAvailable,
      List<Alignment> alignments,
      List<Identifier> identifiers,
      List<String> tags) {

    /** Copies the lists. */
    public Achievement {
      alignments = List.copyOf(alignments);
      identifiers = List.copyOf(identifiers);
      tags = List.copyOf(tags);
    }
  }

  /**
   * Where an achievement stands in a framework.
   *
   * @param type the kind of target, in the words of Open Badges 3.0, such as {@code CFItem}
   * @param name the name of the target
   * @param url the address of the target
   * @param code the target's code
   * @param framework the name of the framework
   */
  public record Alignment(
      @Nullable String type,
      String name,
      String url,
      @Nullable String code,
      @Nullable String framework) {}

  /**
   * One result.
   *
   * @param kind what the value means, in the words of Open Badges 3.0 (ResultType), such as {@code
   *     LetterGrade}, {@code Percent}, {@code RubricCriterionLevel}, {@code Status}
   * @param name the name of the result, such as "Final grade"
   * @param value the value as it is printed; for a status one of {@code Completed, Enrolled,
   *     Failed, InProgress, OnHold, Provisional, Withdrew}
   * @param lowest the least possible value
   * @param highest the greatest possible value
   * @param required the value that had to be reached
   * @param scale the possible values, from the lowest to the highest
   */
  public record Outcome(
      String kind,
      String name,
      String value,
      @Nullable String lowest,
      @Nullable String highest,
      @Nullable String required,
      List<String> scale) {

    /** Copies the list. */
    public Outcome {
      scale = List.copyOf(scale);
    }
  }

  /**
   * What an attainment was judged on.
   *
   * @param url where it can be seen
   * @param name its name
   * @param narrative what it is and how it was judged
   * @param genre what kind of thing it is
   */
  public record Evidence(
      @Nullable String url,
      @Nullable String name,
      @Nullable String narrative,
      @Nullable String genre) {}
}
