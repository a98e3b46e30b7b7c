package org.vellum.finaid.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.finaid.facts.model.LearnerFacts;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.records.ALearner;
import org.vellum.finaid.records.AProgram;
import org.vellum.finaid.records.LearnerRecords;

class PackagePartTest {
  private static final int LEARNERS = 40;
  private static final AProgram PROGRAM = APackage.program("Data practice");
  private static final LearnerRecords RECORDS =
      LearnerRecords.by(PROGRAM.catalogue(), ALearner.AS_OF, Ruleset.US_TIV_2025_1);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  void parts_make_the_same_package_as_one_writer_however_many_they_are(int parts) throws Exception {
    assertSame(atOnce("whole"), inParts("parts", parts, LEARNERS + 1));
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
      open.write(RECORDS.ofPrograms(), PackagePart.Choice.ALL);
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
  void what_is_not_chosen_is_neither_written_nor_counted() throws Exception {
    String checkpoint;
    try (PackagePart part = open(folder.resolve("part"), "")) {
      part.write(
          RECORDS.of(learner(1)),
          each -> Optional.of(each).filter(one -> one.entity().name().equals("payment_period")));
      checkpoint = part.checkpoint();
    }
    JsonNode totals = APackage.JSON.readTree(checkpoint).path("totals");
    assertThat(totals.path("enrollment").path("selected").asInt()).isZero();
    assertThat(totals.path("payment_period").path("exported").asInt()).isPositive();
    assertThat(totals.path("payment_period").path("selected").asInt())
        .isEqualTo(totals.path("payment_period").path("exported").asInt());
  }

  private Path atOnce(String name) throws IOException {
    return APackage.of(
            folder.resolve(name),
            CsvProfile.PLAIN,
            PROGRAM,
            IntStream.range(0, LEARNERS).mapToObj(PackagePartTest::learner).toList())
        .folder();
  }

  /** Two in forty have a bad identifier: rejected records and errors are in every comparison. */
  private static LearnerFacts learner(int i) {
    String id = i % 20 == 7 ? "10\u0007" + i : "10" + i;
    return ALearner.of(id).passed("u-1", "11.5", 60 + i).facts();
  }

  private Path inParts(String name, int count, int cutAfter) throws IOException {
    List<WrittenPart> parts = new ArrayList<>();
    for (int p = 0; p < count; p++) {
      Path at = folder.resolve(name + "-parts").resolve(String.valueOf(p));
      parts.add(WrittenPart.of(at, part(at, p, count, cutAfter)));
    }
    Path target = Files.createDirectory(folder.resolve(name));
    Map<String, String> found = new LinkedHashMap<>();
    for (String each : PackageAssembly.names()) {
      found.put(each, PackageAssembly.assemble(each, parts, target, PackageForms.all()));
    }
    PackageAssembly.Balance balance = PackageAssembly.balance(found);
    assertThat(balance.balanced()).isTrue();
    assertThat(balance.rejected()).isPositive();
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
          part.write(RECORDS.ofPrograms(), PackagePart.Choice.ALL);
        }
        for (int i = next; i < end; i++) {
          part.write(RECORDS.of(learner(i)), PackagePart.Choice.ALL);
          part.aside().write(i);
          if (i % 4 == 1) {
            checkpoint = part.checkpoint();
            next = i + 1;
          }
          if (!cut && i == cutAfter) {
            cut = true;
            throw new IOException("cut off");
          }
        }
        String last = part.checkpoint();
        assertThat(WrittenPart.of(at, last).aside()).isEqualTo(end - number * LEARNERS / count);
        return last;
      } catch (IOException e) {
        assertThat(e).hasMessage("cut off");
        Files.writeString(at.resolve("enrollment.csv"), "half a li", StandardOpenOption.APPEND);
      }
    }
  }

  private static PackagePart open(Path at, String checkpoint) throws IOException {
    return PackagePart.open(at, PackageForms.all(), "run-7", checkpoint);
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
