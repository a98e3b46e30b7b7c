package org.vellum.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.vellum.start.Institution;

/**
 * A CSV file of results of one gigabyte, made while it is sent and held whole by nobody: 50,000
 * results with comments as long as they may be. What is alive in the server is looked at meanwhile.
 * The system property {@code vellum.benchmarks.share} makes it smaller.
 */
final class LargeFileBenchmark {
  private static final double SHARE =
      Double.parseDouble(System.getProperty("vellum.benchmarks.share", "1"));
  private static final Duration LIMIT = Duration.ofMinutes(15);
  private static final int COMMENT = 19_900;
  private static final int ROWS = (int) (50_000 * SHARE);
  private static final String HEADER =
      "sourcedId,lineItemSourcedId,studentSourcedId,scoreStatus,score,scoreDate,comment\n";

  private LargeFileBenchmark() {}

  static List<Figure> measure() throws Exception {
    try (MeasuredServer measured = MeasuredServer.started()) {
      Institution institution = measured.institution();
      ResultFiles.found(institution, ResultFiles.KNOWN);
      try (HeapOfProcess heap = HeapOfProcess.of(measured.processId())) {
        return List.of(
            ImportBenchmark.memory(
                heap,
                String.format(
                    Locale.ROOT,
                    "taking in a CSV file of %.2f GB over HTTP with %,d results",
                    (double) ROWS * COMMENT / 1e9,
                    ROWS),
                () ->
                    institution
                        .registrar()
                        .post(
                            "/competency/results/files",
                            "text/csv",
                            BodyPublishers.ofByteArrays(LargeFileBenchmark::file),
                            LIMIT)));
      }
    }
  }

  /** Its lines, each made when it is sent. */
  private static Iterator<byte[]> file() {
    String comment = "Her reasons hold. ".repeat(COMMENT / 10).substring(0, COMMENT);
    return IntStream.rangeClosed(0, ROWS)
        .mapToObj(number -> (number == 0 ? HEADER : row(number, comment)).getBytes(UTF_8))
        .iterator();
  }

  private static String row(int number, String comment) {
    return "large-%d,%s,b-user-%d,fully graded,%d,2026-05-03,%s\n"
        .formatted(number, ResultFiles.LINE_ITEM, number % ResultFiles.KNOWN, number % 5, comment);
  }
}
