package org.vellum.search.request;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.UseCase;
import org.vellum.search.profile.Profile;
import org.vellum.search.profile.Profiles;

/** Asks a learner to show the full record. Each profile can be asked once. */
@UseCase
public class AskLearner {
  /** The longest message. */
  public static final int LONGEST = 1_000;

  private final Profiles profiles;
  private final Requests requests;
  private final AuditLog audit;
  private final Clock clock;
  private final Ids ids;

  @Inject
  public AskLearner(Profiles profiles, Requests requests, AuditLog audit, Clock clock, Ids ids) {
    this.profiles = profiles;
    this.requests = requests;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  /** What came of it. */
  public sealed interface Result {
    /** The learner sees the request. */
    record Asked(UUID request) implements Result {}

    /** This employer has asked before. */
    record AskedBefore() implements Result {}

    /** The message is missing, or longer than 1,000 characters. */
    record BadMessage() implements Result {}

    /** The employer may see no such profile now. */
    record UnknownProfile() implements Result {}
  }

  /**
   * Asks.
   *
   * @param employer who asks, by sign-in name
   * @param message who asks and what for, 1 to 1,000 characters, for the learner
   */
  public Result ask(String employer, UUID profile, String message) {
    Instant now = clock.instant();
    Optional<Profile> found = profiles.findFor(employer, profile, now);
    if (found.isEmpty()) {
      return new Result.UnknownProfile();
    }
    String text = message.strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      return new Result.BadMessage();
    }
    RecordRequest request =
        new RecordRequest(
            ids.next(), profile, employer, text, now, RecordRequest.State.ASKED, Optional.empty());
    if (!requests.add(found.get().learner(), request)) {
      return new Result.AskedBefore();
    }
    audit.record(
        AuditEntry.of(
            employer,
            "record-requested",
            request.id().toString(),
            Map.of("profile", profile.toString())));
    return new Result.Asked(request.id());
  }
}
