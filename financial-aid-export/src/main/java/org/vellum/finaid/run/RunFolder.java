package org.vellum.finaid.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Where a run keeps what it makes until it is published. What stands in a file under its own name
 * is whole: it was written under another name and moved.
 *
 * @param root folder of all runs
 * @param run identifier of this one
 * @param packageName name of the folder that is published
 */
public record RunFolder(Path root, UUID run, String packageName) {

  /** The folder of a run. */
  public static RunFolder of(RunConfiguration configuration, UUID run) {
    return new RunFolder(
        Path.of(configuration.folder()), run, "ntpx_" + configuration.opeid() + "_" + run);
  }

  /** The package in its place. */
  public static Path published(RunConfiguration configuration, String packageName) {
    return Path.of(configuration.folder()).resolve("packages").resolve(packageName);
  }

  private Path work() {
    return root.resolve("work").resolve(run.toString());
  }

  /** The snapshot of the learners. */
  public Path snapshot() {
    return work().resolve("snapshot");
  }

  /** The folder of a part's files. */
  public Path part(int number) {
    return work().resolve("parts").resolve(String.format(Locale.ROOT, "%04d", number));
  }

  /** Whether any part was begun. */
  boolean hasParts() {
    return Files.exists(work().resolve("parts"));
  }

  /** The last checkpoint of a part. */
  public Path checkpoint(int number) {
    return work().resolve("checkpoints").resolve(String.format(Locale.ROOT, "%04d", number));
  }

  /** What was found when an entity's files were put together. */
  public Path found(String entity) {
    return work().resolve("found").resolve(entity);
  }

  /** The package before it is published. */
  public Path unpublished() {
    return work().resolve("package");
  }

  /** The package in its place. */
  public Path published() {
    return root.resolve("packages").resolve(packageName);
  }

  /** Moves the package to its place at once; again does nothing. */
  public void publish() throws IOException {
    if (Files.exists(published())) {
      return;
    }
    Files.createDirectories(published().getParent());
    Files.move(unpublished(), published(), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Writes a file whole. */
  public static void write(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.getParent());
    Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
    Files.write(unfinished, bytes);
    Files.move(
        unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Removes all but what is published. */
  public void clear() throws IOException {
    remove(work());
  }

  /** The runs of which there is more than what is published. */
  public static List<UUID> unfinished(RunConfiguration configuration) throws IOException {
    Path work = Path.of(configuration.folder()).resolve("work");
    if (!Files.exists(work)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(work)) {
      return all.map(path -> UUID.fromString(path.getFileName().toString())).toList();
    }
  }

  /** Removes a folder of ours with all that is in it, though another may be removing it too. */
  public static void remove(Path folder) throws IOException {
    while (Files.exists(folder)) {
      List<Path> paths;
      try (Stream<Path> all = Files.walk(folder)) {
        paths = all.sorted(Comparator.reverseOrder()).toList();
      } catch (UncheckedIOException | NoSuchFileException e) {
        continue;
      }
      for (Path path : paths) {
        Files.deleteIfExists(path);
      }
    }
  }
}
