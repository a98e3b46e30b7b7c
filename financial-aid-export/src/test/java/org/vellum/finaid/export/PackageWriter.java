package org.vellum.finaid.export;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.vellum.credentials.key.Signer;

/**
 * Writes a package in one go, without parts: what the parts of a run are compared with. It writes
 * beside its place and moves it there when it is whole and signed. Records come in an order that
 * the caller keeps, each after the one that it belongs to; the same records in the same order give
 * the same files.
 */
public final class PackageWriter implements Closeable {
  private final Path place;
  private final Path work;
  private final RunInfo run;
  private final Map<String, EntityFiles> entities = new LinkedHashMap<>();
  private final WholeErrorsFile errors;
  private boolean published;

  private PackageWriter(Path place, Path work, RunInfo run) throws IOException {
    this.place = place;
    this.work = work;
    this.run = run;
    this.errors = new WholeErrorsFile(work.resolve(ErrorsFile.NAME));
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
    }
    return writer;
  }

  /** Exports what a batch has, and counts what it has not. */
  public void write(RecordBatch batch) throws IOException {
    for (Map.Entry<String, Integer> each : batch.selected().entrySet()) {
      files(each.getKey()).totals().select(each.getValue());
    }
    for (ExportRecord each : batch.records()) {
      files(each.entity().name()).write(each);
    }
    for (Map.Entry<String, Integer> each : batch.rejected().entrySet()) {
      files(each.getKey()).totals().reject(each.getValue());
    }
    for (Map.Entry<String, Integer> each : batch.suppressed().entrySet()) {
      files(each.getKey()).totals().suppress(each.getValue());
    }
    for (RowError error : batch.errors()) {
      errors.write(error, run.runId());
    }
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
    files.addAll(OtherFiles.in(work));
    byte[] manifest = Manifest.write(run, state(totals), files, totals, errors.countsByCode());
    Files.write(work.resolve("manifest.json"), manifest);
    PackageSignatures.write(work, manifest, signer, run.createdAt());
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
      removeAll(work);
    }
  }

  /** Removes a folder of ours with all that is in it. */
  private static void removeAll(Path folder) throws IOException {
    List<Path> paths;
    try (Stream<Path> all = Files.walk(folder)) {
      paths = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.delete(path);
    }
  }
}
