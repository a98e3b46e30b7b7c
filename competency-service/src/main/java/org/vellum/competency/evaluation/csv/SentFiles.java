package org.vellum.competency.evaluation.csv;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.usecase.Component;

/** Files of results on the disk, from when they are sent until they are taken in. */
@Component
public class SentFiles {
  private static final int BUFFER = 1 << 16;

  private final ResultFilesConfiguration configuration;

  @Inject
  public SentFiles(ResultFilesConfiguration configuration) {
    this.configuration = configuration;
  }

  /** Where a file lies. */
  Path path(UUID id) {
    return Path.of(configuration.folder()).resolve(id + ".csv");
  }

  /**
   * Keeps a file; of one that is too large, or whose sending breaks off, nothing stays.
   *
   * @throws org.vellum.platform.problem.ProblemException 413 if it is too large
   */
  void keep(UUID id, InputStream csv) throws IOException {
    Path path = path(id);
    Files.createDirectories(Path.of(configuration.folder()));
    boolean whole = false;
    try {
      try (OutputStream out = Files.newOutputStream(path)) {
        copy(csv, out);
      }
      whole = true;
    } finally {
      if (!whole) {
        Files.deleteIfExists(path);
      }
    }
  }

  private void copy(InputStream csv, OutputStream out) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long kept = 0;
    for (int read = csv.read(buffer); read >= 0; read = csv.read(buffer)) {
      kept += read;
      if (kept > configuration.maximumFile()) {
        throw Problem.of(
                413,
                "File too large",
                "A file of results has at most " + configuration.maximumFile() + " bytes.")
            .exception();
      }
      out.write(buffer, 0, read);
    }
  }

  void forget(UUID id) throws IOException {
    Files.deleteIfExists(path(id));
  }

  /**
   * Forgets what no import waits for: a server that was killed while it took in a request leaves
   * its file.
   *
   * @param waiting whose files stay
   * @param before what came later stays too, since its import may not be known yet
   */
  void forgetOthers(Set<UUID> waiting, Instant before) throws IOException {
    Path folder = Path.of(configuration.folder());
    if (!Files.isDirectory(folder)) {
      return;
    }
    Set<Path> kept = waiting.stream().map(this::path).collect(Collectors.toSet());
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.csv")) {
      for (Path file : files) {
        if (!kept.contains(file) && Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  long maximum() {
    return configuration.maximumFile();
  }
}
