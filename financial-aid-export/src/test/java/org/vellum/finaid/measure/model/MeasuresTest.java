package org.vellum.finaid.measure.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MeasuresTest {

  @Test
  void a_half_is_exact_and_never_rounded() {
    assertThat(UnitsAndWeeks.of("45.125", "33").half())
        .isEqualTo(UnitsAndWeeks.of("22.5625", "16.5"));
    assertThat(UnitsAndWeeks.of("0.001", "1").half().half().units().toPlainString())
        .isEqualTo("0.00025");
  }

  @Test
  void the_same_number_is_equal_however_it_is_written() {
    assertThat(UnitsAndWeeks.of("120.0", "1E+2")).isEqualTo(UnitsAndWeeks.of(120, 100));
    assertThat(UnitsAndWeeks.of("120.0", "1E+2").weeks().toPlainString()).isEqualTo("100");
  }

  @Test
  void fractions_are_compared_without_dividing() {
    Fraction third = Fraction.of(1, 3);
    assertThat(new Fraction(new BigDecimal("0.333333333333"), BigDecimal.ONE).isLessThan(third))
        .isTrue();
    assertThat(third).isEqualByComparingTo(Fraction.of(10, 30));
  }

  @Test
  void an_amount_is_multiplied_first_and_divided_last() {
    assertThat(Fraction.of(10, 30).of(new BigDecimal(2150), 2)).isEqualTo("716.67");
  }

  @Test
  void a_fraction_reduces_with_its_decimals() {
    assertThat(new Fraction(new BigDecimal("22.5"), new BigDecimal("45")).reduced())
        .hasToString("1/2");
    assertThat(Fraction.of(0, 24).reduced()).hasToString("0/1");
  }

  @Test
  void a_fraction_of_nothing_is_refused() {
    assertThatThrownBy(() -> Fraction.of(1, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Fraction.of(-1, 2)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_rules_of_a_day_are_the_newest_that_were_in_force() {
    assertThat(Ruleset.inForceOn(LocalDate.of(2024, 6, 30))).isEmpty();
    assertThat(Ruleset.inForceOn(LocalDate.of(2024, 7, 1))).contains(Ruleset.US_TIV_2025_1);
    assertThat(Ruleset.inForceOn(LocalDate.of(2026, 6, 30))).contains(Ruleset.US_TIV_2025_1);
    assertThat(Ruleset.inForceOn(LocalDate.of(2026, 7, 1))).contains(Ruleset.US_TIV_2026_1);
  }

  @Test
  void a_value_says_by_which_version_and_section_and_who_reads_it_so() {
    Rule rule = Ruleset.US_TIV_2025_1.reading("34 CFR 668.4(c)(2)");
    assertThat(rule.version()).isEqualTo("US-TIV-2025.1");
    assertThat(rule.citation()).isEqualTo("34 CFR 668.4(c)(2)");
    assertThat(rule.reading()).isEqualTo(Rule.Reading.OURS);
  }
}
