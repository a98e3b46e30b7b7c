package org.vellum.benchmarks;

import java.io.IOException;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vellum.finaid.export.RunInfo;
import org.vellum.finaid.run.Run;

/** One size of a school, measured: a process of its own, whose lines the benchmark reads. */
public final class AidMeasurement {
  static final String MARK = "figure: ";

  /** Before a row of the curve. */
  static final String ROW = "curve: ";

  private static final int CHANGED = 20;
  private static final int DELTAS = 3;
  private static final double GIGA = 1e9;
  private static final long SETTLES = 2_000;

  private final BenchmarkDatabase database;
  private final Path folder;
  private final ProcessesTime processes;
  private final int learners;
  private final String profile = System.getProperty("vellum.aid.profile", "standard");

  private AidMeasurement(BenchmarkDatabase database, Path folder, int learners) throws Exception {
    this.database = database;
    this.folder = folder;
    this.processes = ProcessesTime.of(database);
    this.learners = learners;
  }

  /** One argument: how many learners. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("vellum-benchmark-aid");
    try (BenchmarkDatabase database = BenchmarkDatabase.start()) {
      AidMeasurement measurement =
          new AidMeasurement(database, folder, Integer.parseInt(arguments[0]));
      for (String line : measurement.measure()) {
        System.out.println(MARK + line);
      }
    } finally {
      remove(folder);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(java.util.Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    }
  }

  /** What something took: by the clock, and processor time of this process and the database. */
  private record Took(double seconds, double processor) {
    Figure to(Took baseline, String what, boolean byClock) {
      double measured = byClock ? seconds : processor;
      double compared = byClock ? baseline.seconds : baseline.processor;
      return new Figure(
          what + (byClock ? ", by the clock" : ", by processor time"),
          text(measured),
          text(compared),
          String.format(Locale.ROOT, "%.1f times as long", measured / compared));
    }

    static String text(double seconds) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
  }

  private Took took(Callable<?> work) throws Exception {
    double processor = processes.seconds();
    long start = System.nanoTime();
    work.call();
    double seconds = (System.nanoTime() - start) / GIGA;
    // The postmaster counts the time of a process that ended when it has noticed that it did.
    Thread.sleep(SETTLES);
    return new Took(seconds, processes.seconds() - processor);
  }

  private List<String> measure() throws Exception {
    AidSchool school = new AidSchool(database, folder);
    long read = school.enroll(learners);
    Run[] full = new Run[1];
    forgetPeaks();
    Took run = took(() -> full[0] = run(school, RunInfo.Kind.FULL));
    long peak = peak();
    String what =
        String.format(
            Locale.ROOT,
            "Full run of %,d learners (profile %s, %,d rows read, %,d records, %,d rejected)",
            learners,
            profile,
            read,
            full[0].counts().exported(),
            full[0].counts().rejected());
    List<String> lines = new ArrayList<>();
    lines.add(String.valueOf(1_000 * run.processor / learners));
    if (Boolean.parseBoolean(System.getProperty("vellum.aid.baseline", "true"))) {
      lines.addAll(compared(run, what, full[0]));
    }
    // Several times: of the first a good part is the compiler's, for what only such a run does.
    List<Took> deltas = new ArrayList<>();
    for (int i = 0; i < DELTAS; i++) {
      school.change(learners / CHANGED);
      deltas.add(took(() -> run(school, RunInfo.Kind.DELTA)));
    }
    System.out.println(ROW + row(read, run, peak, deltas));
    lines.add(
        new Figure(
                String.format(Locale.ROOT, "Heap at its highest, %,d learners", learners),
                String.format(Locale.ROOT, "%d MB", peak >> 20),
                "512 MB",
                "–")
            .line());
    for (int i = 0; i < DELTAS; i++) {
      lines.add(share(deltas.get(i).seconds, run.seconds, "time " + (i + 1) + ", by the clock"));
      lines.add(
          share(deltas.get(i).processor, run.processor, "time " + (i + 1) + ", by processor time"));
    }
    return lines;
  }

  /** With copies of the same records, and of the rows that they are made of. */
  private List<String> compared(Took run, String what, Run full) throws Exception {
    WrittenRows rows =
        WrittenRows.load(database, folder.resolve("packages").resolve(full.packageName()));
    Path copies = Files.createDirectories(folder.resolve("copies"));
    rows.copy(copies);
    Took copy = took(() -> rows.copy(copies));
    Took facts = took(() -> WrittenRows.copy(database, AidSchool.tables(), copies));
    rows.drop();
    return List.of(
        run.to(copy, what + " to COPY of the records as rows", true).line(),
        run.to(copy, what + " to COPY of the records as rows", false).line(),
        run.to(facts, what + " to COPY of the rows that it reads", false).line());
  }

  /** One of a table over all sizes; its head is the benchmark's. */
  private String row(long read, Took run, long peak, List<Took> deltas) {
    return String.format(
        Locale.ROOT,
        "| %,d | %,d | %.1f s | %.2f ms | %.1f s | %d MB | %s |",
        learners,
        read,
        run.processor,
        1_000 * run.processor / learners,
        run.seconds,
        peak >> 20,
        deltas.stream()
            .map(each ->
                String.format(
                    Locale.ROOT,
                    "%.1f s (%.1f %%)",
                    each.processor,
                    100 * each.processor / run.processor))
            .collect(Collectors.joining("; ")));
  }

  private String share(double delta, double full, String by) {
    return new Figure(
            String.format(
                Locale.ROOT,
                "Run of the changes of %,d of %,d learners to the full run, %s",
                learners / CHANGED,
                learners,
                by),
            Took.text(delta),
            Took.text(full),
            String.format(Locale.ROOT, "%.1f %%", 100 * delta / full))
        .line();
  }

  private Run run(AidSchool school, RunInfo.Kind kind) throws Exception {
    long start = System.nanoTime();
    ExecutorService threads = Executors.newFixedThreadPool(AidSchool.THREADS);
    try {
      List<String> laps = new ArrayList<>();
      double[] before = {processes.seconds()};
      Run run =
          school.run(
              kind,
              profile,
              work -> all(threads, work),
              lap -> {
                double now = processes.seconds();
                laps.add(
                    String.format(Locale.ROOT, "%s (processors %.1f s)", lap, now - before[0]));
                before[0] = now;
              });
      System.err.printf(
          "%s %s %s, since the start %d ms compiling%n",
          kind,
          Duration.ofNanos(System.nanoTime() - start),
          laps,
          ManagementFactory.getCompilationMXBean().getTotalCompilationTime());
      return run;
    } finally {
      threads.shutdown();
    }
  }

  private static void all(ExecutorService threads, List<Callable<Void>> work) throws Exception {
    for (Future<Void> each : threads.invokeAll(work)) {
      each.get();
    }
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
