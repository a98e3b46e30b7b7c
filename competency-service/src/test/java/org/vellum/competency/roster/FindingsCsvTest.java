package org.vellum.competency.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.platform.problem.Finding;

class FindingsCsvTest {
  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", " =1+1", "\t=1", "\n@x"})
  void what_a_spreadsheet_would_reckon_is_led_by_an_apostrophe(String text) {
    assertThat(FindingsCsv.of(List.of(Finding.error("code", text, "a message"))))
        .contains("'" + text);
  }

  @Test
  void a_finding_is_a_line_with_its_quotes_doubled() {
    assertThat(
            FindingsCsv.of(
                List.of(Finding.error("value-invalid", "users.csv:2:role", "not \"x\", but y"))))
        .isEqualTo(
            """
            severity,code,place,message\r
            ERROR,value-invalid,users.csv:2:role,"not ""x"", but y"\r
            """);
  }
}
