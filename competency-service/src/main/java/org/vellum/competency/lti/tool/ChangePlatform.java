package org.vellum.competency.lti.tool;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.usecase.UseCase;

/** Trusts a platform for one more deployment, or for none any more. */
@UseCase
public class ChangePlatform {
  private static final int LONGEST = 255;

  private final LtiPlatforms platforms;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  public ChangePlatform(LtiPlatforms platforms, AuditLog audit, Clock clock) {
    this.platforms = platforms;
    this.audit = audit;
    this.clock = clock;
  }

  /** What is changed. */
  public sealed interface Change {
    /** A deployment is added. */
    record Deployed(String deploymentId) implements Change {}

    /** Nothing that it sends is believed any more. */
    record Ended() implements Change {}
  }

  /**
   * Changes it.
   *
   * @return whether there was something to change
   */
  public boolean change(UUID platform, Change change, String actor) {
    boolean done =
        switch (change) {
          case Change.Deployed(String id) -> deployed(platform, id);
          case Change.Ended ended -> platforms.end(platform, clock.instant());
        };
    if (done) {
      audit.record(
          AuditEntry.of(
              actor,
              change instanceof Change.Ended ? "lti-platform-ended" : "lti-platform-deployed",
              platform.toString()));
    }
    return done;
  }

  private boolean deployed(UUID platform, String id) {
    boolean fits = !id.isBlank() && id.length() <= LONGEST && platforms.find(platform).isPresent();
    if (fits) {
      platforms.addDeployment(platform, id.strip(), clock.instant());
    }
    return fits;
  }
}
