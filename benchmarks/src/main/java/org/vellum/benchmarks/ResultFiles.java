package org.vellum.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vellum.start.Institution;

/**
 * Results by CSV files over HTTP, against a bare {@code COPY} of the same rows. By themselves, each
 * number of rows on a server and over a database of its own, how many is told by the system
 * property {@code vellum.results.rows}, with commas between.
 *
 * @param rows how many
 */
record ResultFiles(MeasuredServer measured, int rows) {
  /** So many rows are waited for in one request. */
  private static final int PART = 100_000;

  /**
   * So many learners are of a class, whatever the size: no learner has hundreds of scores there.
   */
  static final int KNOWN = 4_000;

  /** It evidences competencies. */
  static final String LINE_ITEM = "lineitem-adp110-1";

  private static final String CLASS = "class-adp110-1";
  private static final String ORG = "b-org,active,2026-09-01T00:00:00Z,Org,school,B,";

  static List<Figure> measure() throws Exception {
    List<Figure> figures = new ArrayList<>();
    for (String rows : System.getProperty("vellum.results.rows", "100000").split(",", -1)) {
      try (MeasuredServer measured = MeasuredServer.started(BenchmarkDatabase.startSafe())) {
        ResultFiles files = new ResultFiles(measured, Integer.parseInt(rows));
        found(measured.institution(), learners(files.rows()));
        figures.addAll(files.figures());
      }
    }
    return figures;
  }

  /** Gives an institution all that results of so many learners are judged by. */
  static void found(Institution institution, int learners) throws Exception {
    institution.importFramework();
    institution.importRoster();
    institution.replaceCatalogue();
    institution.registrar().post("/competency/rosters", "application/zip", roster(learners));
  }

  /** How many learners there are for a file of so many results. */
  static int learners(int rows) {
    return Math.max(KNOWN, rows / 10);
  }

  /** The whole file at once; then another, while the server's memory is looked at. */
  List<Figure> figures() throws Exception {
    upload("warm-up", Math.max(1, rows / 20));
    BenchmarkDatabase database = measured.database();
    SameRows same = SameRows.since(database);
    ProcessesTime processes = ProcessesTime.of(database);
    Statements.count(database);
    double server = measured.processorSeconds();
    double before = processes.databaseSeconds();
    double imported = upload("file", rows);
    server = measured.processorSeconds() - server;
    double inDatabase = processes.databaseSeconds() - before;
    Statements.print(database, System.err);
    System.err.println("File: " + same.counts());
    before = processes.databaseSeconds();
    double copied = same.copiedIn();
    System.err.printf(
        Locale.ROOT,
        "%,d results: %.1f s of the server's processor time and %.1f s of the database's; COPY"
            + " %.1f s of the database's%n",
        rows,
        server,
        inDatabase,
        processes.databaseSeconds() - before);
    try (HeapOfProcess heap = HeapOfProcess.of(measured.processId())) {
      return List.of(
          Figure.ofTimes(
              String.format(
                  Locale.ROOT,
                  "%,d results by CSV files of 100,000 over HTTP, with mastery and events, to a"
                      + " bare COPY of the same rows; 6 times is asked for",
                  rows),
              imported * 1e9,
              copied * 1e9),
          ImportBenchmark.memory(
              heap,
              String.format(Locale.ROOT, "taking in a CSV file of %,d results", rows / 4),
              () -> upload("memory", rows / 4)));
    }
  }

  private double upload(String name, int count) throws Exception {
    double seconds = 0;
    Institution institution = measured.institution();
    for (int from = 0; from < count; from += PART) {
      byte[] csv = csv(name, from, Math.min(count, from + PART)).getBytes(UTF_8);
      long begin = System.nanoTime();
      institution.registrar().post("/competency/results/files", "text/csv", csv);
      seconds += (System.nanoTime() - begin) / 1e9;
    }
    System.err.printf(Locale.ROOT, "%s: %,d results in %.1f s%n", name, count, seconds);
    return seconds;
  }

  private String csv(String name, int from, int to) {
    int learners = learners(rows);
    return "sourcedId,lineItemSourcedId,studentSourcedId,scoreStatus,score,scoreDate\n"
        + lines(
            from,
            to,
            i ->
                "%s-%d,%s,b-user-%d,fully graded,%d,2026-05-03"
                    .formatted(
                        name,
                        i,
                        i % 10 == 0 ? LINE_ITEM : "b-item-" + i / learners,
                        i % learners,
                        i / 10 % 5));
  }

  /** Learners, some of them of a class that is there, and line items for the rest of a file. */
  private static byte[] roster(int learners) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        "users",
        "enabledUser,username,givenName,familyName\n"
            + lines(learners, i -> row("user", i) + "true,b-user-" + i + ",Given,Family"));
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
    return RosterArchive.of(files, "delta");
  }

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
}
