package org.vellum.finaid.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vellum.finaid.delta.SinceToken;
import org.vellum.finaid.run.Run;

/**
 * What a connected system is told of a run.
 *
 * @param id its identifier
 * @param kind {@code FULL} or {@code DELTA}
 * @param profile what the package is written in
 * @param state how it stands
 * @param step what is being done
 * @param percent how much is done, 0 to 100
 * @param readyAt when it will be ready, if that can be told
 * @param failure the condition by which it failed
 * @param selected records that were looked at
 * @param exported records in the package
 * @param rejected records with errors
 * @param suppressed records that were kept back
 * @param manifestSha256 hash of the manifest
 * @param next the token with which to ask for changes since this package
 * @param files of the package
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RunView(
    String id,
    String kind,
    String profile,
    String state,
    String step,
    int percent,
    Instant requestedAt,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    Optional<Instant> readyAt,
    String failure,
    long selected,
    long exported,
    long rejected,
    long suppressed,
    String manifestSha256,
    Optional<String> next,
    List<FileView> files) {

  /**
   * A file of a package.
   *
   * @param name its path in the package, and below {@code files/} its address
   */
  public record FileView(String name, long bytes, String sha256, Optional<Long> rows) {}

  static RunView of(Run run, List<PackageFiles.PackageFile> files, Instant now) {
    return new RunView(
        run.id().toString(),
        run.kind().name(),
        run.profile(),
        run.state().name(),
        run.step(),
        run.percent(),
        run.requestedAt(),
        run.startedAt(),
        run.endedAt(),
        run.readyAt(now),
        run.failure(),
        run.counts().selected(),
        run.counts().exported(),
        run.counts().rejected(),
        run.counts().suppressed(),
        run.manifestSha256(),
        run.state().isPublished() ? tokenOf(run) : Optional.empty(),
        files.stream()
            .map(file -> new FileView(file.name(), file.bytes(), file.sha256(), file.rows()))
            .toList());
  }

  private static Optional<String> tokenOf(Run run) {
    return run.watermark()
        .flatMap(at -> run.asOf().map(asOf -> new SinceToken(run.profile(), at, asOf).text()));
  }
}
