package org.vellum.finaid.pell.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vellum.finaid.measure.model.Fraction;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.measure.model.UnitsAndWeeks;

class PellTest {
  private static final Ruleset RULES = Ruleset.US_TIV_2025_1;

  @Test
  void both_measures_and_the_rule_are_kept() {
    var part =
        PellFormula.FORMULA_4.fraction(UnitsAndWeeks.of(6, 6), UnitsAndWeeks.of(24, 30), RULES);
    assertThat(part.byUnits()).hasToString("6/24");
    assertThat(part.byWeeks()).hasToString("6/30");
    assertThat(part.rule().citation()).isEqualTo("34 CFR 690.63(a)(4), (e)");
  }

  @Test
  void more_than_half_of_the_annual_award_needs_two_disbursements() {
    assertThat(PellFormula.FORMULA_4.leastDisbursements(Fraction.of(1, 2))).isEqualTo(1);
    assertThat(PellFormula.FORMULA_4.leastDisbursements(Fraction.of(501, 1000))).isEqualTo(2);
    assertThat(PellFormula.FORMULA_4.leastDisbursements(Fraction.of(1, 1))).isEqualTo(2);
    assertThat(PellFormula.FORMULA_4.leastDisbursements(Fraction.of(0, 1))).isEqualTo(1);
  }

  @Test
  void correspondence_has_half_of_the_scheduled_award() {
    assertThat(PellFormula.FORMULA_5A.annualAward(new BigDecimal(7395))).isEqualTo("3697.50");
    assertThat(PellFormula.FORMULA_5A.payment(new BigDecimal(7395), Fraction.of(1, 3)))
        .isEqualTo("1232.50");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-02, 2026-06-30, 2025-26",
    "2026-07-01, 2026-12-31, 2026-27",
    "2026-06-30, 2026-07-01, 2025-26 2026-27",
    "1999-08-01, 1999-12-01, 1999-00"
  })
  void a_period_in_two_award_years_has_both_as_candidates(
      LocalDate start, LocalDate end, String codes) {
    var candidates = AwardYear.candidates(start, end, RULES);
    assertThat(candidates.value())
        .extracting(AwardYear::code)
        .containsExactly(codes.split(" ", -1));
    assertThat(candidates.rule().citation()).isEqualTo("34 CFR 690.64");
  }
}
