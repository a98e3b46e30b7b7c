package org.vellum.competency.roster.csv;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vellum.platform.problem.Finding;

/** What {@code manifest.csv} says of the files of its archive. */
final class Manifest {
  static final String FILE = "manifest.csv";
  private static final Set<String> OTHERS =
      Set.of("manifest.version", "oneroster.version", "source.systemName", "source.systemCode");

  private final Map<String, Mode> modes = new HashMap<>();
  private final Map<String, String> versions = new HashMap<>();

  /** How a file is to be understood. */
  enum Mode {
    ABSENT,
    BULK,
    DELTA
  }

  private Manifest() {}

  /** Reads the manifest to its end and finds what is wrong with it. */
  static Manifest read(CsvRows rows, Findings findings) throws FileFault {
    Manifest manifest = new Manifest();
    List<String> header = rows.next().map(CsvRows.Line::values).orElse(List.of());
    if (!header.equals(List.of("propertyName", "value"))) {
      findings.add(
          Finding.error(
              "manifest-header", FILE + ":1", "the first line must be propertyName,value"));
      return manifest;
    }
    Optional<CsvRows.Line> line = rows.next();
    while (line.isPresent()) {
      manifest.take(line.get(), findings);
      line = rows.next();
    }
    manifest.demandVersion("manifest.version", "1.0", findings);
    manifest.demandVersion("oneroster.version", "1.2", findings);
    return manifest;
  }

  /** What it says of a file, by its name without {@code .csv}; absent where it says nothing. */
  Mode mode(String file) {
    return modes.getOrDefault(file, Mode.ABSENT);
  }

  /** The code of the system that made the archive; empty if it does not say. */
  Optional<String> systemCode() {
    return Optional.ofNullable(versions.get("source.systemCode")).filter(code -> !code.isBlank());
  }

  private void take(CsvRows.Line line, Findings findings) {
    String place = FILE + ":" + line.line();
    if (line.values().size() < 2) {
      findings.add(Finding.error("manifest-line", place, "the line has no value"));
      return;
    }
    String name = line.values().get(0);
    String value = line.values().get(1);
    boolean again = false;
    if (OTHERS.contains(name)) {
      again = versions.put(name, value) != null;
    } else if (name.startsWith("file.") && isKnown(name.substring(5))) {
      again = takeMode(name.substring(5), value, place, findings);
    } else {
      findings.add(
          Finding.note("manifest-property", place, "not of the standard: " + Quoted.value(name)));
    }
    if (again) {
      findings.add(Finding.error("manifest-twice", place, Quoted.value(name) + " is there twice"));
    }
  }

  private boolean takeMode(String file, String value, String place, Findings findings) {
    Optional<Mode> mode =
        Stream.of(Mode.values()).filter(one -> one.name().equalsIgnoreCase(value)).findFirst();
    if (mode.isEmpty()) {
      findings.add(
          Finding.error(
              "manifest-mode",
              place + ":value",
              "must be absent, bulk or delta: " + Quoted.value(value)));
    }
    return modes.put(file, mode.orElse(Mode.ABSENT)) != null;
  }

  private static boolean isKnown(String file) {
    return Binding.PASSED_OVER.contains(file)
        || Binding.read().anyMatch(known -> known.name().equals(file));
  }

  private void demandVersion(String name, String wanted, Findings findings) {
    String given = versions.getOrDefault(name, "none");
    if (!given.equals(wanted)) {
      findings.add(
          Finding.error(
              "manifest-version",
              FILE + ":" + name,
              name + " must be " + wanted + ": " + Quoted.value(given)));
    }
  }
}
