package org.vellum.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.vellum.start.Institution;

/**
 * How many items of a CASE package the running application takes in a second, over HTTP and into a
 * PostgreSQL as safe as in production, and how much memory a large one needs meanwhile.
 */
final class ImportBenchmark {
  private static final int SMALL = 2_500;
  private static final int LARGE = 25_000;
  private static final int WARM_UPS = 4;
  private static final int ROUNDS = 3;
  private static final long BETWEEN_LOOKS = 200;
  private static final Pattern IDENTIFIER =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

  private final Institution institution;
  private int frameworks;

  private ImportBenchmark(Institution institution) {
    this.institution = institution;
  }

  static List<Figure> measure() throws Exception {
    try (MeasuredServer measured = MeasuredServer.started()) {
      return new ImportBenchmark(measured.institution()).figures(measured.server().data());
    }
  }

  private List<Figure> figures(Path data) throws Exception {
    for (int round = 0; round < WARM_UPS; round++) {
      importOf(SMALL);
    }
    List<Figure> figures = new ArrayList<>();
    for (int items : new int[] {SMALL, LARGE}) {
      figures.add(rate(items));
      figures.add(exportRate(items));
    }
    long pid = Long.parseLong(Files.readString(data.resolve("server.pid")).strip());
    figures.addAll(memory(pid));
    return figures;
  }

  private Figure rate(int items) throws Exception {
    double[] times = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      times[round] = importOf(items);
    }
    Arrays.sort(times);
    return new Figure(
        String.format(
            Locale.ROOT,
            "Import of a CASE package with %,d items and as many associations over HTTP",
            items),
        String.format(Locale.ROOT, "%.0f items/s", items / (times[ROUNDS / 2] / 1e9)),
        "–",
        "–");
  }

  /** The first time that a package is asked for, when it is put together from its rows. */
  private Figure exportRate(int items) throws Exception {
    double[] times = new double[ROUNDS];
    long size = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] json = another(items);
      institution.registrar().post("/competency/frameworks", "application/json", json);
      String framework = new ObjectMapper().readTree(json).at("/CFDocument/identifier").asText();
      long begin = System.nanoTime();
      String served =
          institution
              .registrar()
              .get("/competency/ims/case/v1p1/CFPackages/" + framework, "application/json")
              .body();
      times[round] = System.nanoTime() - begin;
      size = served.length();
    }
    Arrays.sort(times);
    return new Figure(
        String.format(
            Locale.ROOT,
            "Export of it (%,d kB), the first time, when it is put together from its rows",
            size / 1_000),
        String.format(Locale.ROOT, "%.0f items/s", items / (times[ROUNDS / 2] / 1e9)),
        "–",
        "–");
  }

  private double importOf(int items) throws Exception {
    byte[] json = another(items);
    long begin = System.nanoTime();
    institution.registrar().post("/competency/frameworks", "application/json", json);
    return System.nanoTime() - begin;
  }

  /** The large framework under identifiers that nobody used yet. */
  private byte[] another(int items) {
    String prefix = "framework-" + frameworks++;
    return IDENTIFIER
        .matcher(LargeFramework.of(items).toString())
        .replaceAll(
            found -> UUID.nameUUIDFromBytes((prefix + found.group()).getBytes(UTF_8)).toString())
        .getBytes(UTF_8);
  }

  /** What a person waits for, and what it takes. */
  @FunctionalInterface
  interface Act {
    void act() throws Exception;
  }

  /** The memory of an import, of a new version of what was imported, and of their comparison. */
  private List<Figure> memory(long pid) throws Exception {
    byte[] json = another(LARGE);
    String framework = new ObjectMapper().readTree(json).at("/CFDocument/identifier").asText();
    String address = "/competency/frameworks/" + framework;
    try (HeapOfProcess heap = HeapOfProcess.of(pid)) {
      List<Figure> figures = new ArrayList<>();
      figures.add(
          memory(
              heap,
              String.format(
                  Locale.ROOT, "importing %,d items (%,d kB)", LARGE, json.length / 1_000),
              () ->
                  institution
                      .registrar()
                      .post("/competency/frameworks", "application/json", json)));
      figures.add(
          memory(
              heap,
              String.format(Locale.ROOT, "beginning a new version of the %,d", LARGE),
              () -> institution.registrar().postForm(address + "/versions", Map.of())));
      JsonNode versions =
          new ObjectMapper()
              .readTree(
                  institution.registrar().get(address + "/versions", "application/json").body());
      String draft = versions.path(versions.size() - 1).path("identifier").asText();
      String differences = "/competency/frameworks/" + draft + "/differences?from=" + framework;
      for (String form : new String[] {"text/html", "application/json"}) {
        figures.add(
            memory(
                heap,
                "comparing the two, as " + form,
                () -> institution.registrar().get(differences, form)));
      }
      return figures;
    }
  }

  /** What is alive, not what the collector has not yet taken: it is asked to before each look. */
  static Figure memory(HeapOfProcess heap, String what, Act act) throws Exception {
    long idle = heap.alive();
    long begin = System.nanoTime();
    CompletableFuture<Long> acting =
        CompletableFuture.supplyAsync(() -> {
          try {
            act.act();
            return System.nanoTime();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
    long peak = idle;
    while (!acting.isDone()) {
      peak = Math.max(peak, heap.alive());
      Thread.sleep(BETWEEN_LOOKS);
    }
    return new Figure(
        String.format(
            Locale.ROOT,
            "Memory alive while %s, above idle (%.1f s, the looks included)",
            what,
            (acting.get() - begin) / 1e9),
        megabytes(peak - idle),
        megabytes(idle) + " idle",
        "–");
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.0f MB", bytes / 1e6);
  }
}
