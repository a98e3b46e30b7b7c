package org.vellum.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CsvRowTest {

  @Test
  void a_quoted_value_may_hold_commas_quotes_and_line_ends() {
    CsvRow row = CsvRow.parse("name,note\r\namara,\"one, \"\"two\"\"\nthree\"\r\n").get(0);
    assertThat(row.get("note")).isEqualTo("one, \"two\"\nthree");
  }

  @Test
  void a_column_that_is_not_there_is_an_error_and_a_short_row_is_not() {
    CsvRow row = CsvRow.parse("name,note\namara\n").get(0);
    assertThat(row.get("note")).isEmpty();
    assertThatThrownBy(() -> row.get("colour")).isInstanceOf(IllegalArgumentException.class);
  }
}
