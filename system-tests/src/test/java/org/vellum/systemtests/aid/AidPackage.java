package org.vellum.systemtests.aid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A package, read from its files alone: every hash, total and derived figure is worked out again
 * and compared with what it says.
 */
public final class AidPackage {
  static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final JsonNode manifest;
  private final Map<String, List<JsonNode>> records = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();

  private AidPackage(Path folder) throws IOException {
    this.folder = folder;
    this.manifest = JSON.readTree(folder.resolve("manifest.json").toFile());
  }

  /**
   * Reads a package.
   *
   * @param folder with its manifest
   * @return what does not agree; nothing if all does
   */
  public static List<String> faults(Path folder) throws IOException, GeneralSecurityException {
    AidPackage read = new AidPackage(folder);
    read.files();
    read.entities();
    read.errors();
    if (read.manifest.path("kind").asText().equals("FULL")) {
      read.faults.addAll(new AidFigures(read.records).faults());
    }
    return read.faults;
  }

  /** Reads the packages that are named and tells what does not agree. */
  public static void main(String[] folders) throws IOException, GeneralSecurityException {
    int count = 0;
    for (String folder : folders) {
      List<String> faults = faults(Path.of(folder));
      faults.forEach(fault -> System.out.println(folder + ": " + fault));
      count += faults.size();
    }
    System.out.println(count + " faults");
    if (count > 0) {
      System.exit(1);
    }
  }

  private void files() throws IOException, GeneralSecurityException {
    TreeSet<String> named = new TreeSet<>();
    for (JsonNode file : manifest.path("files")) {
      String name = file.path("name").asText();
      named.add(name);
      Path path = folder.resolve(name);
      if (!Files.isRegularFile(path)) {
        faults.add(name + " is missing");
      } else {
        same(name + " bytes", file.path("bytes").asText(), Long.toString(Files.size(path)));
        same(name + " sha256", file.path("sha256").asText(), sha256(path));
      }
    }
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(Files::isRegularFile)
          .map(path -> folder.relativize(path).toString().replace('\\', '/'))
          .filter(name -> !name.startsWith("manifest.") && !named.contains(name))
          .forEach(name -> faults.add(name + " is not in the manifest"));
    }
  }

  static String sha256(Path path) throws IOException, GeneralSecurityException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private void entities() throws IOException, GeneralSecurityException {
    for (Map.Entry<String, JsonNode> each : manifest.path("totals").properties()) {
      String entity = each.getKey();
      List<JsonNode> lines = new ArrayList<>();
      Path file = folder.resolve(entity + ".ndjson");
      if (!Files.exists(file)) {
        continue;
      }
      for (String line : Files.readAllLines(file)) {
        lines.add(JSON.readTree(line));
      }
      records.put(entity, lines);
      AidTotals totals = new AidTotals(entity, lines, schema(entity));
      faults.addAll(totals.faults(each.getValue()));
      for (JsonNode listed : manifest.path("files")) {
        String name = listed.path("name").asText();
        if (name.startsWith(entity + ".")) {
          same(name + " rows", listed.path("rows").asText(), Integer.toString(lines.size()));
          same(name + " contentHash", listed.path("contentHash").asText(), totals.contentHash());
        }
      }
      csv(entity, lines);
    }
  }

  private JsonNode schema(String entity) throws IOException {
    return JSON.readTree(folder.resolve("schema/" + entity + ".csv-metadata.json").toFile());
  }

  private void csv(String entity, List<JsonNode> lines) throws IOException {
    Path file = folder.resolve(entity + ".csv");
    if (!Files.exists(file)) {
      return;
    }
    List<Map<String, String>> rows = Csv.read(file);
    same(entity + ".csv lines", Integer.toString(rows.size()), Integer.toString(lines.size()));
    for (int i = 0; i < Math.min(rows.size(), lines.size()); i++) {
      JsonNode line = lines.get(i);
      for (Map.Entry<String, String> cell : rows.get(i).entrySet()) {
        String place = entity + ".csv " + line.path("recordId").asText() + " " + cell.getKey();
        same(place, cell.getValue(), text(line.path(cell.getKey())));
      }
    }
  }

  private static String text(JsonNode value) {
    if (value instanceof ArrayNode array) {
      List<String> texts = new ArrayList<>();
      array.forEach(each -> texts.add(each.asText()));
      return String.join(" ", texts);
    }
    return value.isNull() ? "" : value.asText();
  }

  private void errors() throws IOException {
    Map<String, Integer> byCode = new TreeMap<>();
    for (Map<String, String> error : Csv.read(folder.resolve("errors.csv"))) {
      byCode.merge(error.getOrDefault("code", ""), 1, Integer::sum);
    }
    same(
        "errorsByCode",
        manifest.path("errorsByCode").toString(),
        JSON.valueToTree(byCode).toString());
  }

  private void same(String what, String said, String found) {
    if (!said.equals(found)) {
      faults.add(what + ": says " + said + ", is " + found);
    }
  }
}
