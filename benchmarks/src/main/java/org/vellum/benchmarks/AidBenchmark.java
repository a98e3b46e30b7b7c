package org.vellum.benchmarks;

import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.vellum.finaid.export.RunInfo;
import org.vellum.finaid.run.Run;

/**
 * A full run of the financial aid export, and one of changes, against a bare {@code COPY … TO} of
 * the rows that it reads. How many learners: {@code -Dvellum.aid.learners=25000,50000,100000}.
 */
final class AidBenchmark {
  private static final String LEARNERS = "vellum.aid.learners";
  private static final int CHANGED = 20;
  private static final double GIGA = 1e9;

  private AidBenchmark() {}

  static List<Figure> measure() throws Exception {
    List<Figure> figures = new ArrayList<>();
    for (String count : System.getProperty(LEARNERS, "20000").split(",", -1)) {
      figures.addAll(measure(Integer.parseInt(count.strip())));
    }
    return figures;
  }

  private static List<Figure> measure(int learners) throws Exception {
    Path folder = Files.createTempDirectory("vellum-benchmark-aid");
    try (BenchmarkDatabase database = BenchmarkDatabase.start()) {
      AidSchool school = new AidSchool(database, folder);
      long rows = school.enroll(learners);
      double first = copied(database, folder);
      double copy = Math.min(first, copied(database, folder));
      forgetPeaks();
      Timed full = run(school, RunInfo.Kind.FULL);
      long peak = peak();
      school.change(learners / CHANGED);
      Timed delta = run(school, RunInfo.Kind.DELTA);
      return List.of(
          new Figure(
              String.format(
                  Locale.ROOT,
                  "Full run of %,d learners: %,d rows read, %,d records in three forms (%,d"
                      + " rejected); against COPY of the rows",
                  learners,
                  rows,
                  full.run.counts().exported(),
                  full.run.counts().rejected()),
              seconds(full.seconds),
              seconds(copy),
              String.format(Locale.ROOT, "%.1f times as long", full.seconds / copy)),
          new Figure(
              String.format(Locale.ROOT, "Heap at its highest, %,d learners", learners),
              String.format(Locale.ROOT, "%d MB", peak >> 20),
              "512 MB",
              "–"),
          new Figure(
              String.format(
                  Locale.ROOT,
                  "Run of the changes of %,d learners, against the full run",
                  learners / CHANGED),
              seconds(delta.seconds),
              seconds(full.seconds),
              String.format(Locale.ROOT, "%.1f %%", 100 * delta.seconds / full.seconds)));
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        all.sorted(java.util.Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      }
    }
  }

  private record Timed(Run run, double seconds) {}

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.1f s", seconds);
  }

  private static Timed run(AidSchool school, RunInfo.Kind kind) throws Exception {
    long start = System.nanoTime();
    ExecutorService threads = Executors.newFixedThreadPool(AidSchool.THREADS);
    try {
      List<String> laps = new ArrayList<>();
      Run run = school.run(kind, work -> all(threads, work), laps::add);
      double seconds = (System.nanoTime() - start) / GIGA;
      System.err.println(kind + " " + Duration.ofMillis((long) (seconds * 1000)) + " " + laps);
      return new Timed(run, seconds);
    } finally {
      threads.shutdown();
    }
  }

  private static void all(ExecutorService threads, List<Callable<Void>> work) throws Exception {
    for (Future<Void> each : threads.invokeAll(work)) {
      each.get();
    }
  }

  private static double copied(BenchmarkDatabase database, Path folder) throws Exception {
    long start = System.nanoTime();
    try (var connection = database.connect()) {
      for (String table : AidSchool.TABLES) {
        Path file = folder.resolve(table + ".csv");
        try (OutputStream out = Files.newOutputStream(file)) {
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyOut("copy financial_aid." + table + " to stdout (format csv)", out);
        }
        Files.delete(file);
      }
    }
    return (System.nanoTime() - start) / GIGA;
  }

  private static Stream<MemoryPoolMXBean> heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP);
  }

  private static void forgetPeaks() {
    System.gc();
    heap().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  private static long peak() {
    return heap().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
  }
}
