package org.vellum.database;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * The files of one PostgreSQL: made by {@code initdb} under another name and renamed when whole, so
 * that a cluster that is there is complete. From then on PostgreSQL alone changes them, but for our
 * settings, which are written anew before each start.
 */
final class Cluster {

  private static final Duration INITDB_LIMIT = Duration.ofMinutes(2);
  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  // Passwords for everybody, by SCRAM, over loopback only; replication for nobody.
  private static final String HBA =
      """
      # TYPE  DATABASE         USER      ADDRESS        METHOD
      host    vellum           vellum    127.0.0.1/32   scram-sha-256
      host    postgres,vellum  postgres  127.0.0.1/32   scram-sha-256
      """;

  private final DatabaseFolder folder;
  private final PostgresPrograms programs;

  private Cluster(DatabaseFolder folder, PostgresPrograms programs) {
    this.folder = folder;
    this.programs = programs;
  }

  /**
   * The cluster in the folder, made if it is missing.
   *
   * @throws DatabaseUnavailable when the one found is of another major version
   */
  static Cluster in(DatabaseFolder folder, PostgresPrograms programs)
      throws IOException, DatabaseUnavailable {
    Cluster cluster = new Cluster(folder, programs);
    if (Files.exists(folder.cluster())) {
      cluster.checkVersion();
    } else {
      cluster.initialise(DatabaseSecrets.keptIn(folder).superuser());
    }
    return cluster;
  }

  private void checkVersion() throws IOException, DatabaseUnavailable {
    Path file = folder.cluster().resolve("PG_VERSION");
    if (!Files.exists(file)) {
      throw new DatabaseUnavailable(
          "The folder %s is not a PostgreSQL cluster: it has no file PG_VERSION."
              .formatted(folder.cluster()));
    }
    String found = Files.readString(file).strip();
    String wanted = programs.majorVersion();
    if (!found.equals(wanted)) {
      throw new DatabaseUnavailable(
          "The database folder %s was written by PostgreSQL %s, and this is PostgreSQL %s: dump it with the old version and restore it here."
              .formatted(folder.path(), found, wanted));
    }
  }

  private void initialise(String password) throws IOException, DatabaseUnavailable {
    Path half = folder.path().resolve("cluster.new");
    Path passwordFile = folder.path().resolve("initdb.password");
    PackedPrograms.delete(half);
    OwnerOnly.write(passwordFile, password + "\n");
    try {
      programs.run(
          "initdb",
          INITDB_LIMIT,
          "--pgdata=" + half,
          "--username=postgres",
          "--pwfile=" + passwordFile,
          "--auth=scram-sha-256",
          "--encoding=UTF8",
          "--locale-provider=builtin",
          "--builtin-locale=C.UTF-8",
          "--locale=C",
          "--data-checksums");
    } finally {
      Files.deleteIfExists(passwordFile);
    }
    OwnerOnly.write(half.resolve("pg_hba.conf"), HBA);
    Files.writeString(
        half.resolve("postgresql.conf"),
        "\ninclude_if_exists = 'vellum.conf'\n",
        StandardOpenOption.APPEND);
    Files.move(half, folder.cluster(), ATOMIC_MOVE);
  }

  /** Starts PostgreSQL, in a session of its own, and waits until it has recovered. */
  void start(int port) throws IOException, DatabaseUnavailable {
    OwnerOnly.write(path().resolve("vellum.conf"), settings(port));
    Path log = folder.logs().resolve("start.log");
    Files.deleteIfExists(log);
    try {
      programs.run(
          "pg_ctl",
          START_LIMIT.plusSeconds(5),
          "start",
          "--pgdata=" + path(),
          "--log=" + log,
          "--wait",
          "--timeout=" + START_LIMIT.toSeconds());
    } catch (DatabaseUnavailable e) {
      String said = Files.exists(log) ? Files.readString(log).strip() : "";
      throw new DatabaseUnavailable("PostgreSQL did not start: " + e.getMessage() + " " + said, e);
    }
  }

  /** Stops PostgreSQL: sessions are ended, transactions rolled back, everything is on disk. */
  void stop() throws IOException, DatabaseUnavailable {
    programs.run(
        "pg_ctl",
        STOP_LIMIT.plusSeconds(5),
        "stop",
        "--pgdata=" + path(),
        "--mode=fast",
        "--wait",
        "--timeout=" + STOP_LIMIT.toSeconds());
  }

  // Errors are logged without the statement and its values, which may name a learner.
  private static String settings(int port) {
    return """
    # Written by Vellum before each start.
    listen_addresses = '127.0.0.1'
    port = %d
    unix_socket_directories = ''
    password_encryption = 'scram-sha-256'
    max_connections = 100
    timezone = 'UTC'
    log_timezone = 'UTC'
    log_error_verbosity = terse
    log_min_error_statement = panic
    logging_collector = on
    log_directory = '../logs'
    log_filename = 'postgresql-%%a.log'
    log_rotation_age = '1d'
    log_rotation_size = 0
    log_truncate_on_rotation = on
    """
        .formatted(port);
  }

  Path path() {
    return folder.cluster();
  }
}
