package org.vellum.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.vellum.start.Demonstration;
import org.vellum.start.Institution;
import org.vellum.start.VellumServer;

/** A server that is ended without warning comes back with all that it had confirmed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecoveryTest {
  private static final Duration READY = Duration.ofMinutes(4);
  private static final int SENDERS = 4;
  private static final int BEFORE_THE_END = 200;

  private final VellumServer server =
      VellumServer.in(
          Path.of(System.getProperty("vellum.root"))
              .resolve("ear/target/liberty/wlp/usr/servers/vellum"));
  private String password = "";

  @BeforeAll
  void start() throws Exception {
    server
        .data(Path.of("target", "killed-" + ProcessHandle.current().pid()))
        .freePorts()
        .shortLived();
    Map<String, String> passwords = Demonstration.signInNames(server);
    password = passwords.getOrDefault("registrar", "");
    server.start();
    server.awaitReady(READY);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void after_kill_9_every_committed_row_and_every_acknowledged_result_is_there() throws Exception {
    Flight flight = flight("server");
    String path = "/competency/ims/case/v1p1/CFPackages/" + registrar().importFramework();
    String served = Wire.to(server.address()).get(path, Wire.JSON).body();

    List<Flight.Sent> sent = sendUntilTheEnd(flight, server::kill);
    startAgain();

    assertThat(Wire.to(server.address()).get(path, Wire.JSON).body()).isEqualTo(served);
    registrar();
    allIsThere(flight, sent);
  }

  @Test
  void results_that_were_acknowledged_while_the_database_was_killed_too_are_there()
      throws Exception {
    Flight flight = flight("database");
    List<Flight.Sent> sent = sendUntilTheEnd(flight, this::killDatabaseAndServer);
    startAgain();
    allIsThere(flight, sent);
  }

  private Flight flight(String name) throws Exception {
    Institution institution = registrar();
    institution.importFramework();
    institution.importRoster();
    institution.replaceCatalogue();
    return Flight.of(server.address(), institution.registrar(), name);
  }

  private static List<Flight.Sent> sendUntilTheEnd(Flight flight, Ending ending) throws Exception {
    List<Flight.Sent> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(SENDERS)) {
      List<Future<List<Flight.Sent>>> senders = new ArrayList<>();
      for (int sender = 0; sender < SENDERS; sender++) {
        String name = "sender-" + sender;
        senders.add(threads.submit(() -> flight.sendUntilNoAnswer(name)));
      }
      flight.awaitAcknowledged(BEFORE_THE_END);
      ending.end();
      for (Future<List<Flight.Sent>> sender : senders) {
        all.addAll(sender.get());
      }
    }
    return all;
  }

  /** Every acknowledged one as it was sent; of the others each whole or not at all. */
  private static void allIsThere(Flight flight, List<Flight.Sent> sent) throws Exception {
    assertThat(sent.stream().filter(Flight.Sent::acknowledged))
        .hasSizeGreaterThanOrEqualTo(BEFORE_THE_END);
    assertThat(sent.stream().filter(each -> !each.acknowledged()))
        .as("some were on their way")
        .isNotEmpty();
    for (Flight.Sent each : sent) {
      var answer = flight.read(each);
      if (each.acknowledged() || answer.statusCode() != 404) {
        assertThat(answer.statusCode()).as(each.toString()).isEqualTo(200);
        JsonNode result = Wire.MAPPER.readTree(answer.body()).get("result");
        assertThat(result.get("score").asInt()).as(each.toString()).isEqualTo(each.score());
      }
      assertThat(flight.send(each)).as("sent again: " + each).isEqualTo(201);
    }
    assertThat(flight.countKept()).as("each once").isEqualTo(sent.size());
  }

  private void killDatabaseAndServer() throws Exception {
    Path pid = server.data().resolve("database/cluster/postmaster.pid");
    long postmaster = Long.parseLong(Files.readAllLines(pid).getFirst().strip());
    ProcessHandle.of(postmaster).orElseThrow().destroyForcibly();
    server.kill();
  }

  private void startAgain() throws Exception {
    server.start();
    server.awaitReady(READY);
  }

  private Institution registrar() throws Exception {
    return Institution.at(server.address(), "registrar", password);
  }

  /** Ends a server without warning. */
  private interface Ending {
    void end() throws Exception;
  }
}
