package org.vellum.competency.catalogue.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
  @Test
  void empty_fields_say_nothing_and_what_is_no_number_is_left_to_be_judged() {
    Fields fields =
        new Fields()
            .text("role", " teaches ")
            .text("from", " ")
            .percent("threshold", "82.5")
            .number("weight", "much")
            .place("item:a:b");

    assertThat(fields.json().toString())
        .isEqualTo(
            "{\"role\":\"teaches\",\"threshold\":0.825,\"weight\":\"much\",\"lineItem\":\"a:b\"}");
    assertThat(fields.json().get("threshold").decimalValue())
        .isEqualByComparingTo(new BigDecimal("0.825"));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", "//evil.example", "https://evil.example", "/competency/\r\nX: y", "/other"})
  void a_form_leads_back_to_pages_of_ours_only(@Nullable String page) {
    assertThat(Fields.back(page, "/competency/catalogue")).hasPath("/competency/catalogue");
  }

  @Test
  void a_form_leads_back_to_the_page_it_came_from() {
    assertThat(Fields.back("/competency/catalogue/course?sourcedId=a%20b", "/competency/x"))
        .hasToString("/competency/catalogue/course?sourcedId=a%20b");
  }
}
