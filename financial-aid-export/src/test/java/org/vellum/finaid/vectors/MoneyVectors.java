package org.vellum.finaid.vectors;

import static org.vellum.finaid.measure.model.Ruleset.US_TIV_2025_1;
import static org.vellum.finaid.measure.model.Ruleset.US_TIV_2026_1;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vellum.finaid.loan.model.LoanLimitShare;
import org.vellum.finaid.loan.model.Proration;
import org.vellum.finaid.measure.model.Fraction;
import org.vellum.finaid.measure.model.LesserFraction;
import org.vellum.finaid.measure.model.UnitsAndWeeks;
import org.vellum.finaid.pell.model.PellFormula;

/** Pell formulas and loan limits: that an aid office finds its money from our fractions. */
final class MoneyVectors {

  static final List<Kind> KINDS =
      List.of(
          Kind.of(MoneyVectors::pell, "scheduledAward", "ppUnits", "ppWeeks"),
          Kind.of(MoneyVectors::proration, "case", "units", "ayUnits"),
          Kind.of(MoneyVectors::limitShare, "enrolledUnitsInAY", "fullTimeUnitsInAY"));

  private MoneyVectors() {}

  private static void pell(Fields input, Fields expected) {
    String code = input.text("formula");
    PellFormula formula =
        Arrays.stream(PellFormula.values())
            .filter(each -> each.code().equals(code))
            .findFirst()
            .orElseThrow(() -> new AssertionError("unknown Pell formula " + code));
    BigDecimal award = input.number("scheduledAward");
    LesserFraction part =
        formula.fraction(
            new UnitsAndWeeks(input.number("ppUnits"), input.number("ppWeeks")),
            new UnitsAndWeeks(input.number("ayUnits"), input.number("ayWeeks")),
            US_TIV_2025_1);
    BigDecimal payment = formula.payment(award, part.lesser());
    expected.expect("annualAward", formula.annualAward(award));
    expected.expect("unitsBased", formula.payment(award, part.byUnits()));
    expected.expect("weeksBased", formula.payment(award, part.byWeeks()));
    expected.expect("limitingMeasure", part.limiting().name());
    expected.expect("payment", payment);
    expected.expect("wholeDollar", payment.setScale(0, RoundingMode.HALF_UP));
    expected.expect("minDisbursements", formula.leastDisbursements(part.lesser()));
    expected.expect("maxSingleDisbursement", formula.largestDisbursement(award));
    expected.expectNumbers(
        "payableAfterPercentOfWork",
        formula.payableAfterPercentOfWork().stream().map(BigDecimal::valueOf).toList());
  }

  private static void proration(Fields input, Fields expected) {
    Optional<Proration> proration = prorated(input);
    expected.expect("prorate", proration.isPresent());
    Fraction part = proration.map(Proration::fraction).orElse(Fraction.of(1, 1));
    expected.expect("fraction", part.reduced().toString());
    expected.expect("decimal2", part.decimal(2));
    Optional<BigDecimal> combined = input.find("combinedLimit").map(Fields::number);
    Optional<BigDecimal> subsidized = input.find("subLimit").map(Fields::number);
    proration.ifPresent(each -> {
      combined.ifPresent(limit -> expected.expect("combinedByDecimal", each.byDecimal(limit)));
      subsidized.ifPresent(limit -> expected.expect("subByDecimal", each.byDecimal(limit)));
      combined.ifPresent(limit -> expected.expect("combinedByFraction", each.byFraction(limit)));
      subsidized.ifPresent(limit -> expected.expect("subByFraction", each.byFraction(limit)));
    });
  }

  private static Optional<Proration> prorated(Fields input) {
    BigDecimal units = input.number("units");
    BigDecimal yearUnits = input.number("ayUnits");
    return switch (Proration.Kind.valueOf(input.text("case"))) {
      case PROGRAM_SHORTER_THAN_AY ->
          Proration.ofProgram(
              new UnitsAndWeeks(units, input.number("weeks")),
              new UnitsAndWeeks(yearUnits, input.number("ayWeeks")),
              US_TIV_2025_1);
      case REMAINING_PERIOD -> {
        // Weeks do not count for a remaining period; a vector may show so.
        input.ignore("weeks", "ayWeeks");
        yield Proration.ofRemainder(units, yearUnits, US_TIV_2025_1);
      }
    };
  }

  private static void limitShare(Fields input, Fields expected) {
    expected.expect(
        "percent",
        LoanLimitShare.percent(
                input.number("enrolledUnitsInAY"), input.number("fullTimeUnitsInAY"), US_TIV_2026_1)
            .orElseThrow()
            .value());
  }
}
