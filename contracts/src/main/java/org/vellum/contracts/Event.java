package org.vellum.contracts;

/** A fact that one service announces and others may read, at least once and in order. */
public sealed interface Event
    permits AttainmentRecorded,
        AttainmentWithdrawn,
        CourseCompleted,
        CourseCompletionWithdrawn,
        CourseEnrollmentChanged,
        CredentialEvent,
        EngagementObserved,
        FrameworkAdopted,
        LearnerEnrolled,
        ProgramPublished,
        RecordRequestAgreed,
        ResultRecorded {

  /**
   * Whom or what the fact is about. Facts about one subject are read in the order in which they
   * happened; a fact that cannot be read holds back only its own subject.
   */
  String subject();
}
