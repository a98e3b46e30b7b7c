package org.vellum.search.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.platform.persistence.Schemas;
import org.vellum.search.achievement.SearchCenter;
import org.vellum.search.index.Asked;
import org.vellum.search.index.SkillIndex;
import org.vellum.search.postgresql.PostgresqlIndex;
import org.vellum.testsupport.TestDatabase;

class SearchMetricsTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "search").emptyAfterEach("search");

  private final SearchCenter center = new SearchCenter(database);

  /** A question is answered, another fails, documents arrive, and one is marked. */
  private void happen(SearchMetrics metrics) {
    SkillIndex index = new MeasuredIndex(new PostgresqlIndex(center.jdbi), "database", metrics);
    Asked asked =
        new Asked(
            "acme",
            SearchCenter.all("Secret wish"),
            List.of(List.of()),
            center.now(),
            LocalDate.of(2026, 11, 2));
    index.search(asked, Optional.empty(), 10);
    assertThatThrownBy(() -> index.search(asked, Optional.empty(), -1))
        .isInstanceOf(RuntimeException.class);
    metrics.sent(SearchMetrics.Outcome.ARRIVED, 5);
    metrics.sent(SearchMetrics.Outcome.RETRIED, 0);
    metrics.refused(SearchMetrics.Refusal.TOO_NARROW);
    metrics.refused(SearchMetrics.Refusal.BAD_CURSOR);
    center.jdbi.useHandle(handle ->
        handle.execute(
            "insert into search.feed (profile, revision, gone)"
                + " values (gen_random_uuid(), 1, false)"));
  }

  @Test
  void an_operator_sees_how_long_answers_take_and_how_far_the_cluster_is_behind() {
    InMemoryMetricReader reader = InMemoryMetricReader.create();
    try (OpenTelemetrySdk telemetry =
        OpenTelemetrySdk.builder()
            .setMeterProvider(SdkMeterProvider.builder().registerMetricReader(reader).build())
            .build()) {
      happen(new SearchMetrics(telemetry, center.feed));
      Map<String, MetricData> all =
          reader.collectAllMetrics().stream()
              .collect(Collectors.toMap(MetricData::getName, Function.identity()));
      assertThat(all).containsKey("vellum.search.behind.age").hasSize(5);
      assertThat(of(all, "vellum.search.duration").getHistogramData().getPoints())
          .as("one answered, one failed")
          .hasSize(2)
          .allSatisfy(point -> assertThat(point.getCount()).isEqualTo(1));
      assertThat(of(all, "vellum.search.documents").getLongSumData().getPoints())
          .singleElement()
          .satisfies(point -> assertThat(point.getValue()).isEqualTo(5));
      assertThat(of(all, "vellum.search.refused").getLongSumData().getPoints())
          .as("one each")
          .hasSize(2)
          .allSatisfy(point -> assertThat(point.getValue()).isEqualTo(1));
      assertThat(of(all, "vellum.search.behind").getLongGaugeData().getPoints())
          .singleElement()
          .satisfies(point -> assertThat(point.getValue()).isEqualTo(1));
      assertThat(all.toString()).doesNotContain("Secret wish").doesNotContain("acme");
    }
  }

  private static MetricData of(Map<String, MetricData> all, String name) {
    return Objects.requireNonNull(all.get(name), name);
  }
}
