package org.vellum.benchmarks;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;

/**
 * The same row written by bare JDBC, Jdbi and EclipseLink: one to a transaction, and a thousand to
 * one.
 */
final class PersistenceComparison {
  private static final int SINGLE = 500;
  private static final int BATCH = 1_000;
  private static final String INSERT =
      "insert into kept_result (id, source_id, score, received_at, payload) values (?, ?, ?, ?, ?)";
  private static final OffsetDateTime NOON =
      OffsetDateTime.of(2026, 5, 1, 12, 0, 0, 0, ZoneOffset.UTC);

  private PersistenceComparison() {}

  record Row(
      UUID id, String sourceId, BigDecimal score, OffsetDateTime receivedAt, String payload) {

    static Row number(int number) {
      return new Row(
          new UUID(number, number),
          "result-" + number,
          BigDecimal.valueOf(number % 101),
          NOON,
          "{\"comment\":\"as it was sent, number " + number + "\"}");
    }
  }

  static List<Figure> measure() throws Exception {
    try (BenchmarkDatabase database = BenchmarkDatabase.start();
        Connection connection = database.connect()) {
      database.execute(
          """
          create table kept_result (id uuid primary key, source_id text not null,
            score numeric not null, received_at timestamptz not null, payload text not null)
          """);
      Jdbi jdbi = Jdbi.create(connection);
      try (EntityManagerFactory factory = factory(database)) {
        return measure(database, connection, jdbi, factory);
      }
    }
  }

  private static List<Figure> measure(
      BenchmarkDatabase database, Connection connection, Jdbi jdbi, EntityManagerFactory factory)
      throws Exception {
    double[] single =
        Rounds.medians(
            3,
            9,
            () -> fresh(database, () -> jdbcSingle(connection)),
            () -> fresh(database, () -> jdbiSingle(jdbi)),
            () -> fresh(database, () -> eclipseLink(factory, SINGLE, 1)));
    double[] batch =
        Rounds.medians(
            3,
            9,
            () -> fresh(database, () -> jdbcBatch(connection)),
            () -> fresh(database, () -> jdbiBatch(jdbi)),
            () -> fresh(database, () -> eclipseLink(factory, BATCH, BATCH)));
    return List.of(
        Figure.ofTimes(
            "One row in a transaction, Jdbi to JDBC", single[1] / SINGLE, single[0] / SINGLE),
        Figure.ofTimes(
            "One row in a transaction, EclipseLink to JDBC",
            single[2] / SINGLE,
            single[0] / SINGLE),
        Figure.ofTimes("1,000 rows in a transaction, Jdbi to JDBC", batch[1], batch[0]),
        Figure.ofTimes("1,000 rows in a transaction, EclipseLink to JDBC", batch[2], batch[0]));
  }

  private static void fresh(BenchmarkDatabase database, Rounds.Work work) throws Exception {
    work.run();
    database.execute("truncate kept_result");
  }

  private static void jdbcSingle(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    for (int number = 0; number < SINGLE; number++) {
      try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
        bind(insert, Row.number(number));
        insert.executeUpdate();
      }
      connection.commit();
    }
    connection.setAutoCommit(true);
  }

  private static void jdbcBatch(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (int number = 0; number < BATCH; number++) {
        bind(insert, Row.number(number));
        insert.addBatch();
      }
      insert.executeBatch();
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  private static void bind(PreparedStatement insert, Row row) throws SQLException {
    insert.setObject(1, row.id());
    insert.setString(2, row.sourceId());
    insert.setBigDecimal(3, row.score());
    insert.setObject(4, row.receivedAt());
    insert.setString(5, row.payload());
  }

  private static void jdbiSingle(Jdbi jdbi) {
    for (int each = 0; each < SINGLE; each++) {
      Row row = Row.number(each);
      jdbi.useTransaction(handle ->
          handle
              .createUpdate(
                  """
                  insert into kept_result (id, source_id, score, received_at, payload)
                  values (:id, :sourceId, :score, :receivedAt, :payload)
                  """)
              .bind("id", row.id())
              .bind("sourceId", row.sourceId())
              .bind("score", row.score())
              .bind("receivedAt", row.receivedAt())
              .bind("payload", row.payload())
              .execute());
    }
  }

  private static void jdbiBatch(Jdbi jdbi) {
    jdbi.useTransaction(handle -> {
      var batch = handle.prepareBatch(INSERT);
      IntStream.range(0, BATCH)
          .mapToObj(Row::number)
          .forEach(row ->
              batch.add(row.id(), row.sourceId(), row.score(), row.receivedAt(), row.payload()));
      batch.execute();
    });
  }

  private static void eclipseLink(EntityManagerFactory factory, int rows, int inTransaction) {
    for (int number = 0; number < rows; number += inTransaction) {
      try (EntityManager entities = factory.createEntityManager()) {
        entities.getTransaction().begin();
        for (int each = number; each < number + inTransaction; each++) {
          entities.persist(new KeptResult(Row.number(each)));
        }
        entities.getTransaction().commit();
      }
    }
  }

  private static EntityManagerFactory factory(BenchmarkDatabase database) {
    return Persistence.createEntityManagerFactory(
        "benchmark",
        Map.of(
            "jakarta.persistence.jdbc.url", database.url(),
            "jakarta.persistence.jdbc.user", "postgres",
            "jakarta.persistence.jdbc.driver", "org.postgresql.Driver",
            "eclipselink.jdbc.batch-writing", "JDBC",
            "eclipselink.cache.shared.default", "false",
            "eclipselink.logging.level", "WARNING"));
  }
}
