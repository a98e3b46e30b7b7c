package org.vellum.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.vellum.start.Demonstration;
import org.vellum.start.Institution;
import org.vellum.start.LoadAidFacts;
import org.vellum.start.PublicApi;
import org.vellum.start.VellumServer;
import org.vellum.systemtests.aid.AidPackage;

/** A server that is ended without warning comes back with all that it had confirmed. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecoveryTest {
  private static final Duration READY = Duration.ofMinutes(4);
  private static final int SENDERS = 4;

  /** So many results are acknowledged before the end. */
  private static final int MANY = 200;

  /** So few that an export is still under way. */
  private static final int SOME = 20;

  private static final int AID_LEARNERS = 3_000;

  private final VellumServer server =
      VellumServer.in(
          Path.of(System.getProperty("vellum.root"))
              .resolve("ear/target/liberty/wlp/usr/servers/vellum"));
  private Map<String, String> passwords = Map.of();

  @BeforeAll
  void start() throws Exception {
    server
        .data(Path.of("target", "killed-" + ProcessHandle.current().pid()))
        .freePorts()
        .shortLived();
    passwords = Demonstration.signInNames(server);
    server.start();
    server.awaitReady(READY);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  @Order(1)
  void after_kill_9_every_committed_row_and_every_acknowledged_result_is_there() throws Exception {
    Institution institution = registrar();
    String path = "/competency/ims/case/v1p1/CFPackages/" + institution.importFramework();
    institution.importRoster();
    institution.replaceCatalogue();
    String served = Wire.to(server.address()).get(path, Wire.JSON).body();
    Flight flight = Flight.of(server.address(), institution.registrar(), "server");

    List<Flight.Sent> sent = sendUntilTheEnd(flight, MANY, server::kill);
    startAgain();

    assertThat(Wire.to(server.address()).get(path, Wire.JSON).body()).isEqualTo(served);
    allIsThere(flight, MANY, sent);
  }

  @Test
  @Order(2)
  void when_the_database_is_killed_too_results_are_there_and_an_export_gives_the_same_files(
      @TempDir Path folder) throws Exception {
    PublicApi office = new PublicApi(server.address());
    office.signIn("aid-officer", passwords.getOrDefault("aid-officer", ""));
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    new LoadAidFacts(office, new PrintStream(told, true, StandardCharsets.UTF_8)).load();
    enroll();
    AidSystem system = aidSystem();
    Map<String, String> unbroken = hashes(system.published(system.asked()));
    Flight flight = Flight.of(server.address(), registrar().registrar(), "database");

    String run = system.asked();
    awaitMiddle(system, run);
    List<Flight.Sent> sent =
        sendUntilTheEnd(
            flight,
            SOME,
            () -> {
              assertThat(system.run(run).path("state").asText())
                  .as("not over too early")
                  .isEqualTo("RUNNING");
              killDatabaseAndServer();
            });
    startAgain();

    AidSystem later = aidSystem();
    JsonNode killed = later.published(run);
    assertThat(hashes(killed)).isEqualTo(unbroken).hasSizeGreaterThan(20);
    assertThat(AidPackage.faults(later.fetch(killed, folder.resolve("ntpx")))).isEmpty();
    allIsThere(flight, SOME, sent);
  }

  private AidSystem aidSystem() throws Exception {
    return AidSystem.connected(server.address(), registrar().registrar(), "Aid system");
  }

  /** So many more learners in the program that a run takes some seconds. */
  private void enroll() throws Exception {
    try (Rows rows = Rows.of(server)) {
      rows.change(
          """
          insert into financial_aid.learner
            (id, student_id, family_name, birth_date, position, source_as_of)
          select uuid_in(md5('aid' || i)::cstring), 'aid-' || i, 'Family' || i, '2000-01-01', 1,
                 now()
            from generate_series(1, %1$d) i
          """
              .formatted(AID_LEARNERS),
          AID_LEARNERS);
      rows.change(
          """
          insert into financial_aid.enrollment (id, learner, program, begin_date)
          select 'aid-' || i, uuid_in(md5('aid' || i)::cstring), 'ADP-DIP', current_date - 200
            from generate_series(1, %1$d) i
          """
              .formatted(AID_LEARNERS),
          AID_LEARNERS);
      rows.change(
          """
          insert into financial_aid.engagement_week
          select uuid_in(md5('aid' || i)::cstring), current_date - 200 + w * 7, 'lms', 1 + w,
                 array['ASSIGNMENT'], 0, false, null
            from generate_series(1, %1$d) i, generate_series(0, 9) w
          """
              .formatted(AID_LEARNERS),
          10 * AID_LEARNERS);
    }
  }

  private static void awaitMiddle(AidSystem system, String run) throws Exception {
    while (true) {
      JsonNode now = system.run(run);
      assertThat(now.path("state").asText()).as("not over too early").isIn("REQUESTED", "RUNNING");
      if (now.path("step").asText().equals("records") && now.path("percent").asInt() > 10) {
        return;
      }
      Thread.sleep(20);
    }
  }

  /** Of every file that does not name its run. */
  private static Map<String, String> hashes(JsonNode run) {
    Map<String, String> hashes = new TreeMap<>();
    for (JsonNode file : run.path("files")) {
      String name = file.path("name").asText();
      if (!name.startsWith("manifest.") && !name.equals("errors.csv")) {
        hashes.put(name, file.path("sha256").asText());
      }
    }
    return hashes;
  }

  private static List<Flight.Sent> sendUntilTheEnd(Flight flight, int acknowledged, Ending ending)
      throws Exception {
    List<Flight.Sent> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(SENDERS)) {
      List<Future<List<Flight.Sent>>> senders = new ArrayList<>();
      for (int sender = 0; sender < SENDERS; sender++) {
        String name = "sender-" + sender;
        senders.add(threads.submit(() -> flight.sendUntilNoAnswer(name)));
      }
      flight.awaitAcknowledged(acknowledged);
      ending.end();
      for (Future<List<Flight.Sent>> sender : senders) {
        all.addAll(sender.get());
      }
    }
    return all;
  }

  /** Every acknowledged one as it was sent; of the others each whole or not at all. */
  private static void allIsThere(Flight flight, int acknowledged, List<Flight.Sent> sent)
      throws Exception {
    assertThat(sent.stream().filter(Flight.Sent::acknowledged))
        .hasSizeGreaterThanOrEqualTo(acknowledged);
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
    return Institution.at(server.address(), "registrar", passwords.getOrDefault("registrar", ""));
  }

  /** Ends a server without warning. */
  private interface Ending {
    void end() throws Exception;
  }
}
