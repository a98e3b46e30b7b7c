package org.vellum.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.vellum.start.Institution;

/**
 * Results as they are taken in, over a database that is as safe as in production, against the same
 * rows written bare into the same database: single results and scores over HTTP to transactions of
 * inserts, files to {@code COPY}. Either side is warm when it is measured. The system property
 * {@code vellum.benchmarks.share} makes all of it smaller: 0.1 is a tenth; {@code
 * vellum.benchmarks.results} chooses some of {@code put}, {@code score} and {@code file}.
 */
final class ResultsBenchmark {
  private static final double SHARE =
      Double.parseDouble(System.getProperty("vellum.benchmarks.share", "1"));
  private static final List<String> WAYS =
      List.of(System.getProperty("vellum.benchmarks.results", "put,score,file").split(",", -1));
  private static final int SINGLE = (int) (10_000 * SHARE);

  /** Until the server's compilers have nothing more to do, which takes longer than one thinks. */
  private static final int WARM_UP = (int) (30_000 * Math.sqrt(SHARE));

  private static final int[] SENDERS = {4, LtiBenchmark.MOST_SENDERS};

  private static final int FILE = (int) (1_000_000 * SHARE);

  /** Their results come singly, again and again. */
  private static final int KNOWN = ResultFiles.KNOWN;

  private static final int LEARNERS = ResultFiles.learners(FILE);
  private static final String GRADEBOOK =
      "https://purl.imsglobal.org/spec/or/v1p2/scope/gradebook.createput";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final MeasuredServer measured;
  private final Institution institution;

  private ResultsBenchmark(MeasuredServer measured) throws Exception {
    this.measured = measured;
    this.institution = measured.institution();
  }

  static List<Figure> measure() throws Exception {
    try (MeasuredServer measured = MeasuredServer.started(BenchmarkDatabase.startSafe())) {
      ResultsBenchmark benchmark = new ResultsBenchmark(measured);
      ResultFiles.found(benchmark.institution, LEARNERS);
      List<Figure> figures = new ArrayList<>();
      for (String way : WAYS) {
        switch (way) {
          case "put" -> figures.addAll(benchmark.puts());
          case "score" -> figures.addAll(benchmark.scores());
          case "file" -> figures.addAll(new ResultFiles(measured, FILE).figures());
          default -> throw new IllegalArgumentException("Results do not come by " + way + ".");
        }
      }
      return figures;
    }
  }

  private List<Figure> puts() throws Exception {
    URI server = measured.server().address();
    String token = token();
    return single(
        "Results by PUT (OneRoster 1.2)",
        201,
        number -> {
          ObjectNode result = result(number);
          return KeptConnection.request(
              "PUT",
              server.resolve(
                  "/competency/ims/oneroster/gradebook/v1p2/results/"
                      + result.path("sourcedId").asText()),
              List.of("Authorization: Bearer " + token, "Content-Type: application/json"),
              JSON.createObjectNode().set("result", result).toString());
        });
  }

  private List<Figure> scores() throws Exception {
    LtiBenchmark lti = new LtiBenchmark(measured.server().address(), institution.registrar());
    LtiBenchmark.Tool tool = lti.tool();
    return single("Scores by POST (AGS 2.0)", 204, number -> LtiBenchmark.score(tool, number));
  }

  /** Requests by few senders and by many, each with the rows that they left. */
  private List<Figure> single(String what, int status, IntFunction<byte[]> request)
      throws Exception {
    send(SENDERS[0], WARM_UP, status, request);
    List<Figure> figures = new ArrayList<>();
    int from = WARM_UP;
    for (int senders : SENDERS) {
      int first = from;
      figures.add(single(what, senders, status, number -> request.apply(first + number)));
      from += SINGLE;
    }
    return figures;
  }

  private Figure single(String what, int senders, int status, IntFunction<byte[]> request)
      throws Exception {
    SameRows rows = SameRows.since(measured.database());
    ProcessesTime processes = ProcessesTime.of(measured.database());
    double server = measured.processorSeconds();
    double inDatabase = processes.databaseSeconds();
    Statements.count(measured.database());
    double seconds = send(senders, SINGLE, status, request);
    server = measured.processorSeconds() - server;
    inDatabase = processes.databaseSeconds() - inDatabase;
    Statements.print(measured.database(), System.err);
    double before = processes.databaseSeconds();
    double bare = rows.insertedPerSecond(senders);
    System.err.printf(
        Locale.ROOT,
        "%s by %d senders: %.2f ms of the server's processor time for each and %.2f ms of the"
            + " database's; bare %.2f ms of the database's; %s%n",
        what,
        senders,
        1e3 * server / SINGLE,
        1e3 * inDatabase / SINGLE,
        1e3 * (processes.databaseSeconds() - before) / SINGLE / 1.25,
        rows.counts());
    return Figure.ofRates(
        String.format(
            Locale.ROOT,
            "%s over HTTP by %d senders, each with mastery and event, to bare JDBC inserts of the"
                + " same rows by as many connections, a transaction for each result; a third is"
                + " asked for",
            what,
            senders),
        SINGLE / seconds,
        bare);
  }

  private double send(int senders, int count, int status, IntFunction<byte[]> request)
      throws Exception {
    return Senders.seconds(
        senders,
        count,
        () -> new KeptConnection(measured.server().address()),
        (connection, number) -> connection.send(request.apply(number), status));
  }

  private static ObjectNode result(int number) {
    ObjectNode result =
        JSON.createObjectNode()
            .put("sourcedId", "single-" + number)
            .put("status", "active")
            .put("dateLastModified", Instant.now().toString())
            .put("scoreStatus", "fully graded")
            .put("score", BigDecimal.valueOf(100 + number % 300, 2))
            .put("scoreDate", "2026-05-01");
    refer(result.putObject("lineItem"), "lineItem", ResultFiles.LINE_ITEM);
    refer(result.putObject("student"), "user", "b-user-" + learner(number));
    return result;
  }

  /** One in twenty is the first result of a learner, and may master something. */
  private static int learner(int number) {
    return number % 20 == 0 ? (KNOWN + number / 20) % LEARNERS : number % KNOWN;
  }

  private static void refer(ObjectNode reference, String type, String sourcedId) {
    reference
        .put("href", "https://lms.example/" + type + "/" + sourcedId)
        .put("sourcedId", sourcedId)
        .put("type", type);
  }

  private String token() throws Exception {
    ObjectNode registration = JSON.createObjectNode().put("name", "Benchmark LMS");
    registration.putArray("scopes").add(GRADEBOOK);
    var client =
        JSON.readTree(
            institution
                .registrar()
                .post("/clients", "application/json", registration.toString().getBytes(UTF_8))
                .body());
    String basic = client.path("client_id").asText() + ":" + client.path("client_secret").asText();
    HttpRequest request =
        HttpRequest.newBuilder(measured.server().address().resolve("/oauth/token"))
            .header(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(UTF_8)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "grant_type=client_credentials&scope=" + URLEncoder.encode(GRADEBOOK, UTF_8)))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      String answer = http.send(request, BodyHandlers.ofString()).body();
      return JSON.readTree(answer).path("access_token").asText();
    }
  }
}
