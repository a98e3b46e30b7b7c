package org.vellum.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.vellum.start.Institution;

/**
 * The application on its server over a PostgreSQL of its own: how long it takes to be ready, to
 * take in a framework of 2,500 items, and how long a record is published and verified; each but the
 * first against a bare baseline.
 */
final class ServerBenchmark {
  private static final int ITEMS = 2_500;

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
}
