package org.vellum.finaid.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackagePartTest {
  private static final int LEARNERS = 40;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  void parts_make_the_same_package_as_one_writer_however_many_they_are(int parts) throws Exception {
    Path whole = atOnce("whole");
    assertSame(whole, inParts("parts", parts, LEARNERS + 1));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 11, 39})
  void a_part_that_is_cut_off_anywhere_goes_on_at_its_checkpoint(int cutAfter) throws Exception {
    assertSame(atOnce("whole"), inParts("cut", 2, cutAfter));
  }

  @Test
  void what_is_not_there_any_more_as_it_was_is_noticed() throws Exception {
    Path part = folder.resolve("part");
    String checkpoint;
    try (PackagePart open = open(part, "")) {
      open.write("program_version", APackage.program("Data practice"));
      checkpoint = open.checkpoint();
    }
    Path file = part.resolve("program_version.ndjson");
    byte[] bytes = Files.readAllBytes(file);
    bytes[10] ^= 1;
    Files.write(file, bytes);
    assertThatThrownBy(() -> open(part, checkpoint)).isInstanceOf(DamagedPartException.class);
    Files.write(file, List.of("short"));
    assertThatThrownBy(() -> open(part, checkpoint)).isInstanceOf(DamagedPartException.class);
  }

  @Test
  void what_is_not_chosen_is_neither_written_nor_counted_and_others_may_belong_to_it()
      throws Exception {
    Path folderOfPart = folder.resolve("part");
    String checkpoint;
    try (PackagePart part =
        PackagePart.open(
            folderOfPart,
            PackageForms.all(),
            "run-7",
            (entity, id, hash) -> entity.equals("sap_snapshot"),
            "")) {
      part.assume("program_version", APackage.program("Data practice"));
      assertThat(part.write("enrollment", APackage.enrollment("E-1"))).isTrue();
      assertThat(part.write("sap_snapshot", sap("E-1"))).isTrue();
      checkpoint = part.checkpoint();
    }
    JsonNode totals = APackage.JSON.readTree(checkpoint).path("totals");
    assertThat(totals.path("enrollment").path("selected").asInt()).isZero();
    assertThat(totals.path("sap_snapshot").path("exported").asInt()).isPositive();
  }

  private Path atOnce(String name) throws IOException {
    try (PackageWriter writer = APackage.writer(folder.resolve(name), CsvProfile.PLAIN)) {
      writer.write("program_version", APackage.program("Data practice"));
      for (int i = 0; i < LEARNERS; i++) {
        writer.write("enrollment", enrollment(i));
        writer.write("sap_snapshot", sap("E-" + i));
      }
      return writer.publish(APackage.KEY).folder();
    }
  }

  /** Two in forty are bad, so that rejected records and their errors are in every comparison. */
  private static Map<String, Object> enrollment(int i) {
    Map<String, Object> values = APackage.enrollment("E-" + i);
    if (i % 20 == 7) {
      values.put("status", "ASLEEP");
    }
    return values;
  }

  private static Map<String, Object> sap(String enrollment) {
    Map<String, Object> values = new HashMap<>();
    values.put("recordId", "sap:" + enrollment);
    values.put("recordVersion", 1);
    values.put("op", "UPSERT");
    values.put("sourceAsOf", APackage.AS_OF);
    values.put("ruleVersion", "US-TIV-2025.1");
    values.put("enrollmentId", enrollment);
    values.put("evaluationDate", APackage.START);
    values.put("attempted", new BigDecimal("40"));
    values.put("earned", new BigDecimal("27.5"));
    values.put("pacePercent", new BigDecimal("68.75"));
    values.put("publishedLengthUnits", new BigDecimal("58.5"));
    values.put("maxTimeframeUnits", new BigDecimal("87.75"));
    values.put("citation", "34 CFR 668.34(a)(5)");
    values.put("reading", "TEXT");
    return values;
  }

  private Path inParts(String name, int count, int cutAfter) throws IOException {
    List<PackageAssembly.Part> parts = new ArrayList<>();
    for (int p = 0; p < count; p++) {
      Path at = folder.resolve(name + "-parts").resolve(String.valueOf(p));
      parts.add(new PackageAssembly.Part(at, part(at, p, count, cutAfter)));
    }
    Path target = Files.createDirectory(folder.resolve(name));
    Map<String, String> found = new LinkedHashMap<>();
    for (String each : PackageAssembly.names()) {
      found.put(each, PackageAssembly.assemble(each, parts, target, PackageForms.all()));
    }
    PackageAssembly.Balance balance = PackageAssembly.balance(found);
    assertThat(balance.balanced()).isTrue();
    PackageAssembly.manifest(APackage.run(), balance.state(), found, target);
    return target;
  }

  private static String part(Path at, int number, int count, int cutAfter) throws IOException {
    String checkpoint = "";
    int next = number * LEARNERS / count;
    int end = (number + 1) * LEARNERS / count;
    boolean cut = false;
    while (true) {
      try (PackagePart part = open(at, checkpoint)) {
        if (number == 0 && checkpoint.isEmpty()) {
          part.write("program_version", APackage.program("Data practice"));
        } else {
          part.assume("program_version", APackage.program("Data practice"));
        }
        for (int i = next; i < end; i++) {
          learner(part, i);
          if (i % 4 == 1) {
            checkpoint = part.checkpoint();
            next = i + 1;
          }
          if (!cut && i == cutAfter) {
            cut = true;
            throw new IOException("cut off");
          }
        }
        return part.checkpoint();
      } catch (IOException e) {
        assertThat(e).hasMessage("cut off");
        Files.writeString(at.resolve("enrollment.csv"), "half a li", StandardOpenOption.APPEND);
      }
    }
  }

  private static void learner(PackagePart part, int i) throws IOException {
    part.beginLearner();
    part.write("enrollment", enrollment(i));
    part.write("sap_snapshot", sap("E-" + i));
  }

  private static PackagePart open(Path at, String checkpoint) throws IOException {
    return PackagePart.open(
        at, PackageForms.all(), "run-7", (entity, id, hash) -> true, checkpoint);
  }

  private static void assertSame(Path expected, Path found) throws IOException {
    for (JsonNode file : APackage.manifest(expected).path("files")) {
      String name = file.path("name").asText();
      assertThat(found.resolve(name)).as(name).hasSameBinaryContentAs(expected.resolve(name));
    }
    assertThat(found.resolve("manifest.json"))
        .hasSameBinaryContentAs(expected.resolve("manifest.json"));
  }
}
