package org.vellum.benchmarks;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A full run of the financial aid export, and one of changes, against a bare {@code COPY … TO} of
 * the same rows. How many learners: {@code -Dvellum.aid.learners=20000,100000,500000}; in which
 * profile: {@code -Dvellum.aid.profile=marked}, by which packages are a fifth as long; without what
 * it is compared with: {@code -Dvellum.aid.baseline=false}. Each size is measured by a process of
 * its own with a heap of 512 MB, so that none profits from what was compiled for another.
 */
final class AidBenchmark {
  private static final String LEARNERS = "vellum.aid.learners";
  private static final String HEAP = "-Xmx512m";

  /** Of the table of docs/performance.md. */
  private static final List<String> CURVE =
      List.of(
          "| learners | rows read | full run, processor time | of that for each learner |"
              + " by the clock | heap at its highest | changes of one learner in twenty,"
              + " processor time, the first, second and third time (to the full run) |",
          "|---|---|---|---|---|---|---|");

  private AidBenchmark() {}

  static List<Figure> measure() throws Exception {
    List<Figure> figures = new ArrayList<>();
    List<String> curve = new ArrayList<>();
    double first = 0;
    String smallest = "";
    for (String count : System.getProperty(LEARNERS, "20000,100000").split(",", -1)) {
      List<String> lines = measure(count.strip(), curve);
      double each = Double.parseDouble(lines.removeFirst());
      lines.forEach(line -> figures.add(Figure.parse(line)));
      if (first == 0) {
        first = each;
        smallest = count.strip();
      } else {
        figures.add(
            new Figure(
                "Processor time of a full run for each learner: of %s to %s learners"
                    .formatted(count.strip(), smallest),
                String.format(Locale.ROOT, "%.2f ms", each),
                String.format(Locale.ROOT, "%.2f ms", first),
                String.format(Locale.ROOT, "%.2f times as long", each / first)));
      }
    }
    System.out.println();
    CURVE.forEach(System.out::println);
    curve.forEach(System.out::println);
    return figures;
  }

  private static List<String> measure(String learners, List<String> curve) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-classpath",
                System.getProperty("java.class.path"),
                "-Dvellum.root=" + System.getProperty("vellum.root", "."),
                "-Dvellum.aid.profile=" + System.getProperty("vellum.aid.profile", "standard"),
                "-Dvellum.aid.baseline=" + System.getProperty("vellum.aid.baseline", "true"),
                AidMeasurement.class.getName(),
                learners)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> lines = new ArrayList<>();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.startsWith(AidMeasurement.MARK)) {
          lines.add(line.substring(AidMeasurement.MARK.length()));
        } else if (line.startsWith(AidMeasurement.ROW)) {
          curve.add(line.substring(AidMeasurement.ROW.length()));
        }
      }
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException("the measurement of " + learners + " learners failed");
    }
    return lines;
  }
}
