package org.vellum.finaid.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordFormTest {
  private static final String[] PIECES = {
    "a", "Z", "9", " ", "\"", "\\", ",", "<", "&", ">", "'", "=", "+", "-", "@", "#", "!", ";", "/",
    "]]>", "ß", "Ł", "\u00A0", "\u2028", "\uD7FF", "\uE000", "🦉", "e\u0301"
  };

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(CsvProfile.class)
  void every_form_writes_the_bytes_that_a_library_writes(CsvProfile profile) throws Exception {
    List<ExportRecord> records = records();
    for (Form form : Form.values()) {
      ByteArrayOutputStream expected = new ByteArrayOutputStream();
      LibraryForm library = LibraryForm.open(form, Entities.STUDENT, profile, expected);
      RecordForm own = form.of(Entities.STUDENT, profile);
      ByteBlock block = new ByteBlock(1);
      block.add(own.head());
      for (ExportRecord each : records) {
        library.write(each);
        own.write(each, block);
      }
      library.end();
      block.add(own.foot());
      assertThat(new String(block.toBytes(), StandardCharsets.UTF_8))
          .as(form.name())
          .isEqualTo(expected.toString(StandardCharsets.UTF_8));
    }
  }

  @Test
  void a_hash_is_over_all_but_itself_and_the_version() {
    for (ExportRecord each : records()) {
      byte[] json = LibraryForm.json(each, List.of("recordHash", "recordVersion"));
      assertThat(each.recordHash()).isEqualTo(Hashes.hex(Hashes.sha256(json)));
      assertThat(each.withVersion(12_345).json())
          .isEqualTo(each.json().replace("\"recordVersion\":3,", "\"recordVersion\":12345,"));
    }
  }

  private static List<ExportRecord> records() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(34);
    List<ExportRecord> records = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      Row row =
          Row.upsert(Entities.STUDENT, "st:" + i, 3, "2026-02-11T09:30:00Z", "US-TIV-2025.1")
              .put("institutionStudentId", text(random, 9))
              .put("givenName", random.nextBoolean() ? "" : text(random, 4))
              .put("familyName", text(random, 12))
              .put("externalIds", List.of(word(random), word(random)));
      ExportRecord.Outcome outcome = ExportRecord.of(row);
      assertThat(outcome).isInstanceOf(ExportRecord.Outcome.Fits.class);
      records.add(((ExportRecord.Outcome.Fits) outcome).value());
    }
    return records;
  }

  private static String text(RandomGenerator random, int most) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(1, most); left > 0; left--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  private static String word(RandomGenerator random) {
    return "x:" + text(random, 3).replace(" ", "%20");
  }

  @Test
  void lines_are_counted_and_chosen_as_they_stand() throws Exception {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(35);
    for (int i = 0; i < 2_000; i++) {
      byte[] block = new byte[random.nextInt(40)];
      int expected = 0;
      for (int at = 0; at < block.length; at++) {
        block[at] = (byte) (random.nextInt(3) == 0 ? '\n' : random.nextInt(8, 14));
        expected += block[at] == '\n' ? 1 : 0;
      }
      assertThat(Lines.count(block, block.length)).isEqualTo(expected);
    }
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 200_000; i++) {
      lines.add("line " + i + "x".repeat(i % 7));
    }
    lines.set(120, "long ".repeat(9_000));
    Path file = folder.resolve("lines");
    Files.writeString(file, "head\n" + String.join("\n", lines) + "\nfoot\n");
    List<String> chosen = Lines.chosen(file, 5, 5);
    assertThat(chosen)
        .hasSizeBetween(220, 2_300)
        .startsWith(lines.subList(0, 200).toArray(new String[0]));
    assertThat(lines).containsSubsequence(chosen);
    assertThat(chosen.getLast()).startsWith("line 19");
  }
}
