package org.vellum.benchmarks;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vellum.start.Institution;

/**
 * A roster of 100,000 people and 400,000 enrollments over HTTP, then a delta of one in a hundred
 * against the time of the whole. The system property {@code vellum.benchmarks.share} makes both
 * smaller: 0.01 is a hundredth.
 */
final class RosterBenchmark {
  private static final double SHARE =
      Double.parseDouble(System.getProperty("vellum.benchmarks.share", "1"));
  private static final int PEOPLE = (int) (100_000 * SHARE);
  private static final int CLASSES_OF_EACH = 4;
  private static final int CLASSES = 200;
  private static final int ONE_IN = 100;
  private static final int DELTAS = 3;
  private static final Duration LIMIT = Duration.ofMinutes(8);
  private static final int REST_MILLIS = 10_000;
  private static final String CHANGED = ",active,2026-09-01T00:00:00Z,";
  private static final String NEW = ",,,";

  private final Institution institution;
  private final BenchmarkDatabase database;

  private RosterBenchmark(Institution institution, BenchmarkDatabase database) {
    this.institution = institution;
    this.database = database;
  }

  static List<Figure> measure() throws Exception {
    try (MeasuredServer measured = MeasuredServer.started()) {
      Institution institution = measured.institution();
      institution.importFramework();
      institution.importRoster();
      institution.replaceCatalogue();
      RosterBenchmark benchmark = new RosterBenchmark(institution, measured.database());
      return List.of(benchmark.roster());
    }
  }

  private Figure roster() throws Exception {
    long whole = posted("/competency/rosters", "application/zip", whole());
    List<Long> deltas = new ArrayList<>();
    for (int i = 0; i < DELTAS; i++) {
      untilReadersRest();
      Statements.count(database);
      deltas.add(posted("/competency/rosters", "application/zip", delta(i)));
      Statements.print(database, System.err);
    }
    deltas.sort(Comparator.naturalOrder());
    long delta = deltas.get(DELTAS / 2);
    return new Figure(
        String.format(
            Locale.ROOT,
            "Delta of 1 %% of a roster of %,d people and %,d enrollments (median of three, the"
                + " events of before read) to the time of the whole",
            PEOPLE,
            PEOPLE * CLASSES_OF_EACH),
        seconds(delta),
        seconds(whole),
        String.format(Locale.ROOT, "%.1f %%", 100.0 * delta / whole));
  }

  /** Who reads events works for a while on those of a whole roster, and takes the processors. */
  private void untilReadersRest() throws Exception {
    String before = "";
    String now = lastMove();
    while (!now.equals(before)) {
      Thread.sleep(REST_MILLIS);
      before = now;
      now = lastMove();
    }
  }

  private String lastMove() throws Exception {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select max(moved_at) from platform.event_cursor")) {
      row.next();
      return String.valueOf(row.getString(1));
    }
  }

  private long posted(String path, String type, byte[] body) throws Exception {
    long begin = System.nanoTime();
    institution.registrar().post(path, type, BodyPublishers.ofByteArray(body), LIMIT);
    long time = System.nanoTime() - begin;
    System.err.println(path + " " + seconds(time));
    return time;
  }

  private static byte[] whole() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("orgs", "name,type,identifier,parentSourcedId\nb-org,,,Org,school,B,\n");
    files.put(
        "academicSessions",
        """
        title,type,startDate,endDate,parentSourcedId,schoolYear
        b-term,,,Term,term,2026-08-01,2027-08-01,,2027
        """);
    files.put(
        "courses",
        "title,courseCode,orgSourcedId\n"
            + lines(CLASSES, i -> id("course", i) + NEW + "Course,C,b-org"));
    files.put(
        "classes",
        "title,courseSourcedId,classType,schoolSourcedId,termSourcedIds\n"
            + lines(
                CLASSES,
                i ->
                    id("class", i) + NEW + "Class," + id("course", i) + ",scheduled,b-org,b-term"));
    files.put(
        "users",
        "enabledUser,username,givenName,familyName\n" + lines(PEOPLE, i -> user(i, NEW, "Given")));
    files.put(
        "enrollments",
        "classSourcedId,schoolSourcedId,userSourcedId,role\n"
            + lines(PEOPLE * CLASSES_OF_EACH, i -> enrollment(i, NEW, "student")));
    files.put("categories", "title\nb-category,,,Work\n");
    files.put(
        "lineItems",
        "title,assignDate,dueDate,classSourcedId,categorySourcedId,resultValueMin,resultValueMax\n"
            + lines(
                CLASSES,
                i ->
                    id("item", i)
                        + NEW
                        + "Item,2026-09-01,2026-10-01,"
                        + id("class", i)
                        + ",b-category,0,100"));
    return RosterArchive.of(files, "bulk");
  }

  /** Each time other people, so that something changes each time. */
  private static byte[] delta(int time) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        "users",
        "enabledUser,username,givenName,familyName\n"
            + lines(PEOPLE / ONE_IN, i -> user(i * ONE_IN + time, CHANGED, "Changed")));
    files.put(
        "enrollments",
        "classSourcedId,schoolSourcedId,userSourcedId,role\n"
            + lines(
                PEOPLE * CLASSES_OF_EACH / ONE_IN,
                i -> enrollment(i * ONE_IN + time, CHANGED, "proctor")));
    return RosterArchive.of(files, "delta");
  }

  private static String user(int number, String common, String name) {
    String id = id("user", number);
    return id + common + "true," + id + "," + name + ",Family";
  }

  private static String enrollment(int number, String common, String role) {
    int person = number / CLASSES_OF_EACH;
    int taken = (person + number % CLASSES_OF_EACH) % CLASSES;
    return id("enrollment", number)
        + common
        + id("class", taken)
        + ",b-org,"
        + id("user", person)
        + ","
        + role;
  }

  private static String id(String kind, int number) {
    return "b-" + kind + "-" + number;
  }

  private static String lines(int count, IntFunction<String> line) {
    return IntStream.range(0, count)
        .mapToObj(i -> line.apply(i) + "\n")
        .collect(Collectors.joining());
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
  }
}
