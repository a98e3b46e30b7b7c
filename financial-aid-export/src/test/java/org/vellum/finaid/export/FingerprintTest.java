package org.vellum.finaid.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  private static final String TIME = "2026-02-11T09:30:00Z";

  private static Row week(int version) {
    return Row.upsert(Entities.ENGAGEMENT_WEEK, "ew:E-1:2026-02-02", version, TIME, "US-TIV-2025.1")
        .put("enrollmentId", "E-1")
        .put("weekStart", LocalDate.of(2026, 2, 2))
        .put("engagementCount", 3)
        .put("types", List.of("ATTENDANCE", "ASSIGNMENT"))
        .put("substantiveInteractionCount", 1)
        .put("instructorInitiatedContact", true);
  }

  private static Row attempt() {
    return Row.upsert(Entities.UNIT_ATTEMPT, "ua:E-1:u-1:1", 1, TIME, "US-TIV-2025.1")
        .put("unitId", "u-1")
        .put("equivalentUnits", new BigDecimal("4"));
  }

  private static ExportRecord made(Row row) {
    return ((ExportRecord.Outcome.Fits) ExportRecord.of(row)).value();
  }

  @Test
  void every_value_counts_and_the_version_does_not() {
    List<UnaryOperator<Row>> changes =
        List.of(
            row -> row,
            row -> row.put("enrollmentId", "E-2"),
            row -> row.put("weekStart", LocalDate.of(2026, 2, 3)),
            row -> row.put("engagementCount", 4),
            row -> row.put("engagementCount", null),
            row -> row.put("types", List.of("ATTENDANCE")),
            row -> row.put("types", List.of("ATTENDANCE ASSIGNMENT")),
            row -> row.put("substantiveInteractionCount", 3).put("engagementCount", 1),
            row -> row.put("instructorInitiatedContact", false),
            row -> row.put(Entity.SOURCE_AS_OF, "2026-02-11T09:30:01Z"),
            row -> row.put(Entity.RULE_VERSION, "US-TIV-2026.1"),
            row -> row.put(Entity.OP, "TOMBSTONE"));
    Set<Long> fingerprints = new HashSet<>();
    for (UnaryOperator<Row> change : changes) {
      fingerprints.add(Fingerprint.of(Entities.ENGAGEMENT_WEEK, change.apply(week(1)).values()));
    }
    assertThat(fingerprints).hasSameSizeAs(changes);
    assertThat(fingerprints).contains(Fingerprint.of(Entities.ENGAGEMENT_WEEK, week(7).values()));
  }

  @Test
  void a_large_number_counts_as_a_small_one_does() {
    Set<Long> fingerprints = new HashSet<>();
    for (String units : List.of("4", "4.5", "45", "12345678901", "1234567890.1", "-4")) {
      Row row = attempt().put("equivalentUnits", new BigDecimal(units));
      fingerprints.add(Fingerprint.of(Entities.UNIT_ATTEMPT, row.values()));
    }
    assertThat(fingerprints).hasSize(6);
  }

  @Test
  void what_a_kind_of_record_is_counts_too() {
    List<Column> columns = Entities.STUDENT.columns();
    List<Column> fewer = new ArrayList<>(columns);
    fewer.removeLast();
    assertThat(Fingerprint.shape("student", columns)).isEqualTo(Entities.STUDENT.shape());
    assertThat(Fingerprint.shape("student", fewer)).isNotEqualTo(Entities.STUDENT.shape());
    assertThat(Fingerprint.shape("pupil", columns)).isNotEqualTo(Entities.STUDENT.shape());
  }

  @Test
  void a_record_as_it_was_published_says_what_it_said_when_it_is_asked() {
    ExportRecord published = made(week(2));
    assertThat(published.isAsPublished()).isFalse();
    ExportRecord again = made(week(2).publishedAs(published.fingerprint()));
    assertThat(again.isAsPublished()).isTrue();
    assertThat(again.json()).isEqualTo(published.json());
    assertThat(again.recordHash()).isEqualTo(published.recordHash());
    assertThat(again.withVersion(3).json()).isEqualTo(published.withVersion(3).json());
    assertThat(again.withSourceAsOf("2026-03-01T00:00:00Z").isAsPublished()).isFalse();
    Row changed = week(2).put("engagementCount", 4).publishedAs(published.fingerprint());
    assertThat(made(changed).isAsPublished()).isFalse();
  }
}
