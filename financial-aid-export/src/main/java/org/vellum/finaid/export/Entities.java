package org.vellum.finaid.export;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The entities of a package, in the order in which they are written: a record after its parent. */
public final class Entities {
  public static final Entity PROGRAM_VERSION = ProgramEntities.PROGRAM_VERSION;
  public static final Entity EQUIVALENCY = ProgramEntities.EQUIVALENCY;
  public static final Entity INSTRUCTIONAL_WEEK = ProgramEntities.INSTRUCTIONAL_WEEK;
  public static final Entity SCHEDULED_BREAK = ProgramEntities.SCHEDULED_BREAK;
  public static final Entity STUDENT = LearnerEntities.STUDENT;
  public static final Entity ENROLLMENT = LearnerEntities.ENROLLMENT;
  public static final Entity ACADEMIC_YEAR = PeriodEntities.ACADEMIC_YEAR;
  public static final Entity PAYMENT_PERIOD = PeriodEntities.PAYMENT_PERIOD;
  public static final Entity UNIT_ATTEMPT = LearnerEntities.UNIT_ATTEMPT;
  public static final Entity ENGAGEMENT_WEEK = LearnerEntities.ENGAGEMENT_WEEK;
  public static final Entity LEAVE = LearnerEntities.LEAVE;
  public static final Entity WITHDRAWAL = FigureEntities.WITHDRAWAL;
  public static final Entity SAP_SNAPSHOT = FigureEntities.SAP_SNAPSHOT;

  public static final List<Entity> ALL =
      List.of(
          PROGRAM_VERSION,
          EQUIVALENCY,
          INSTRUCTIONAL_WEEK,
          SCHEDULED_BREAK,
          STUDENT,
          ENROLLMENT,
          ACADEMIC_YEAR,
          PAYMENT_PERIOD,
          UNIT_ATTEMPT,
          ENGAGEMENT_WEEK,
          LEAVE,
          WITHDRAWAL,
          SAP_SNAPSHOT);

  private static final Map<String, Entity> BY_NAME =
      ALL.stream().collect(Collectors.toUnmodifiableMap(Entity::name, each -> each));

  private Entities() {}

  /** One by its name. */
  public static Optional<Entity> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /**
   * One by its name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Entity get(String name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException("there is no entity " + name));
  }
}
