package org.vellum.systemtests.aid;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The reader on a package made by hand: a learner of 30 credits in 36 weeks (FSA Handbook, volume
 * 3, chapter 1, example 7). The hashes in it were worked out by another program in another
 * language.
 */
class AidPackageTest {
  private static final Map<String, String> CONTENT =
      Map.of(
          "program_version", "ac0b4bd750b04f9ef7aa4bb410e8a55acf7ea4a12b5e90e53977c690c5b620ef",
          "student", "85ff4fb2352bce790b82e86630efdfcd77e84f27efa1f44a0f92c8bdb46a6c69",
          "enrollment", "445125cb5ba0468b1a8e94c5236ccb5101ffe97d94150ef1f806dabf36ac92e2",
          "payment_period", "aaca2f8430c13aad0172244d79d4a562a60b5a410ccf66b9d38adfe201910078",
          "unit_attempt", "3bbd3da26175a4f122ca8e0e766c9e5d311850cbf54f324879d9e59e9204b0fd");

  @TempDir Path folder;

  @BeforeEach
  void a_package() throws Exception {
    for (String entity : CONTENT.keySet()) {
      try (InputStream in = AidPackageTest.class.getResourceAsStream(entity + ".ndjson")) {
        Files.write(folder.resolve(entity + ".ndjson"), in.readAllBytes());
      }
      ObjectNode schema = AidPackage.JSON.createObjectNode();
      ArrayNode columns = schema.putObject("tableSchema").putArray("columns");
      if (entity.equals("payment_period")) {
        columns.addObject().put("name", "scheduledUnits").put("datatype", "decimal");
        columns.addObject().put("name", "kind").putObject("datatype").put("format", "A|B");
      }
      Path schemas = Files.createDirectories(folder.resolve("schema"));
      Files.writeString(schemas.resolve(entity + ".csv-metadata.json"), schema.toString());
    }
    Files.writeString(
        folder.resolve("student.csv"),
        "recordId,familyName\r\nst:S,\"Ångström, \"\"Å\"\"\"\r\n",
        UTF_8);
    Files.writeString(folder.resolve("errors.csv"), "code,key\r\nDATE_ORDER,x\r\n");
    manifest();
  }

  /** Of what is there, with totals that were counted by hand. */
  private void manifest() throws Exception {
    ObjectNode manifest = AidPackage.JSON.createObjectNode();
    manifest.put("kind", "FULL");
    ArrayNode files = manifest.putArray("files");
    try (var all = Files.walk(folder)) {
      for (Path path : all.filter(Files::isRegularFile).sorted().toList()) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        if (!name.startsWith("manifest.")) {
          ObjectNode file = files.addObject().put("name", name);
          file.put("bytes", Files.size(path)).put("sha256", AidPackage.sha256(path));
          String entity = name.substring(0, name.indexOf('.'));
          if (CONTENT.containsKey(entity)) {
            file.put("rows", entity.equals("payment_period") ? 3 : 1);
            file.put("contentHash", CONTENT.get(entity));
          }
        }
      }
    }
    for (String entity : CONTENT.keySet()) {
      ObjectNode totals = manifest.withObject("/totals").putObject(entity);
      int rows = entity.equals("payment_period") ? 3 : 1;
      totals.put("selected", rows + 1).put("exported", rows).put("rejected", 1);
      totals.put("suppressed", 0).put("tombstones", 0);
      ObjectNode sums = totals.putObject("sums");
      ObjectNode counts = totals.putObject("counts");
      if (rows == 3) {
        sums.put("scheduledUnits", "30");
        counts.putObject("kind").put("HALF_OF_AY", 2).put("REMAINDER", 1);
      }
    }
    manifest.putObject("errorsByCode").put("DATE_ORDER", 1);
    Files.writeString(folder.resolve("manifest.json"), manifest.toString());
  }

  @Test
  void a_package_that_agrees_with_itself_has_no_faults() throws Exception {
    assertThat(AidPackage.faults(folder)).isEmpty();
  }

  @Test
  void a_byte_that_was_changed_is_found() throws Exception {
    change("errors.csv", "DATE_ORDER,x", "DATE_ORDER,y");
    assertThat(AidPackage.faults(folder))
        .singleElement()
        .asString()
        .startsWith("errors.csv sha256");
  }

  @Test
  void a_file_that_nobody_named_is_found() throws Exception {
    Files.writeString(folder.resolve("more.csv"), "");
    assertThat(AidPackage.faults(folder)).containsExactly("more.csv is not in the manifest");
  }

  @Test
  void a_record_that_does_not_have_its_hash_is_found() throws Exception {
    change(
        "payment_period.ndjson",
        "\"unitsCompletedDate\":\"2025-11-01\"",
        "\"unitsCompletedDate\":\"2025-11-02\"");
    manifest();
    assertThat(AidPackage.faults(folder))
        .anyMatch(fault -> fault.startsWith("payment_period pp:E:1 recordHash"))
        .anyMatch(fault -> fault.contains("contentHash"))
        .anyMatch(
            fault -> fault.equals("pp:E:1 unitsCompletedDate: says 2025-11-02, is 2025-11-01"));
  }

  @Test
  void a_fraction_that_does_not_follow_from_the_program_is_found() throws Exception {
    change("payment_period.ndjson", "\"f4WeeksNum\":\"6\"", "\"f4WeeksNum\":\"7\"");
    change(
        "payment_period.ndjson", "\"limitingMeasure\":\"WEEKS\"", "\"limitingMeasure\":\"UNITS\"");
    assertThat(AidPackage.faults(folder))
        .contains(
            "pp:E:3 limitingMeasure: says UNITS, is WEEKS", "pp:E:3 f4Weeks: says 210, is 180");
  }

  @Test
  void totals_that_do_not_balance_are_found() throws Exception {
    JsonNode manifest = AidPackage.JSON.readTree(folder.resolve("manifest.json").toFile());
    ((ObjectNode) manifest.path("totals").path("payment_period")).put("suppressed", 1);
    ((ObjectNode) manifest.path("totals").path("payment_period").path("sums"))
        .put("scheduledUnits", "31");
    Files.writeString(folder.resolve("manifest.json"), manifest.toString());
    assertThat(AidPackage.faults(folder))
        .containsExactlyInAnyOrder(
            "payment_period selected: says 4, is 5",
            "payment_period sums: says {scheduledUnits=31}, is {scheduledUnits=30}");
  }

  @Test
  void a_cell_of_csv_that_says_something_else_is_found() throws Exception {
    change("student.csv", "Ångström", "Angstrom");
    manifest();
    List<String> faults = AidPackage.faults(folder);
    assertThat(faults).singleElement().asString().startsWith("student.csv st:S familyName");
  }

  private void change(String name, String from, String to) throws IOException {
    Path file = folder.resolve(name);
    String text = Files.readString(file, UTF_8);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to), UTF_8);
  }
}
