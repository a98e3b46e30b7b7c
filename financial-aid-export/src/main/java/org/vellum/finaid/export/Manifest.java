package org.vellum.finaid.export;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a package holds, with totals that balance and a hash for each file. */
final class Manifest {
  static final String SCHEMA_VERSION = "1.0";

  private static final ObjectMapper JSON = new ObjectMapper();

  private Manifest() {}

  /**
   * A file of the package.
   *
   * @param name its path in the package
   * @param bytes its size
   * @param sha256 of all its bytes
   * @param rows its records, where it holds records
   * @param contentHash the sum of the records' hashes, where it holds records of an entity
   */
  record FileEntry(
      String name, long bytes, String sha256, Optional<Long> rows, Optional<String> contentHash) {}

  static byte[] write(
      RunInfo run,
      RunState state,
      List<FileEntry> files,
      Map<String, EntityTotals> totals,
      Map<String, Long> errorsByCode) {
    ObjectNode manifest = JsonNodeFactory.instance.objectNode();
    manifest.put("runId", run.runId());
    manifest.put("kind", run.kind().name());
    manifest.put("state", state.name());
    manifest.put("institution", run.opeid());
    manifest.put("schemaVersion", SCHEMA_VERSION);
    manifest.put("rulesetVersion", run.rulesetVersion());
    manifest.put("asOf", run.asOf().toString());
    manifest.put("createdAt", run.createdAt().toString());
    manifest.put("previousRunId", run.previous().map(RunInfo.Previous::runId).orElse(null));
    manifest.put(
        "previousManifestSha256",
        run.previous().map(RunInfo.Previous::manifestSha256).orElse(null));
    run.watermark()
        .ifPresent(watermark -> {
          manifest.put("watermarkFrom", watermark.from().orElse(null));
          manifest.put("watermarkTo", watermark.to());
        });
    ObjectNode totalsNode = manifest.putObject("totals");
    totals.forEach((entity, each) -> each.write(totalsNode.putObject(entity)));
    ObjectNode errors = manifest.putObject("errorsByCode");
    errorsByCode.forEach(errors::put);
    ArrayNode filesNode = manifest.putArray("files");
    files.forEach(file -> write(file, filesNode.addObject()));
    return bytes(manifest);
  }

  private static void write(FileEntry file, ObjectNode node) {
    node.put("name", file.name());
    node.put("bytes", file.bytes());
    node.put("sha256", file.sha256());
    file.rows().ifPresent(rows -> node.put("rows", rows));
    file.contentHash().ifPresent(hash -> node.put("contentHash", hash));
  }

  /** Indented for people, with the same line ends on every machine. */
  static byte[] bytes(JsonNode document) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    try {
      return JSON.writer(printer).writeValueAsBytes(document);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
  }
}
