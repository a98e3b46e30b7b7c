package org.vellum.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  private final ObjectMapper mapper = Json.mapper();

  record Result(
      Optional<String> comment, BigDecimal score, Instant at, LocalDate day, List<String> tags) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1,\"a\":2}",
        "{\"b\":{\"a\":1,\"\\u0061\":2}}",
        "{} {}",
        "{}x",
        "{\"a\":NaN}",
        "{'a':1}",
        "[1,]",
        "/* no */ {}"
      })
  void what_could_be_read_in_two_ways_is_refused(String text) {
    assertThatThrownBy(() -> mapper.readTree(text)).isInstanceOf(JsonProcessingException.class);
    assertThatThrownBy(() -> mapper.readValue(text, Object.class))
        .isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void nesting_is_bounded() throws Exception {
    assertThat(mapper.readTree(nested(Json.MAX_DEPTH)).isArray()).isTrue();
    assertThatThrownBy(() -> mapper.readTree(nested(Json.MAX_DEPTH + 1)))
        .hasMessageContaining("nesting depth");
    assertThatThrownBy(() -> mapper.readTree(nested(1_000_000)))
        .hasMessageContaining("nesting depth");
  }

  @Test
  void numbers_and_names_are_bounded() {
    assertThatThrownBy(() -> mapper.readTree("1".repeat(101)))
        .hasMessageContaining("Number value length");
    assertThatThrownBy(() -> mapper.readTree("{\"" + "n".repeat(1_001) + "\":1}"))
        .hasMessageContaining("Name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.1", "1.50", "100", "0.30000000000000004", "12345678901234567890.125"})
  void a_decimal_stays_exactly_what_it_was(String number) throws Exception {
    assertThat(mapper.readValue(number, BigDecimal.class)).isEqualTo(new BigDecimal(number));
    assertThat(mapper.writeValueAsString(new BigDecimal(number))).isEqualTo(number);
    assertThat(mapper.readTree("{\"score\":" + number + "}"))
        .hasToString("{\"score\":" + number + "}");
    assertThat(mapper.readTree("{\"score\":" + number + "}").get("score").decimalValue())
        .isEqualTo(new BigDecimal(number));
  }

  @Test
  void a_record_reads_as_it_was_written_and_leaves_out_what_is_absent() throws Exception {
    Result result =
        new Result(
            Optional.empty(),
            new BigDecimal("0.80"),
            Instant.parse("2026-03-01T10:00:00.5Z"),
            LocalDate.of(2026, 3, 1),
            List.of());
    String text = mapper.writeValueAsString(result);
    assertThat(text)
        .isEqualTo(
            """
            {"score":0.80,"at":"2026-03-01T10:00:00.500Z","day":"2026-03-01","tags":[]}\
            """);
    assertThat(mapper.readValue(text, Result.class)).isEqualTo(result);
  }

  @Test
  void an_optional_value_is_written_as_itself() throws Exception {
    assertThat(mapper.writeValueAsString(Map.of("comment", Optional.of("well done"))))
        .isEqualTo("{\"comment\":\"well done\"}");
  }

  @Test
  void a_member_that_we_do_not_know_is_passed_over() throws Exception {
    String text = "{\"score\":1,\"future\":{\"deep\":[1]}}";
    assertThat(mapper.readValue(text, Result.class).score()).isEqualTo(BigDecimal.ONE);
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }
}
