package org.vellum.competency.roster.sources;

import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.fetch.JsonServer;
import org.vellum.platform.fetch.RemoteException;
import org.vellum.platform.persistence.StorableText;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.UseCase;

/** Makes a source known. It is read when somebody asks for it, or by its own interval. */
@UseCase
public class AddSource {
  private static final int LONGEST = 500;
  private static final int LEAST_MINUTES = 5;

  private final Sources sources;
  private final SecretSeal seal;
  private final AuditLog audit;
  private final Clock clock;
  private final Ids ids;

  @Inject
  public AddSource(Sources sources, SecretSeal seal, AuditLog audit, Clock clock, Ids ids) {
    this.sources = sources;
    this.seal = seal;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * What a registrar says of it.
   *
   * @param name what people call it
   * @param kind what it speaks
   * @param address of its server, or of its service there
   * @param tokenAddress where its tokens are given
   * @param clientId who we are there
   * @param clientSecret by what we prove it
   * @param extras whether what needs a scope of its own is read too
   * @param everyMinutes how often it is read; 0 if only when somebody asks for it
   */
  public record Wanted(
      String name,
      SourceKind kind,
      String address,
      String tokenAddress,
      String clientId,
      String clientSecret,
      boolean extras,
      int everyMinutes) {

    /** Says nothing of the secret. */
    @Override
    public String toString() {
      return name + " at " + address;
    }
  }

  /** What became of it. */
  public sealed interface Result {
    /** It is known now. */
    record Added(UUID id) implements Result {}

    /** It is not, for these reasons. */
    record Refused(List<Finding> findings) implements Result {}
  }

  /** Makes it known, unless something is missing. */
  public Result add(Wanted wanted, String actor) {
    List<Finding> findings = new ArrayList<>();
    require(findings, "name", wanted.name());
    require(findings, "clientId", wanted.clientId());
    require(findings, "clientSecret", wanted.clientSecret());
    requireAddress(findings, "address", wanted.address());
    requireAddress(findings, "tokenAddress", wanted.tokenAddress());
    if (wanted.everyMinutes() != 0 && wanted.everyMinutes() < LEAST_MINUTES) {
      findings.add(
          Finding.error(
              "value-invalid",
              "everyMinutes",
              "must be 0, for never by itself, or at least " + LEAST_MINUTES));
    }
    if (findings.isEmpty() && sources.has(wanted.name())) {
      findings.add(Finding.error("name-taken", "name", "another source is called so"));
    }
    if (!findings.isEmpty()) {
      return new Result.Refused(findings);
    }
    UUID id = ids.next();
    sources.add(source(id, wanted), seal.seal(id, wanted.clientSecret()), actor, clock.instant());
    audit.record(
        AuditEntry.of(actor, "source-added", id.toString(), Map.of("address", wanted.address())));
    return new Result.Added(id);
  }

  private static Source source(UUID id, Wanted wanted) {
    return new Source(
        id,
        wanted.name(),
        wanted.kind(),
        serviceAddress(wanted),
        wanted.tokenAddress(),
        wanted.clientId(),
        wanted.extras() && wanted.kind().hasExtras(),
        wanted.everyMinutes(),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The address of a bare server is led on to where the standard puts the service. */
  private static String serviceAddress(Wanted wanted) {
    String address = wanted.address().replaceAll("/+$", "");
    String path = URI.create(address).getRawPath();
    return path == null || path.isEmpty() ? address + wanted.kind().path() : address;
  }

  private static void require(List<Finding> findings, String name, String value) {
    if (value.isBlank() || value.length() > LONGEST || !StorableText.isStorable(value)) {
      findings.add(
          Finding.error("value-missing", name, "must have 1 to " + LONGEST + " characters"));
    }
  }

  private static void requireAddress(List<Finding> findings, String name, String value) {
    try {
      URI address = JsonServer.address(value);
      if (value.length() > LONGEST
          || address.getRawQuery() != null
          || address.getRawFragment() != null
          || address.getRawUserInfo() != null) {
        findings.add(
            Finding.error("value-invalid", name, "must be an address without query and user"));
      }
    } catch (RemoteException e) {
      findings.add(Finding.error("value-invalid", name, String.valueOf(e.getMessage())));
    }
  }
}
