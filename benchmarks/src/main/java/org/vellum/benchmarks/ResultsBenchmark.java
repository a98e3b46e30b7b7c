package org.vellum.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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

  private static final int FILE = (int) (1_000_000 * SHARE);

  /** So many rows are waited for in one request. */
  private static final int PART = 100_000;

  /** Their results come singly, again and again, on a line item that evidences competencies. */
  static final int KNOWN = 400;

  private static final int LEARNERS = Math.max(KNOWN, FILE / 10);
  static final String LINE_ITEM = "lineitem-adp110-1";
  private static final String CLASS = "class-adp110-1";
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
      benchmark.found();
      List<Figure> figures = new ArrayList<>();
      for (String way : WAYS) {
        switch (way) {
          case "put" -> figures.add(benchmark.puts());
          case "score" -> figures.add(benchmark.scores());
          case "file" -> figures.addAll(benchmark.file());
          default -> throw new IllegalArgumentException("Results do not come by " + way + ".");
        }
      }
      return figures;
    }
  }

  private void found() throws Exception {
    institution.importFramework();
    institution.importRoster();
    institution.replaceCatalogue();
    institution.registrar().post("/competency/rosters", "application/zip", roster());
  }

  private Figure puts() throws Exception {
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

  private Figure scores() throws Exception {
    LtiBenchmark lti = new LtiBenchmark(measured.server().address(), institution.registrar());
    LtiBenchmark.Tool tool = lti.tool();
    return single("Scores by POST (AGS 2.0)", 204, number -> LtiBenchmark.score(tool, number));
  }

  /** Requests by four senders, then the rows that they left, by as many connections. */
  private Figure single(String what, int status, IntFunction<byte[]> request) throws Exception {
    send(WARM_UP, status, request);
    SameRows rows = SameRows.since(measured.database());
    double processors = measured.processorSeconds();
    double seconds = send(SINGLE, status, number -> request.apply(WARM_UP + number));
    System.err.printf(
        Locale.ROOT,
        "%s: %.2f ms of the server's processor time for each; %s%n",
        what,
        1e3 * (measured.processorSeconds() - processors) / SINGLE,
        rows.counts());
    double bare = rows.insertedPerSecond();
    return Figure.ofRates(
        what
            + " over HTTP by 4 senders, each with mastery and event, to bare JDBC inserts of the"
            + " same rows by 4 connections, a transaction for each result; a third is asked for",
        SINGLE / seconds,
        bare);
  }

  private double send(int count, int status, IntFunction<byte[]> request) throws Exception {
    return Senders.seconds(
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
    refer(result.putObject("lineItem"), "lineItem", LINE_ITEM);
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

  /** The whole file at once; then another, while the server's memory is looked at. */
  private List<Figure> file() throws Exception {
    upload("warm-up", Math.max(1, FILE / 20));
    SameRows rows = SameRows.since(measured.database());
    double imported = upload("file", FILE);
    System.err.println("File: " + rows.counts());
    double copied = rows.copiedIn();
    try (HeapOfProcess heap = HeapOfProcess.of(measured.processId())) {
      return List.of(
          Figure.ofTimes(
              String.format(
                  Locale.ROOT,
                  "%,d results by CSV files of 100,000 over HTTP, with mastery and events, to a"
                      + " bare COPY of the same rows; 6 times is asked for",
                  FILE),
              imported * 1e9,
              copied * 1e9),
          ImportBenchmark.memory(
              heap,
              String.format(Locale.ROOT, "taking in a CSV file of %,d results", FILE / 4),
              () -> upload("memory", FILE / 4)));
    }
  }

  private double upload(String name, int count) throws Exception {
    double seconds = 0;
    for (int from = 0; from < count; from += PART) {
      byte[] csv = csv(name, from, Math.min(count, from + PART)).getBytes(UTF_8);
      long begin = System.nanoTime();
      institution.registrar().post("/competency/results/files", "text/csv", csv);
      seconds += (System.nanoTime() - begin) / 1e9;
    }
    System.err.printf(Locale.ROOT, "%s: %,d results in %.1f s%n", name, count, seconds);
    return seconds;
  }

  private static String csv(String name, int from, int to) {
    return "sourcedId,lineItemSourcedId,studentSourcedId,scoreStatus,score,scoreDate\n"
        + lines(
            from,
            to,
            i ->
                "%s-%d,%s,b-user-%d,fully graded,%d,2026-05-03"
                    .formatted(
                        name,
                        i,
                        i % 10 == 0 ? LINE_ITEM : "b-item-" + i / LEARNERS,
                        i % LEARNERS,
                        i / 10 % 5));
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

  /** Learners, some of them of a class that is there, and line items for the rest of a file. */
  static byte[] roster() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        "users",
        "enabledUser,username,givenName,familyName\n"
            + lines(LEARNERS, i -> row("user", i) + "true,b-user-" + i + ",Given,Family"));
    files.put(
        "enrollments",
        "classSourcedId,schoolSourcedId,userSourcedId,role\n"
            + lines(KNOWN, i -> row("enrollment", i) + CLASS + ",b-org,b-user-" + i + ",student"));
    files.put("orgs", "name,type,identifier,parentSourcedId\n" + lines(1, i -> ORG));
    files.put("categories", "title\n" + lines(1, i -> row("category", i) + "Work"));
    files.put(
        "lineItems",
        "title,assignDate,dueDate,classSourcedId,categorySourcedId,resultValueMin,resultValueMax\n"
            + lines(
                10,
                i -> row("item", i) + "Item,2026-09-01,2026-10-01," + CLASS + ",b-category-0,0,4"));
    return zip(files);
  }

  private static final String ORG = "b-org,active,2026-09-01T00:00:00Z,Org,school,B,";

  private static String row(String kind, int number) {
    return "b-" + kind + "-" + number + ",active,2026-09-01T00:00:00Z,";
  }

  private static String lines(int count, IntFunction<String> line) {
    return lines(0, count, line);
  }

  private static String lines(int from, int to, IntFunction<String> line) {
    return IntStream.range(from, to)
        .mapToObj(i -> line.apply(i) + "\n")
        .collect(Collectors.joining());
  }

  private static byte[] zip(Map<String, String> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      StringBuilder manifest =
          new StringBuilder("propertyName,value\nmanifest.version,1.0\noneroster.version,1.2\n");
      for (Map.Entry<String, String> file : files.entrySet()) {
        manifest.append("file.").append(file.getKey()).append(",delta\n");
        put(zip, file.getKey(), "sourcedId,status,dateLastModified," + file.getValue());
      }
      put(zip, "manifest", manifest.toString());
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name + ".csv"));
    zip.write(text.getBytes(UTF_8));
    zip.closeEntry();
  }
}
