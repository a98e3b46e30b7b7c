package org.vellum.finaid.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vellum.finaid.facts.model.AttemptFacts;
import org.vellum.finaid.facts.model.EngagementWeek;
import org.vellum.finaid.facts.model.LearnerFacts;
import org.vellum.finaid.measure.model.UnitMeasure;
import org.vellum.finaid.progress.model.UnitAttempt;
import org.vellum.finaid.records.ALearner;

class FactsCodecTest {
  private static final LocalDate DAY = LocalDate.of(2026, 2, 3);

  private static AttemptFacts whole() {
    return new AttemptFacts(
        "ü-1",
        AttemptFacts.Kind.COMPETENCY,
        2,
        Optional.of(new AttemptFacts.Size(new BigDecimal("1.50"), UnitMeasure.QUARTER)),
        DAY,
        Optional.of(DAY.plusDays(1)),
        Optional.of(DAY.plusDays(2)),
        Optional.of(LocalDate.of(1969, 12, 31)),
        UnitAttempt.Outcome.PASSED,
        Optional.of(DAY.plusDays(4)),
        UnitAttempt.Origin.EXAM,
        true,
        Optional.of(3),
        true,
        Optional.of(new AttemptFacts.Lessons(9, 0)));
  }

  private static AttemptFacts bare() {
    return new AttemptFacts(
        "u-2",
        AttemptFacts.Kind.COURSE,
        1,
        Optional.empty(),
        DAY,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        UnitAttempt.Outcome.IN_PROGRESS,
        Optional.empty(),
        UnitAttempt.Origin.INSTITUTION,
        false,
        Optional.empty(),
        false,
        Optional.empty());
  }

  @Test
  void facts_are_read_as_they_were_written() throws IOException {
    ALearner learner = ALearner.of("1").passed("u-3", "12345678901.5", 30).engagedUntil(DAY);
    learner.attempts.addAll(List.of(whole(), bare()));
    learner.engagement.add(
        new EngagementWeek(
            DAY,
            7,
            Set.of(EngagementWeek.Type.values()),
            2,
            true,
            Optional.of(Instant.parse("2026-02-03T23:59:59.123456789Z"))));
    learner.engagement.add(
        new EngagementWeek(DAY, 0, Set.of(), 0, false, Optional.of(Instant.EPOCH)));
    LearnerFacts facts = learner.facts();
    byte[] bytes = FactsCodec.write(facts);
    assertThat(FactsCodec.read(bytes, bytes.length, LearnerFacts.class)).isEqualTo(facts);
  }
}
