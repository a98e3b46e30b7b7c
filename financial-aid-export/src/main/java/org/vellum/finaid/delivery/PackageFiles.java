package org.vellum.finaid.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vellum.finaid.delivery.sftp.FileHash;
import org.vellum.finaid.export.PackageSignatures;
import org.vellum.finaid.run.Run;
import org.vellum.finaid.run.RunConfiguration;
import org.vellum.finaid.run.RunFolder;
import org.vellum.platform.json.Json;
import org.vellum.platform.usecase.Component;

/** The files of published packages. Only what a manifest names is ever opened. */
@Component
public class PackageFiles {
  private static final String MANIFEST = "manifest.json";
  private static final int BLOCK = 64 * 1024;
  private static final Map<String, String> TYPES =
      Map.of(
          "ndjson", "application/x-ndjson",
          "csv", "text/csv; charset=utf-8",
          "xml", "application/xml",
          "xsd", "application/xml",
          "json", "application/json",
          "jws", "application/jose");

  private final RunConfiguration configuration;

  @Inject
  public PackageFiles(RunConfiguration configuration) {
    this.configuration = configuration;
  }

  /**
   * A file of a package.
   *
   * @param name its path in the package
   * @param bytes its size
   * @param sha256 of its bytes
   * @param rows its records, where it holds records
   * @param path where it is
   */
  public record PackageFile(
      String name, long bytes, String sha256, Optional<Long> rows, Path path) {

    /** Its media type. */
    public String type() {
      String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
      return TYPES.getOrDefault(ending, "application/octet-stream");
    }

    /** Whether it holds social security numbers. */
    public boolean isOfNumbers() {
      return name.startsWith("ssn");
    }

    /** Writes a range of it. */
    void write(ByteRange range, OutputStream to) throws IOException {
      byte[] block = new byte[BLOCK];
      long left = range.length();
      try (InputStream in = Files.newInputStream(path)) {
        in.skipNBytes(range.first());
        while (left > 0) {
          int read = in.read(block, 0, (int) Math.min(block.length, left));
          if (read < 0) {
            throw new IOException(name + " is shorter than its manifest says");
          }
          to.write(block, 0, read);
          left -= read;
        }
      }
    }
  }

  /** The files of a run; none if nothing is published, or its time is over. */
  public List<PackageFile> list(Run run) {
    if (!run.isAvailable()) {
      return List.of();
    }
    Path folder = folder(run);
    List<PackageFile> files = new ArrayList<>();
    try {
      files.add(whole(folder, MANIFEST));
      files.add(whole(folder, PackageSignatures.JWS));
      if (Files.exists(folder.resolve(PackageSignatures.XML))) {
        files.add(whole(folder, PackageSignatures.XML));
      }
      JsonNode manifest = Json.mapper().readTree(folder.resolve(MANIFEST).toFile());
      for (JsonNode file : manifest.path("files")) {
        String name = file.path("name").asText();
        files.add(
            new PackageFile(
                name,
                file.path("bytes").asLong(),
                file.path("sha256").asText(),
                file.has("rows") ? Optional.of(file.path("rows").asLong()) : Optional.empty(),
                folder.resolve(name)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a published package cannot be read", e);
    }
    return files;
  }

  /** Where a published package is. */
  Path folder(Run run) {
    return RunFolder.published(configuration, run.packageName());
  }

  private static PackageFile whole(Path folder, String name) throws IOException {
    Path path = folder.resolve(name);
    return new PackageFile(name, Files.size(path), FileHash.sha256(path), Optional.empty(), path);
  }

  /** A file of a run, by its name. */
  public Optional<PackageFile> find(Run run, String name) {
    return list(run).stream().filter(file -> file.name().equals(name)).findFirst();
  }
}
