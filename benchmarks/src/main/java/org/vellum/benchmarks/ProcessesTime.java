package org.vellum.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;

/**
 * Processor time of this process and of all of a database's. Others on the machine lengthen it far
 * less than the time by the clock.
 *
 * @param postmaster the database's first process
 */
record ProcessesTime(ProcessHandle postmaster) {
  private static final double GIGA = 1e9;
  private static final double TICKS = 100;
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  static ProcessesTime of(BenchmarkDatabase database) throws Exception {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show data_directory")) {
      row.next();
      long pid =
          Long.parseLong(
              Files.readAllLines(Path.of(row.getString(1), "postmaster.pid")).getFirst().strip());
      return new ProcessesTime(ProcessHandle.of(pid).orElseThrow());
    }
  }

  /** Of all of them. */
  double seconds() {
    return SYSTEM.getProcessCpuTime() / GIGA + databaseSeconds();
  }

  /** Of the database's that are there, and of those that the postmaster has seen end. */
  double databaseSeconds() {
    double children =
        postmaster
            .children()
            .map(ProcessHandle::info)
            .map(info -> info.totalCpuDuration().orElse(Duration.ZERO))
            .mapToDouble(time -> time.toNanos() / GIGA)
            .sum();
    return children + ended();
  }

  /** Where there is /proc. */
  private double ended() {
    Path stat = Path.of("/proc", String.valueOf(postmaster.pid()), "stat");
    if (!Files.exists(stat)) {
      return 0;
    }
    try {
      String text = Files.readString(stat);
      String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
      // Fields 14 to 17 of proc(5): its own, and of children that were waited for.
      double ticks = 0;
      for (int i = 11; i < 15; i++) {
        ticks += Long.parseLong(fields[i]);
      }
      return ticks / TICKS;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
