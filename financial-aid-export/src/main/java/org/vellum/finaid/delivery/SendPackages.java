package org.vellum.finaid.delivery;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.vellum.finaid.delivery.sftp.PushPackage;
import org.vellum.finaid.delivery.sftp.SftpTarget;
import org.vellum.finaid.run.Run;
import org.vellum.finaid.run.Runs;
import org.vellum.platform.usecase.Component;

/** Sends published packages to the server that waits for them, and tries again what failed. */
@Component
public class SendPackages {
  private static final Duration NEW = Duration.ofDays(7);
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final int LONGEST_PAUSE = 8;

  private final Runs runs;
  private final Deliveries deliveries;
  private final PackageFiles files;
  private final PushPackage pushPackage;
  private final Disclose disclose;
  private final DeliveryConfiguration configuration;
  private final Clock clock;

  @Inject
  public SendPackages(
      Runs runs,
      Deliveries deliveries,
      PackageFiles files,
      PushPackage pushPackage,
      Disclose disclose,
      DeliveryConfiguration configuration,
      Clock clock) {
    this.runs = runs;
    this.deliveries = deliveries;
    this.files = files;
    this.pushPackage = pushPackage;
    this.disclose = disclose;
    this.configuration = configuration;
    this.clock = clock;
  }

  /** Sends what waits. */
  public void send() {
    configuration
        .target()
        .ifPresent(target -> {
          Instant now = clock.instant();
          String name = "sftp://" + target.host();
          for (UUID run : deliveries.waiting(name, now.minus(NEW), now)) {
            send(runs.get(run), target, name);
          }
        });
  }

  private void send(Run run, SftpTarget target, String name) {
    disclose.disclose("system", new Disclose.What.Sent(run.id().toString(), name));
    switch (pushPackage.push(target, run.packageName(), files.folder(run))) {
      case PushPackage.Result.Delivered delivered ->
          deliveries.sent(run.id(), name, "DELIVERED", clock.instant(), "");
      case PushPackage.Result.Refused(String why) ->
          deliveries.sent(run.id(), name, "REFUSED", clock.instant(), why);
      case PushPackage.Result.Failed(String why) -> {
        int tried = Math.min(deliveries.attempts(run.id(), name), LONGEST_PAUSE);
        Instant again = clock.instant().plus(FIRST_PAUSE.multipliedBy(1L << tried));
        deliveries.sent(run.id(), name, "FAILED", again, why);
      }
    }
  }
}
