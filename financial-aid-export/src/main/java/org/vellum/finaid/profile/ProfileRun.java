package org.vellum.finaid.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.vellum.finaid.export.Entities;
import org.vellum.finaid.profile.MappingProfile.ProfileFile;
import org.vellum.finaid.profile.MappingProfile.ProfileNode;

/**
 * Applies a profile to a package. Every file of a package is in the order of the learners, so each
 * is read once and from its beginning to its end, and nothing but the programs is kept.
 */
public final class ProfileRun implements Closeable {
  private static final int FINDINGS = 1_000;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PROGRAM = "program_version";

  private final Path folder;
  private final Map<String, JsonNode> programs;
  private final Map<String, PackageLines> lines = new HashMap<>();
  private final Map<String, JsonNode> above = new HashMap<>();
  private final List<ProfileFinding> findings = new ArrayList<>();
  private long written;
  private long left;

  private ProfileRun(Path folder, Map<String, JsonNode> programs) {
    this.folder = folder;
    this.programs = programs;
  }

  /**
   * What was written.
   *
   * @param written records
   * @param left records that do not fit the profile and are not in its files
   * @param findings why, the first thousand
   */
  public record Result(long written, long left, List<ProfileFinding> findings) {}

  /**
   * Applies a profile.
   *
   * @param folder a full package with NDJSON: of a delta, what a record belongs to may be missing
   * @param target a folder that there is
   * @throws IllegalArgumentException if the package is none of a full run
   */
  public static Result apply(MappingProfile profile, Path folder, Path target) throws IOException {
    Path manifest = folder.resolve("manifest.json");
    // There is none yet where a profile is applied before the package is signed.
    if (Files.exists(manifest)
        && !JSON.readTree(manifest.toFile()).path("kind").asText().equals("FULL")) {
      throw new IllegalArgumentException("a profile needs a full package");
    }
    Map<String, JsonNode> programs = programs(folder);
    long written = 0;
    long left = 0;
    List<ProfileFinding> findings = new ArrayList<>();
    for (ProfileFile file : profile.files()) {
      try (ProfileRun run = new ProfileRun(folder, programs);
          ProfileOutput out = open(file, target.resolve(file.name()))) {
        run.all(file.records(), out);
        out.finish();
        written += run.written;
        left += run.left;
        findings.addAll(run.findings);
      }
    }
    return new Result(written, left, findings.stream().limit(FINDINGS).toList());
  }

  private static ProfileOutput open(ProfileFile file, Path path) throws IOException {
    return switch (file.form()) {
      case CSV -> new CsvOutput(path, file.marked(), file.records());
      case XML -> new XmlTreeOutput(path, file.root(), file.namespace());
      case FIXED -> new FixedOutput(path, file.length());
    };
  }

  private static Map<String, JsonNode> programs(Path folder) throws IOException {
    Map<String, JsonNode> programs = new HashMap<>();
    try (PackageLines lines = PackageLines.open(folder, PROGRAM)) {
      for (Optional<JsonNode> each = lines.peek(); each.isPresent(); each = lines.peek()) {
        programs.put(PackageLines.text(each.get(), "programVersionId"), each.get());
        lines.advance();
      }
    }
    return programs;
  }

  private void all(ProfileNode node, ProfileOutput out) throws IOException {
    PackageLines each = lines(node.each());
    while (each.peek().isPresent()) {
      one(node, each.peek().get(), out, true);
      each.advance();
    }
    for (Map.Entry<String, PackageLines> rest : lines.entrySet()) {
      if (rest.getValue().peek().isPresent()) {
        find(rest.getKey(), "has records that belong to none in this package");
      }
    }
  }

  /** Writes a record and what belongs to it; where it does not fit, passes over all of it. */
  private void one(ProfileNode node, JsonNode found, ProfileOutput out, boolean aboveFits)
      throws IOException {
    above.put(node.each(), found);
    List<String> texts = new ArrayList<>(node.columns().size());
    boolean fits = texts(node, found, out, texts) && aboveFits;
    if (fits) {
      out.begin(node, texts);
      written++;
    } else {
      left++;
    }
    for (ProfileNode inner : node.inside()) {
      inside(inner, node.each(), found, out, fits);
    }
    if (fits) {
      out.end(node);
    }
    above.remove(node.each());
  }

  private void inside(
      ProfileNode node, String parent, JsonNode of, ProfileOutput out, boolean aboveFits)
      throws IOException {
    String key = PackageLines.text(of, Entities.get(parent).key());
    String column = Entities.get(node.each()).referenceTo(parent);
    PackageLines each = lines(node.each());
    while (each.peek().filter(next -> PackageLines.text(next, column).equals(key)).isPresent()) {
      one(node, each.peek().orElseThrow(), out, aboveFits);
      each.advance();
    }
  }

  private boolean texts(ProfileNode node, JsonNode found, ProfileOutput out, List<String> texts) {
    boolean fits = true;
    for (ProfileColumn column : node.columns()) {
      String value = column.from().map(from -> value(column.entity(), from)).orElse("");
      Optional<String> text = column.text(value);
      String fault = text.map(each -> out.fault(column, each)).orElse("is a code without a text");
      if (!fault.isEmpty()) {
        find(PackageLines.text(found, "recordId") + "/" + column.name(), fault);
        fits = false;
      }
      texts.add(text.orElse(""));
    }
    return fits;
  }

  private String value(String entity, String column) {
    JsonNode of = above.get(entity);
    if (of == null && entity.equals(PROGRAM)) {
      of =
          above.values().stream()
              .map(each -> programs.get(PackageLines.text(each, "programVersionId")))
              .filter(Objects::nonNull)
              .findFirst()
              .orElse(null);
    }
    return of == null ? "" : PackageLines.text(of, column);
  }

  private PackageLines lines(String entity) throws IOException {
    PackageLines open = lines.get(entity);
    if (open == null) {
      open = PackageLines.open(folder, entity);
      lines.put(entity, open);
    }
    return open;
  }

  private void find(String place, String message) {
    if (findings.size() < FINDINGS) {
      findings.add(new ProfileFinding(place, message));
    }
  }

  @Override
  public void close() throws IOException {
    for (PackageLines each : lines.values()) {
      each.close();
    }
  }
}
