package org.vellum.finaid.enrollment.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.program.model.CalendarType;

class EnrollmentTest {
  private static final Ruleset RULES = Ruleset.US_TIV_2025_1;

  @ParameterizedTest
  @CsvSource({"7, 12, 58", "12, 12, 100", "15, 12, 100", "0, 12, 0", "5, 40, 13"})
  void intensity_is_whole_percent_and_at_most_all(
      BigDecimal enrolled, BigDecimal fullTime, BigDecimal percent) {
    assertThat(EnrollmentIntensity.of(enrolled, fullTime, RULES).value())
        .isEqualByComparingTo(percent);
  }

  @Test
  void without_terms_the_annual_award_is_always_the_whole_one() {
    BigDecimal few = new BigDecimal(3);
    BigDecimal full = new BigDecimal(24);
    assertThat(EnrollmentIntensity.forAnnualAward(CalendarType.NON_TERM, few, full, RULES).value())
        .isEqualByComparingTo("100");
    assertThat(
            EnrollmentIntensity.forAnnualAward(CalendarType.SUBSCRIPTION, few, full, RULES).value())
        .isEqualByComparingTo("13");
  }

  @ParameterizedTest
  @CsvSource({"24, F", "30, F", "23.999, Q", "18, Q", "17.999, H", "12, H", "11.999, L", "0, L"})
  void the_reported_status_follows_the_load_exactly(BigDecimal enrolled, String letter) {
    assertThat(EnrollmentStatus.of(enrolled, new BigDecimal(24), RULES).value().letter())
        .isEqualTo(letter);
  }
}
