package org.vellum.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.vellum.start.ApiRefused;
import org.vellum.start.CannotStart;
import org.vellum.start.Demonstration;
import org.vellum.start.Institution;
import org.vellum.start.VellumServer;

/**
 * The application on a server and over a database of its own, for one benchmark. What it keeps in
 * files goes into a new folder.
 */
record MeasuredServer(BenchmarkDatabase database, VellumServer server, String password)
    implements AutoCloseable {
  private static final Duration READY = Duration.ofMinutes(4);

  /** Where the server's configuration is. */
  static Path folder() {
    return Path.of(System.getProperty("vellum.root"))
        .resolve("ear/target/liberty/wlp/usr/servers/vellum");
  }

  /** One that is not started yet; its database is. */
  static MeasuredServer described() throws Exception {
    return over(BenchmarkDatabase.start());
  }

  /** One that is not started yet, over a database with room for many rows. */
  static MeasuredServer describedLarge() throws Exception {
    return over(BenchmarkDatabase.startLarge());
  }

  private static MeasuredServer over(BenchmarkDatabase database) throws Exception {
    VellumServer server =
        VellumServer.in(folder())
            .data(Files.createTempDirectory("vellum-benchmark"))
            .freePorts()
            .with("vellum.database.url", database.url())
            .with("vellum.database.user", "postgres");
    String password = Demonstration.signInNames(server).getOrDefault("registrar", "");
    return new MeasuredServer(database, server, password);
  }

  static MeasuredServer started() throws Exception {
    return started(BenchmarkDatabase.start());
  }

  /** One over this database. */
  static MeasuredServer started(BenchmarkDatabase database) throws Exception {
    MeasuredServer described = over(database);
    try {
      described.start();
      return described;
    } catch (CannotStart e) {
      described.close();
      throw e;
    }
  }

  /** Starts it and waits until it is ready. */
  void start() throws CannotStart {
    server.start();
    server.awaitReady(READY);
  }

  /** The operating system's number of the server's process. */
  long processId() throws IOException {
    return Long.parseLong(Files.readString(server.data().resolve("server.pid")).strip());
  }

  /** The processor time of the server's process so far, without that of the database. */
  double processorSeconds() throws IOException {
    return ProcessHandle.of(processId())
        .flatMap(process -> process.info().totalCpuDuration())
        .map(time -> time.toNanos() / 1e9)
        .orElse(Double.NaN);
  }

  /** The institution, by its registrar. */
  Institution institution() throws ApiRefused {
    return Institution.at(server.address(), "registrar", password);
  }

  @Override
  public void close() throws IOException {
    server.close();
    database.close();
  }
}
