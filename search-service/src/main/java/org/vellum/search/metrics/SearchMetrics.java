package org.vellum.search.metrics;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import jakarta.inject.Inject;
import java.util.Locale;
import org.vellum.platform.usecase.Component;
import org.vellum.search.index.Feed;

/** The instruments of search; docs/search.md lists them. */
@Component
public class SearchMetrics {
  private static final AttributeKey<String> INDEX = AttributeKey.stringKey("vellum.search.index");
  private static final AttributeKey<String> OUTCOME =
      AttributeKey.stringKey("vellum.search.outcome");
  private static final AttributeKey<String> REASON = AttributeKey.stringKey("vellum.search.reason");
  private static final double NANOS = 1e9;

  private final DoubleHistogram searches;
  private final LongCounter documents;
  private final LongCounter refusals;

  @Inject
  public SearchMetrics(OpenTelemetry telemetry, Feed feed) {
    Meter meter = telemetry.getMeter("org.vellum.search");
    searches =
        meter
            .histogramBuilder("vellum.search.duration")
            .setUnit("s")
            .setDescription("How long an index took for a question.")
            .build();
    documents =
        meter
            .counterBuilder("vellum.search.documents")
            .setDescription("Documents that were sent to the cluster, by what came of it.")
            .build();
    refusals =
        meter
            .counterBuilder("vellum.search.refused")
            .setDescription("Questions of employers that were refused, by why.")
            .build();
    meter
        .gaugeBuilder("vellum.search.behind")
        .ofLongs()
        .setDescription("Profiles of which the cluster is behind.")
        .buildWithCallback(measured -> measured.record(feed.lag().profiles()));
    meter
        .gaugeBuilder("vellum.search.behind.age")
        .ofLongs()
        .setUnit("s")
        .setDescription("Since when the oldest of them is.")
        .buildWithCallback(measured -> measured.record(feed.lag().seconds()));
  }

  /** What came of a document. */
  public enum Outcome {
    /** It is there, or a newer one is. */
    ARRIVED,
    /** It is sent again at once, since the cluster is busy. */
    RETRIED,
    /** It stays marked and is sent later. */
    FAILED
  }

  /** Documents were sent. */
  public void sent(Outcome outcome, int number) {
    if (number > 0) {
      documents.add(number, Attributes.of(OUTCOME, lower(outcome.name())));
    }
  }

  /** Why an employer was refused. */
  public enum Refusal {
    /** More in a minute than is given. */
    LIMIT_OF_MINUTE,
    /** More pages in a day than are given. */
    LIMIT_OF_DAY,
    /** It cannot be asked so: too much, too long, or not to be understood. */
    BAD_SEARCH,
    /** Fewer than five people lie within the filters. */
    TOO_NARROW,
    /** A cursor that was not handed out for this search. */
    BAD_CURSOR
  }

  /** An employer was refused. */
  public void refused(Refusal why) {
    refusals.add(1, Attributes.of(REASON, lower(why.name())));
  }

  /** An index was asked. */
  void asked(String index, boolean answered, long nanos) {
    searches.record(
        nanos / NANOS, Attributes.of(INDEX, index, OUTCOME, answered ? "answered" : "failed"));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
