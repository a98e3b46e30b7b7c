package org.vellum.finaid.run.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.credentials.jose.DetachedJws;
import org.vellum.finaid.delivery.sftp.FileHash;
import org.vellum.finaid.delta.Position;
import org.vellum.finaid.export.RunInfo;
import org.vellum.finaid.facts.model.LearnerFacts;
import org.vellum.finaid.records.ALearner;
import org.vellum.finaid.records.AProgram;
import org.vellum.finaid.run.FactsReading;
import org.vellum.finaid.run.RequestRun;
import org.vellum.finaid.run.Run;
import org.vellum.finaid.run.RunRequest;
import org.vellum.finaid.run.RunStatus;
import org.vellum.platform.persistence.Database;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

class RunJobTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LEARNERS = 610;
  private static final Instant NEWER = ALearner.SOURCE.plusSeconds(30);

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "financial_aid");

  private static final Map<String, String> UNBROKEN = new TreeMap<>();

  @TempDir Path folder;

  private final List<LearnerFacts> learners = new ArrayList<>();
  private final Clock clock = Clock.fixed(ALearner.SOURCE.plusSeconds(60), ZoneOffset.UTC);
  private long position = 100;

  @BeforeEach
  void aSchool() {
    for (int i = 0; i < LEARNERS; i++) {
      learners.add(learner(i, 60 + i % 90));
    }
  }

  /** All but the key that signs. */
  @AfterEach
  void empty() {
    Database.over(database.dataSource())
        .useHandle(handle -> handle.execute("truncate financial_aid.run cascade"));
  }

  private static LearnerFacts learner(int i, int day) {
    return ALearner.of("S%05d".formatted(i)).passed("u-1", "11.5", day).facts();
  }

  private static LearnerFacts newer(LearnerFacts facts) {
    return new LearnerFacts(
        facts.student(), facts.enrollments(), facts.suppressed(), facts.factsVersion() + 1, NEWER);
  }

  private ARunner runner() {
    return new ARunner(database, folder, reading(), clock);
  }

  private FactsReading reading() {
    return (since, programs, taker) -> {
      programs.take(new AProgram().catalogue(), Set.of());
      for (LearnerFacts learner : learners) {
        taker.take(learner);
      }
      return new FactsReading.Taken(clock.instant(), new Position(position, 0));
    };
  }

  /** One run is killed at one point after another: whatever came before, it goes on. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "before SNAPSHOT 1, before chunk 1, before ASSEMBLE 1, before CHECK 2, before BALANCE 1,"
            + " before REMEMBER 1, before SIGN 1, before PUBLISH 1",
        "after SNAPSHOT 1, after chunk 1, after ASSEMBLE 3, after CHECK 2, after BALANCE 1,"
            + " after REMEMBER 1, after SIGN 1, after PUBLISH 1",
        "planning parts 1, after chunk 4, planning lists 1"
      })
  void a_run_that_is_killed_anywhere_goes_on_and_gives_the_same_bytes(String points)
      throws Exception {
    ARunner runner = runner();
    String[] all = points.split(", ", -1);
    for (String point : all) {
      int time = point.lastIndexOf(' ');
      runner.fallingAt(point.substring(0, time), Integer.parseInt(point.substring(time + 1)));
    }
    Run run = runner.full();
    runner.awaitFall();
    assertThat(runner.progress.attempts(run.id())).isGreaterThanOrEqualTo(all.length);
    assertThat(run.state()).isEqualTo(RunStatus.COMPLETED);
    Map<String, String> hashes = hashes(runner.folder(run));
    if (UNBROKEN.isEmpty()) {
      empty();
      ARunner unbroken = runner();
      UNBROKEN.putAll(hashes(unbroken.folder(unbroken.full())));
    }
    assertThat(hashes).isEqualTo(UNBROKEN).hasSizeGreaterThan(20);
    // What was killed in its last moment is swept later.
    runner.conductor.sweep();
    assertThat(Files.exists(folder.resolve("work").resolve(run.id().toString()))).isFalse();
  }

  /** Of every file what its bytes hash to, as the manifest says it and as it is. */
  private static Map<String, String> hashes(Path ntpx) throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    for (JsonNode file : manifest(ntpx).path("files")) {
      String name = file.path("name").asText();
      String sha256 = FileHash.sha256(ntpx.resolve(name));
      assertThat(file.path("sha256").asText()).as(name).isEqualTo(sha256);
      hashes.put(name, name.equals("errors.csv") ? withoutRun(ntpx) : sha256);
    }
    return hashes;
  }

  /** Each error names the run that saw it first, and nothing else of it differs. */
  private static String withoutRun(Path ntpx) throws IOException {
    String errors = Files.readString(ntpx.resolve("errors.csv"));
    return FileHash.sha256(
        errors.replaceAll(",[0-9a-f-]{36}\r\n", "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode manifest(Path ntpx) throws IOException {
    return JSON.readTree(ntpx.resolve("manifest.json").toFile());
  }

  @Test
  void the_manifest_is_signed_by_the_key_that_is_published_and_chained_to_the_run_before()
      throws Exception {
    ARunner runner = runner();
    Run first = runner.full();
    position++;
    Run second = runner.full();
    Path ntpx = runner.folder(second);
    assertThat(
            DetachedJws.verify(
                Files.readString(ntpx.resolve("manifest.json.jws")),
                Files.readAllBytes(ntpx.resolve("manifest.json")),
                runner.keys.find().orElseThrow().publicKey()))
        .isTrue();
    JsonNode manifest = manifest(ntpx);
    assertThat(manifest.path("previousRunId").asText()).isEqualTo(first.id().toString());
    assertThat(manifest.path("previousManifestSha256").asText())
        .isEqualTo(first.manifestSha256())
        .isEqualTo(FileHash.sha256(runner.folder(first).resolve("manifest.json")));
    assertThat(hashes(ntpx)).isEqualTo(hashes(runner.folder(first)));
  }

  @Test
  void a_delta_has_whole_records_of_those_who_changed_and_takes_back_what_is_gone()
      throws Exception {
    ARunner runner = runner();
    runner.full();
    position = 200;
    learners.set(5, newer(learner(5, 20)));
    ALearner hidden = ALearner.of("S00007");
    hidden.suppressed = true;
    learners.set(7, hidden.facts());
    Run delta = runner.run(runner.asked(RunInfo.Kind.DELTA));
    Path ntpx = runner.folder(delta);
    List<JsonNode> enrollments = lines(ntpx.resolve("enrollment.ndjson"));
    List<JsonNode> periods = lines(ntpx.resolve("payment_period.ndjson"));
    assertThat(periods).isNotEmpty();
    assertThat(lines(ntpx.resolve("unit_attempt.ndjson")))
        .anyMatch(each -> each.path("sourceAsOf").asText().equals(NEWER.toString()));
    assertThat(lines(ntpx.resolve("student.ndjson")))
        .extracting(each -> each.path("recordId").asText())
        .containsExactly("st:S-S00007");
    assertThat(Stream.concat(enrollments.stream(), periods.stream()))
        .allMatch(each ->
            each.toString().contains("S00005") || each.path("op").asText().equals("TOMBSTONE"));
    assertThat(enrollments.stream().filter(each -> each.path("op").asText().equals("TOMBSTONE")))
        .singleElement()
        .satisfies(each -> assertThat(each.path("enrollmentId").isNull()).isTrue());
    assertThat(manifest(ntpx).path("totals").path("enrollment").path("tombstones").asInt())
        .isEqualTo(1);
    position = 300;
    Run nothing = runner.run(runner.asked(RunInfo.Kind.DELTA));
    assertThat(lines(runner.folder(nothing).resolve("payment_period.ndjson"))).isEmpty();
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  @Test
  void of_two_nodes_that_look_after_a_run_at_once_one_runs_it() throws Exception {
    ARunner one = runner();
    ARunner other = runner();
    UUID id = one.asked(RunInfo.Kind.FULL);
    assertThat(other.ask(new RunRequest(RunInfo.Kind.FULL, "standard", ""), ""))
        .isInstanceOf(RequestRun.Result.Unfinished.class);
    try (ExecutorService second = Executors.newSingleThreadExecutor()) {
      Future<Run> seen = second.submit(() -> other.run(id));
      assertThat(one.run(id).state()).isEqualTo(RunStatus.COMPLETED);
      assertThat(seen.get().state()).isEqualTo(RunStatus.COMPLETED);
    }
    assertThat(one.progress.attempts(id)).isEqualTo(1);
    assertThat(hashes(other.folder(other.runs.get(id)))).hasSizeGreaterThan(20);
  }

  @Test
  void a_run_with_too_many_rejected_records_waits_for_a_person() throws Exception {
    for (int i = 0; i < 100; i++) {
      learners.set(i, ALearner.of("S\u0007" + i).facts());
    }
    ARunner runner = runner();
    Run held = runner.full();
    assertThat(held.state()).isEqualTo(RunStatus.HELD);
    assertThat(Files.exists(folder.resolve("packages"))).isFalse();
    assertThat(runner.ask(new RunRequest(RunInfo.Kind.FULL, "standard", ""), ""))
        .isInstanceOf(RequestRun.Result.Unfinished.class);
    database.inTransaction(
        () -> runner.decideRun.decide("officer", held.id(), true, "known, and being mended"));
    Run released = runner.run(held.id());
    assertThat(released.state()).isEqualTo(RunStatus.COMPLETED_WITH_ERRORS);
    assertThat(manifest(runner.folder(released)).path("state").asText())
        .isEqualTo("COMPLETED_WITH_ERRORS");
  }

  @Test
  void without_a_key_nothing_is_written() throws Exception {
    ARunner runner = new ARunner(database, folder, reading(), clock, "");
    Run failed = runner.full();
    assertThat(failed.state()).isEqualTo(RunStatus.FAILED);
    assertThat(failed.failure()).isEqualTo("KEY_MISSING");
    assertThat(Files.exists(folder.resolve("packages"))).isFalse();
  }

  @Test
  void a_run_that_is_not_wanted_any_more_publishes_nothing() throws Exception {
    ARunner runner = runner();
    UUID id = runner.asked(RunInfo.Kind.FULL);
    runner.conductor.look();
    database.inTransaction(() -> runner.stopRun.stop("officer", id));
    Run stopped = runner.run(id);
    assertThat(stopped.state()).isEqualTo(RunStatus.CANCELLED);
    assertThat(Files.exists(folder.resolve("packages"))).isFalse();
  }

  @Test
  void the_same_key_and_body_give_the_same_run_and_another_body_is_refused() throws Exception {
    ARunner runner = runner();
    RunRequest full = new RunRequest(RunInfo.Kind.FULL, "standard", "");
    var first = (RequestRun.Result.Accepted) runner.ask(full, "k-1");
    var again = (RequestRun.Result.Accepted) runner.ask(full, "k-1");
    assertThat(again.run().id()).isEqualTo(first.run().id());
    assertThat(again.again()).isTrue();
    assertThat(runner.ask(new RunRequest(RunInfo.Kind.FULL, "marked", ""), "k-1"))
        .isInstanceOf(RequestRun.Result.KeyReused.class);
    assertThat(runner.ask(new RunRequest(RunInfo.Kind.DELTA, "marked", ""), ""))
        .isInstanceOf(RequestRun.Result.NothingToGoOnFrom.class);
  }
}
