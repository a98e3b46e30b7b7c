package org.vellum.finaid.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * Makes a package of its parts. Each step can be done again from its start, and what it found is
 * given as JSON, so that the caller keeps it wherever it keeps what survives an interruption.
 */
public final class PackageAssembly {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BLOCK = 256 * 1024;

  /** The encrypted file of social security numbers, where a package has one. */
  public static final String SSN_FILE = "ssn.csv.jwe";

  /** The learners of a package, which every profile has as CSV. */
  public static final String STUDENTS = "student.csv";

  /** Where a package has the files that mapping profiles write. */
  public static final String MAPPED = "mapped";

  private PackageAssembly() {}

  /** The names of the entities, in their order; the list of errors is like one more of them. */
  public static List<String> names() {
    List<String> names = new ArrayList<>(Entities.ALL.stream().map(Entity::name).toList());
    names.add(ErrorsFile.NAME);
    return names;
  }

  /**
   * Puts the files of one entity together.
   *
   * @param name one of {@link #names}
   * @param target the folder of the package
   * @return what is to be given to {@link #manifest}
   */
  public static String assemble(
      String name, List<WrittenPart> parts, Path target, PackageForms forms) throws IOException {
    ObjectNode found = JSON.createObjectNode();
    if (name.equals(ErrorsFile.NAME)) {
      errors(parts, target, found);
    } else {
      entity(EntityTable.get(name), parts, target, forms, found);
    }
    return text(found);
  }

  /**
   * Removes what the parts have of an entity, when that was put together and what was found is
   * kept.
   *
   * @param name one of {@link #names}
   */
  public static void removeParts(String name, List<WrittenPart> parts, PackageForms forms)
      throws IOException {
    for (WrittenPart part : parts) {
      if (name.equals(ErrorsFile.NAME)) {
        part.remove(name);
      } else {
        for (Form form : forms.forms()) {
          part.remove(form.file(EntityTable.get(name)));
        }
      }
    }
  }

  private static void errors(List<WrittenPart> parts, Path target, ObjectNode found)
      throws IOException {
    Map<String, Long> byCode = new TreeMap<>();
    for (WrittenPart part : parts) {
      part.errorsByCode().forEach((code, count) -> byCode.merge(code, count, Long::sum));
    }
    ObjectNode codes = found.putObject("errorsByCode");
    byCode.forEach(codes::put);
    long rows = byCode.values().stream().mapToLong(Long::longValue).sum();
    ObjectNode file =
        put(
            ErrorsFile.NAME,
            ErrorsFile.head(),
            parts,
            new byte[0],
            target,
            found.putArray("files"));
    file.put("rows", rows);
  }

  private static void entity(
      Entity entity, List<WrittenPart> parts, Path target, PackageForms forms, ObjectNode found)
      throws IOException {
    EntityTotals totals = new EntityTotals();
    for (WrittenPart part : parts) {
      totals.add(part.totals(entity));
    }
    totals.write(found.putObject("totals"));
    ArrayNode files = found.putArray("files");
    for (Form form : Form.values()) {
      if (forms.forms().contains(form)) {
        RecordForm each = form.of(entity, forms.csv());
        put(form.file(entity), each.head(), parts, each.foot(), target, files)
            .put("rows", totals.exported())
            .put("contentHash", totals.contentHash());
      }
    }
  }

  private static ObjectNode put(
      String name, byte[] head, List<WrittenPart> parts, byte[] foot, Path target, ArrayNode files)
      throws IOException {
    MeasuredOutput out = new MeasuredOutput(Files.newOutputStream(target.resolve(name)));
    long lines = 0;
    try (out) {
      out.write(head, 0, head.length);
      for (WrittenPart part : parts) {
        lines += copy(part.file(name), part.mark(name), out);
      }
      out.write(foot, 0, foot.length);
    }
    return files
        .addObject()
        .put("name", name)
        .put("bytes", out.bytes())
        .put("sha256", out.sha256())
        .put("lines", lines);
  }

