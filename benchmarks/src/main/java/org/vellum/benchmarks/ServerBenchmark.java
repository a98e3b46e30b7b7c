package org.vellum.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.vellum.start.Institution;
import org.vellum.start.PublicApi;
import org.vellum.start.VellumServer;

/**
 * The application on its server over a PostgreSQL as safe as in production: how long it takes to be
 * ready, to take in a framework of 2,500 items, how many results a second it takes over HTTP, and
 * how long a record is published and verified; each but the first against a bare baseline.
 */
final class ServerBenchmark {
  private static final int ITEMS = 2_500;
  private static final int RESULTS = 2_000;
  private static final int SENDERS = 4;
  private static final ObjectMapper JSON = new ObjectMapper();

  private ServerBenchmark() {}

  static List<Figure> measure() throws Exception {
    List<Figure> figures = new ArrayList<>();
    try (MeasuredServer measured = MeasuredServer.described()) {
      BenchmarkDatabase database = measured.database();
      figures.add(start(measured, "Start-up to ready, empty database"));
      Institution institution = measured.institution();
      figures.add(importFramework(institution, database));
      institution.importFramework();
      institution.importRoster();
      institution.replaceCatalogue();
      figures.add(results(institution, database));
      figures.add(scores(measured.server(), institution, database));
      figures.addAll(new PublishingBenchmark(institution, LargeFramework.of(ITEMS)).figures());
      measured.server().stop();
      figures.add(start(measured, "Start-up to ready, with the data of before"));
    }
    return figures;
  }

  private static Figure start(MeasuredServer measured, String what) throws Exception {
    long begin = System.nanoTime();
    measured.start();
    double seconds = (System.nanoTime() - begin) / 1e9;
    return new Figure(what, String.format(Locale.ROOT, "%.1f s", seconds), "–", "–");
  }

  private static Figure importFramework(Institution institution, BenchmarkDatabase database)
      throws Exception {
    ObjectNode framework = LargeFramework.of(ITEMS);
    byte[] json = framework.toString().getBytes(UTF_8);
    long begin = System.nanoTime();
    institution.registrar().post("/competency/frameworks", "application/json", json);
    double imported = System.nanoTime() - begin;
    double bare = bareInsert(database, framework);
    return Figure.ofTimes(
        "Import of a CASE package with 2,500 items and 2,500 associations over HTTP, to a bare JDBC"
            + " batch insert of the same objects",
        imported,
        bare);
  }

  private static double bareInsert(BenchmarkDatabase database, JsonNode framework)
      throws SQLException {
    database.execute("create table bare_object (id uuid primary key, body jsonb not null)");
    long begin = System.nanoTime();
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
          connection.prepareStatement("insert into bare_object values (?, ?::jsonb)")) {
        for (String collection : List.of("CFItems", "CFAssociations")) {
          for (JsonNode each : framework.get(collection)) {
            insert.setObject(1, UUID.fromString(each.get("identifier").asText()));
            insert.setString(2, each.toString());
            insert.addBatch();
          }
        }
        insert.executeBatch();
      }
      connection.commit();
    }
    return System.nanoTime() - begin;
  }

  private static Figure results(Institution institution, BenchmarkDatabase database)
      throws Exception {
    PublicApi lms = institution.connectLms("Benchmark LMS");
    send(lms, "warm-up", RESULTS / 4);
    double sent = send(lms, "measured", RESULTS);
    double bare = bareResults(database);
    return Figure.ofRates(
        "Evaluation results over HTTP by 4 senders, each with mastery and event, to bare JDBC"
            + " inserts of one row in a transaction by one connection",
        RESULTS / (sent / 1e9),
        RESULTS / (bare / 1e9));
  }

  private static Figure scores(
      VellumServer server, Institution institution, BenchmarkDatabase database) throws Exception {
    double sent = new LtiBenchmark(server.address(), institution.registrar()).send(RESULTS);
    double bare = bareResults(database);
    return Figure.ofRates(
        "Scores of an LTI tool over HTTP by 4 senders, each with mastery and event, to bare JDBC"
            + " inserts of one row in a transaction by one connection",
        RESULTS / (sent / 1e9),
        RESULTS / (bare / 1e9));
  }

  private static double send(PublicApi lms, String prefix, int count) throws Exception {
    AtomicInteger next = new AtomicInteger();
    long begin = System.nanoTime();
    try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
      List<Future<?>> running = new ArrayList<>();
      for (int sender = 0; sender < SENDERS; sender++) {
        running.add(
            senders.submit(() -> {
              for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
                Institution.send(lms, result(prefix, n));
              }
              return null;
            }));
      }
      for (Future<?> each : running) {
        each.get();
      }
    }
    return System.nanoTime() - begin;
  }

  private static JsonNode result(String prefix, int number) {
    List<String> learners = List.of("amara", "lukas", "mateo", "samuel");
    return JSON.createObjectNode()
        .put("sourcedId", prefix + "-" + number)
        .put("lineItem", "lineitem-adp110-1")
        .put("student", "learner-" + learners.get(number % learners.size()))
        .put("score", BigDecimal.valueOf(100 + number % 300, 2))
        .put("scoreDate", "2026-05-01");
  }

  private static double bareResults(BenchmarkDatabase database) throws SQLException {
    database.execute("drop table if exists bare_result");
    database.execute(
        """
        create table bare_result (id uuid primary key, source_id text not null,
          score numeric not null, received_at timestamptz not null, payload text not null)
        """);
    OffsetDateTime noon = OffsetDateTime.parse("2026-05-01T12:00:00Z");
    long begin = System.nanoTime();
    try (Connection connection = database.connect();
        PreparedStatement insert =
            connection.prepareStatement("insert into bare_result values (?, ?, ?, ?, ?)")) {
      for (int number = 0; number < RESULTS; number++) {
        JsonNode result = result("bare", number);
        insert.setObject(1, new UUID(number, number));
        insert.setString(2, result.get("sourcedId").asText());
        insert.setBigDecimal(3, result.get("score").decimalValue());
        insert.setObject(4, noon);
        insert.setString(5, result.toString());
        insert.executeUpdate();
      }
    }
    return System.nanoTime() - begin;
  }
}
