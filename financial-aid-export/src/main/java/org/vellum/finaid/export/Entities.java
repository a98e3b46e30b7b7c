package org.vellum.finaid.export;

import java.util.List;

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

  private Entities() {}
}