  /** Copies what stands before a mark, which must be as it was, and counts the lines in it. */
  private static long copy(Path from, PartFile.Mark mark, OutputStream to) throws IOException {
    byte[] block = new byte[(int) Math.min(BLOCK, mark.bytes())];
    CRC32C check = new CRC32C();
    long lines = 0;
    try (InputStream in = PartFile.read(from, mark)) {
      long left = mark.bytes();
      while (left > 0) {
        int read = in.read(block, 0, (int) Math.min(block.length, left));
        if (read < 0) {
          throw new DamagedPartException(from.getFileName() + " is shorter than it was");
        }
        lines += Lines.count(block, read);
        check.update(block, 0, read);
        to.write(block, 0, read);
        left -= read;
      }
    }
    if (check.getValue() != mark.check()) {
      throw new DamagedPartException(from.getFileName() + " is not what was written");
    }
    return lines;
  }

  /**
   * How the records of a package come out.
   *
   * @param balanced whether selected is exported, rejected and suppressed together, and what was
   *     exported is what stands in the files
   * @param selected all records that were looked at
   * @param exported those that are in the package
   * @param rejected those with errors
   * @param suppressed those that were kept back
   * @param state how the run comes out
   */
  public record Balance(
      boolean balanced,
      long selected,
      long exported,
      long rejected,
      long suppressed,
      RunState state) {}

  /**
   * Draws the balance.
   *
   * @param found by name, what {@link #assemble} gave
   */
  public static Balance balance(Map<String, String> found) throws IOException {
    EntityTotals all = new EntityTotals();
    boolean balanced = true;
    for (Entity entity : Entities.ALL) {
      JsonNode node = JSON.readTree(found.get(entity.name()));
      EntityTotals totals = EntityTotals.read(node.path("totals"));
      balanced &= totals.isBalanced() && standsInFiles(totals, node.path("files"));
      all.add(totals);
    }
    return new Balance(
        balanced,
        all.selected(),
        all.exported(),
        all.rejected(),
        all.suppressed(),
        RunState.of(all.selected(), all.rejected()));
  }

  /** Every record of NDJSON and XML is a line; a cell of CSV has no line end, so there too. */
  private static boolean standsInFiles(EntityTotals totals, JsonNode files) {
    for (JsonNode file : files) {
      if (file.path("lines").asLong() != totals.exported()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Writes schemas and manifest.
   *
   * @param state how the run comes out, after a person's decision if one was needed
   * @param found by name, what {@link #assemble} gave
   * @return the manifest, to be signed
   */
  public static byte[] manifest(RunInfo run, RunState state, Map<String, String> found, Path target)
      throws IOException {
    List<Manifest.FileEntry> files = new ArrayList<>();
    Map<String, EntityTotals> totals = new LinkedHashMap<>();
    Map<String, Long> byCode = new TreeMap<>();
    for (String name : names()) {
      JsonNode node = JSON.readTree(found.get(name));
      node.path("files").forEach(file -> files.add(entry(file)));
      if (node.has("totals")) {
        totals.put(name, EntityTotals.read(node.path("totals")));
      }
      node.path("errorsByCode")
          .properties()
          .forEach(each -> byCode.put(each.getKey(), each.getValue().asLong()));
    }
    files.addAll(SchemaFiles.write(target));
    files.addAll(OtherFiles.in(target));
    byte[] manifest = Manifest.write(run, state, files, totals, byCode);
    Files.write(target.resolve("manifest.json"), manifest);
    return manifest;
  }

  /** SHA-256 of a manifest, to which the next run is chained. */
  public static String hash(byte[] manifest) {
    return Hashes.hex(Hashes.sha256(manifest));
  }

  private static Manifest.FileEntry entry(JsonNode file) {
    return new Manifest.FileEntry(
        file.path("name").asText(),
        file.path("bytes").asLong(),
        file.path("sha256").asText(),
        Optional.of(file.path("rows").asLong()),
        file.has("contentHash")
            ? Optional.of(file.path("contentHash").asText())
            : Optional.empty());
  }

  private static String text(JsonNode node) {
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can be written", e);
    }
  }
}
