package org.vellum.finaid.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vellum.finaid.delta.Position;
import org.vellum.finaid.delta.SinceToken;
import org.vellum.finaid.export.RunInfo;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.UseCase;

/** Asks for a run. Of a profile there is one at a time. */
@UseCase
public class RequestRun {
  private final Runs runs;
  private final RunRequests requests;
  private final RunConfiguration configuration;
  private final AuditLog audit;
  private final Clock clock;
  private final Ids ids;

  @Inject
  public RequestRun(
      Runs runs,
      RunRequests requests,
      RunConfiguration configuration,
      AuditLog audit,
      Clock clock,
      Ids ids) {
    this.runs = runs;
    this.requests = requests;
    this.configuration = configuration;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  /** What came of it. */
  public sealed interface Result {
    /**
     * There is a run.
     *
     * @param again whether the same request asked for it before
     */
    record Accepted(Run run, boolean again) implements Result {}

    /** The key was used for another request. */
    record KeyReused() implements Result {}

    /** No package is written in a profile of this name. */
    record UnknownProfile() implements Result {}

    /** Another run of the profile is not over. */
    record Unfinished(Run other) implements Result {}

    /** The token is unknown or too old, or no package was published yet: a full run is needed. */
    record NothingToGoOnFrom() implements Result {}
  }

  /**
   * Asks for a run.
   *
   * @param actor who asks, as the audit log names them
   * @param key by which the same request is known again; empty if it has none
   */
  public Result request(String actor, RunRequest request, String key) {
    String body = hash(request);
    if (!key.isEmpty()) {
      requests.take(actor, key);
      Optional<RunRequests.Known> known = requests.find(actor, key);
      if (known.isPresent()) {
        return known.get().body().equals(body)
            ? new Result.Accepted(runs.get(known.get().run()), true)
            : new Result.KeyReused();
      }
    }
    if (RunProfile.find(request.profile()).isEmpty()) {
      return new Result.UnknownProfile();
    }
    Optional<Position> since = since(request);
    if (request.kind() == RunInfo.Kind.DELTA && since.isEmpty()) {
      return new Result.NothingToGoOnFrom();
    }
    return added(actor, request, since, key, body);
  }

  private Result added(
      String actor, RunRequest request, Optional<Position> since, String key, String body) {
    UUID id = ids.next();
    Instant now = clock.instant();
    if (!runs.add(id, configuration.opeid(), request, since, new Runs.By(actor, now))) {
      return new Result.Unfinished(
          runs.findUnfinished(configuration.opeid(), request.profile()).orElseThrow());
    }
    if (!key.isEmpty()) {
      requests.add(actor, key, body, id, now);
    }
    audit.record(
        AuditEntry.of(
            actor,
            "aid-run-requested",
            id.toString(),
            Map.of("kind", request.kind().name(), "profile", request.profile())));
    return new Result.Accepted(runs.get(id), false);
  }

  private Optional<Position> since(RunRequest request) {
    if (request.kind() == RunInfo.Kind.FULL) {
      return Optional.empty();
    }
    if (request.since().isEmpty()) {
      return runs.findPublished(configuration.opeid(), request.profile()).flatMap(Run::watermark);
    }
    Instant oldest = clock.instant().minus(configuration.changesKept());
    return SinceToken.parse(request.since())
        .filter(token -> token.profile().equals(request.profile()))
        .filter(token -> !token.asOf().isBefore(oldest))
        .filter(token ->
            runs.findPublished(configuration.opeid(), request.profile())
                .flatMap(Run::watermark)
                .filter(last -> token.position().compareTo(last) <= 0)
                .isPresent())
        .map(SinceToken::position);
  }

  private static String hash(RunRequest request) {
    String text = request.kind() + "\n" + request.profile() + "\n" + request.since();
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
