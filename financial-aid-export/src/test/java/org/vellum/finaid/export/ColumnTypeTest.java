package org.vellum.finaid.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ColumnTypeTest {
  private static final String[] SEEDS = {
    "2026-02-11",
    "2026-02-11T09:30:00Z",
    "2026-02-11T09:30:00.123456789Z",
    "0",
    "22.5",
    "-7",
    "999999999.999999999",
    "true",
    "false",
    "0123456789abcdef".repeat(4),
    "x".repeat(64),
    "y".repeat(200),
    "z".repeat(1_000),
    "1.50",
    "007",
    "1.",
    ".5"
  };
  private static final String SIGNS = "0123456789.-:TZ+ aefx";

  /** The pattern is for the schemas; what is written is looked at without it. */
  @ParameterizedTest
  @EnumSource(ColumnType.class)
  void what_fits_is_what_the_pattern_of_the_schemas_takes(ColumnType type) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(22_5);
    Pattern pattern = Pattern.compile(type.pattern());
    for (String text : texts(random)) {
      assertThat(type.fits(text)).as(text).isEqualTo(pattern.matcher(text).matches());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "birthDate,tomorrow,xxxxxxxx",
    "birthDate,2000-1-1,9999-9-9",
    "op,DELETE,xxxxxx",
    "ruleVersion,"
        + "0123456789012345678901234567890123456789012345678901234567890123456789,"
        + "9999999999999999999999999999999999999999"
  })
  void what_does_not_fit_is_an_error_that_shows_its_shape_alone(
      String column, String text, String shown) {
    Row row =
        Row.upsert(Entities.STUDENT, "st:1", 1, "2026-02-11T09:30:00Z", "US-TIV-2025.1")
            .put("institutionStudentId", "1")
            .put("familyName", "Lovelace")
            .put(column, text);
    assertThat(ExportRecord.of(row))
        .isInstanceOfSatisfying(
            ExportRecord.Outcome.Unfit.class,
            unfit ->
                assertThat(unfit.errors())
                    .singleElement()
                    .satisfies(error -> {
                      assertThat(error.code()).isEqualTo("VALUE_INVALID");
                      assertThat(error.field()).isEqualTo(column);
                      assertThat(error.value()).isEqualTo(shown);
                    }));
  }

  /** Good ones, and what becomes of them by a few slips of the pen. */
  private static List<String> texts(RandomGenerator random) {
    List<String> texts = new ArrayList<>(List.of(SEEDS));
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(SEEDS[random.nextInt(SEEDS.length)]);
      for (int slips = random.nextInt(4); slips >= 0; slips--) {
        int at = random.nextInt(text.length());
        char sign = SIGNS.charAt(random.nextInt(SIGNS.length()));
        switch (random.nextInt(3)) {
          case 0 -> text.setCharAt(at, sign);
          case 1 -> text.insert(at, sign);
          default -> text.deleteCharAt(at);
        }
        if (text.isEmpty()) {
          text.append(sign);
        }
      }
      texts.add(text.toString());
    }
    return texts;
  }
}
