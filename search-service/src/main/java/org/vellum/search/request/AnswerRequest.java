package org.vellum.search.request;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vellum.contracts.RecordRequestAgreed;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.event.EventLog;
import org.vellum.platform.usecase.UseCase;
import org.vellum.search.achievement.Learner;
import org.vellum.search.achievement.Learners;

/** Answers what an employer asked. Who agrees lets a link to the full record be made. */
@UseCase
public class AnswerRequest {
  /** How long a link lasts at most. */
  public static final Period LONGEST = Period.ofYears(1);

  private final Learners learners;
  private final Requests requests;
  private final EventLog events;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  public AnswerRequest(
      Learners learners, Requests requests, EventLog events, AuditLog audit, Clock clock) {
    this.learners = learners;
    this.requests = requests;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /** What came of it. */
  public enum Result {
    /** A link is made for the employer, and stands among the learner's own. */
    AGREED,
    /** The employer sees that the learner declined. */
    DECLINED,
    /** The last day is not in the future, or more than a year away. */
    BAD_DAY,
    /** This learner has no such request that is not answered. */
    UNKNOWN_REQUEST
  }

  /**
   * Answers for the learner who signs in under this name.
   *
   * @param lastDay the last day on which the link shows something, in UTC; empty to decline
   */
  public Result answer(String username, UUID request, Optional<LocalDate> lastDay) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (lastDay
        .filter(day -> !day.isAfter(today) || day.isAfter(today.plus(LONGEST)))
        .isPresent()) {
      return Result.BAD_DAY;
    }
    Optional<Learner> learner = learners.find(username);
    Optional<RecordRequest> open = learner.flatMap(each -> requests.lockOpen(each.id(), request));
    if (open.isEmpty()) {
      return Result.UNKNOWN_REQUEST;
    }
    boolean agreed = lastDay.isPresent();
    RecordRequest.State state = agreed ? RecordRequest.State.AGREED : RecordRequest.State.DECLINED;
    requests.answer(request, state, clock.instant(), lastDay);
    if (agreed) {
      RecordRequestAgreed fact =
          new RecordRequestAgreed(
              request, learner.orElseThrow().id(), open.get().employer(), lastDay.get());
      events.announce(fact, fact.subject());
    }
    audit.record(
        AuditEntry.of(
            username,
            agreed ? "record-request-agreed" : "record-request-declined",
            request.toString(),
            Map.of("employer", open.get().employer())));
    return agreed ? Result.AGREED : Result.DECLINED;
  }
}
