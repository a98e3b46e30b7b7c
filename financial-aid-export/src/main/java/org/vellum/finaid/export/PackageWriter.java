package org.vellum.finaid.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vellum.credentials.jose.DetachedJws;
import org.vellum.credentials.key.Signer;

/**
 * Writes a package beside its place and moves it there when it is whole and signed. Records come in
 * an order that the caller keeps, each after the one that it belongs to; the same records in the
 * same order give the same files.
 */
public final class PackageWriter implements Closeable {
  private final Path place;
  private final Path work;
  private final RunInfo run;
  private final Map<String, EntityFiles> entities = new LinkedHashMap<>();
  private final Map<String, Set<String>> exportedKeys = new LinkedHashMap<>();
  private final ErrorsFile errors;
  private boolean published;

  private PackageWriter(Path place, Path work, RunInfo run) throws IOException {
    this.place = place;
    this.work = work;
    this.run = run;
    this.errors = new ErrorsFile(work.resolve(ErrorsFile.NAME));
  }

  /**
   * A package that was published.
   *
   * @param folder where it is
   * @param state how the run came out
   * @param manifestSha256 what the next run is chained to
   */
  public record Published(Path folder, RunState state, String manifestSha256) {}

  /**
   * Begins a package.
   *
   * @param place the folder that it will be, which does not exist
   * @param forms the forms to write
   */
  public static PackageWriter begin(Path place, RunInfo run, Set<Form> forms, CsvProfile profile)
      throws IOException {
    if (Files.exists(place)) {
      throw new IOException("there is a package already: " + place);
    }
    Path work = place.resolveSibling(place.getFileName() + ".tmp");
    Files.createDirectory(work);
    PackageWriter writer = new PackageWriter(place, work, run);
    for (Entity entity : Entities.ALL) {
      writer.entities.put(entity.name(), new EntityFiles(entity, work, forms, profile));
      // Only what others refer to is remembered: the rest is millions of records.
      entity
          .reference()
          .ifPresent(
              to -> writer.exportedKeys.computeIfAbsent(to.entity(), key -> new HashSet<>()));
    }
    return writer;
  }

  /**
   * Exports a record, or rejects it with its errors.
   *
   * @param entity by name
   * @param values by column
   * @return whether it was exported
   */
  public boolean write(String entity, Map<String, ?> values) throws IOException {
    EntityFiles files = files(entity);
    files.totals().select();
    return switch (ExportRecord.of(files.entity(), values)) {
      case ExportRecord.Outcome.Unfit unfit -> reject(files, unfit.errors());
      case ExportRecord.Outcome.Fits fits -> export(files, fits.value());
    };
  }

  /** Counts a record that is kept back, for a learner who is not to be listed. */
  public void suppress(String entity) {
    EntityFiles files = files(entity);
    files.totals().select();
    files.totals().suppress();
  }

  private boolean export(EntityFiles files, ExportRecord exported) throws IOException {
    Optional<Entity.Reference> missing =
        files
            .entity()
            .reference()
            .filter(to ->
                !exportedKeys
                    .getOrDefault(to.entity(), Set.of())
                    .contains(exported.value(to.column()).orElse("")));
    if (missing.isPresent()) {
      return reject(files, List.of(missing(files.entity(), exported, missing.get())));
    }
    files.write(exported);
    Set<String> remembered = exportedKeys.get(files.entity().name());
    if (remembered != null) {
      exported.value(files.entity().key()).ifPresent(remembered::add);
    }
    return true;
  }

  static RowError missing(Entity entity, ExportRecord of, Entity.Reference to) {
    return new RowError(
        "REFERENCE_MISSING",
        RowError.Severity.ROW,
        entity.name(),
        of.id(),
        to.column(),
        "no record of " + to.entity() + " in this package",
        "");
  }

  private boolean reject(EntityFiles files, List<RowError> why) throws IOException {
    files.totals().reject();
    for (RowError error : why) {
      errors.write(error, run.runId());
    }
    return false;
  }

  private EntityFiles files(String entity) {
    EntityFiles files = entities.get(entity);
    if (files == null) {
      throw new IllegalArgumentException("there is no entity " + entity);
    }
    return files;
  }

  /**
   * Ends the files, writes schemas and manifest, signs it, and moves the package to its place.
   *
   * @throws IllegalStateException if the totals do not balance; then nothing is published
   */
  public Published publish(Signer signer) throws IOException {
    List<Manifest.FileEntry> files = new ArrayList<>();
    Map<String, EntityTotals> totals = new LinkedHashMap<>();
    for (EntityFiles each : entities.values()) {
      files.addAll(each.end());
      totals.put(each.entity().name(), each.totals());
    }
    if (!totals.values().stream().allMatch(EntityTotals::isBalanced)) {
      throw new IllegalStateException("TOTALS_UNBALANCED");
    }
    files.add(errors.end());
    files.addAll(SchemaFiles.write(work));
    byte[] manifest = Manifest.write(run, state(totals), files, totals, errors.countsByCode());
    Files.write(work.resolve("manifest.json"), manifest);
    String signature = DetachedJws.of(manifest, signer).signedBy(signer);
    Files.write(work.resolve("manifest.json.jws"), signature.getBytes(UTF_8));
    Files.move(work, place, StandardCopyOption.ATOMIC_MOVE);
    published = true;
    return new Published(place, state(totals), Hashes.hex(Hashes.sha256(manifest)));
  }

  private static RunState state(Map<String, EntityTotals> totals) {
    long rejected = totals.values().stream().mapToLong(EntityTotals::rejected).sum();
    long selected = totals.values().stream().mapToLong(EntityTotals::selected).sum();
    return RunState.of(selected, rejected);
  }

  /** Closes what is open and, if nothing was published, removes what was written. */
  @Override
  public void close() throws IOException {
    for (EntityFiles each : entities.values()) {
      each.close();
    }
    errors.close();
    if (!published) {
      SchemaFiles.removeAll(work);
    }
  }
}
