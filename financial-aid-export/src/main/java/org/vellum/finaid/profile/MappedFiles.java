package org.vellum.finaid.profile;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.vellum.finaid.export.PackageAssembly;
import org.vellum.platform.usecase.Component;

/** Applies the profiles that are configured to a package before its manifest is written. */
@Component
public class MappedFiles {
  private static final String FINDINGS = "findings.csv";

  private final MappingConfiguration configuration;

  @Inject
  public MappedFiles(MappingConfiguration configuration) {
    this.configuration = configuration;
  }

  /**
   * Writes the files of other systems below the package. Done again after an interruption it writes
   * the same.
   *
   * @param folder of a full package with NDJSON
   * @return what is wrong with a profile; then nothing is written
   */
  public Optional<String> write(Path folder) throws IOException {
    for (String name : configuration.names()) {
      switch (read(name)) {
        case ProfileReader.Outcome.Faulty faulty -> {
          return Optional.of(name + ": " + faulty.findings());
        }
        case ProfileReader.Outcome.Read read -> write(read.profile(), folder);
      }
    }
    return Optional.empty();
  }

  private static ProfileReader.Outcome read(String name) throws IOException {
    if (!name.endsWith(".json")) {
      return Profiles.names().contains(name)
          ? ProfileReader.read(Profiles.json(name))
          : new ProfileReader.Outcome.Faulty(
              List.of(new ProfileFinding("", "there is no such profile")));
    }
    Path file = Path.of(name);
    return Files.isRegularFile(file)
        ? ProfileReader.read(Files.readString(file, UTF_8))
        : new ProfileReader.Outcome.Faulty(
            List.of(new ProfileFinding("", "there is no such file")));
  }

  private static void write(MappingProfile profile, Path folder) throws IOException {
    Path target =
        Files.createDirectories(folder.resolve(PackageAssembly.MAPPED).resolve(profile.name()));
    ProfileRun.Result result = ProfileRun.apply(profile, folder, target);
    try (CSVPrinter lines =
        new CSVPrinter(
            Files.newBufferedWriter(target.resolve(FINDINGS), UTF_8), CSVFormat.RFC4180)) {
      lines.printRecord("place", "message");
      for (ProfileFinding finding : result.findings()) {
        lines.printRecord(finding.place(), finding.message());
      }
    }
  }
}
