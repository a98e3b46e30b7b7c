package org.vellum.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a running PostgreSQL writes about itself into {@code postmaster.pid}: line 1 its process,
 * line 3 when it started, line 4 its port, line 8 its status (PostgreSQL's {@code pidfile.h}).
 *
 * @param pid the process
 * @param startedAt seconds since 1970
 * @param port the TCP port; 0 while it is not yet written
 */
record PostmasterPid(long pid, long startedAt, int port) {

  private static final int LINE_OF_START = 2;
  private static final int LINE_OF_PORT = 3;
  private static final long CLOCK_TOLERANCE_SECONDS = 10;

  static Path file(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }

  /** Empty when there is no such file, or one that no PostgreSQL finished writing. */
  static Optional<PostmasterPid> find(Path cluster) throws IOException {
    try {
      return parse(Files.readAllLines(file(cluster)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  static Optional<PostmasterPid> parse(List<String> lines) {
    try {
      return Optional.of(
          new PostmasterPid(
              Long.parseLong(lines.get(0).strip()),
              Long.parseLong(lines.get(LINE_OF_START).strip()),
              lines.size() > LINE_OF_PORT ? Integer.parseInt(lines.get(LINE_OF_PORT).strip()) : 0));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether that process still runs and is a PostgreSQL. After a restart of the machine its number
   * may belong to another program; where the system hides that program's name, one that began later
   * than the file says is another.
   */
  boolean isAlive() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isPostgres).isPresent()
        && !hasEndedUnnoticed();
  }

  /**
   * Linux keeps a process that ended until its parent asks. PostgreSQL's parent is process 1, which
   * in a container often never does. The state is the first field after the name (proc(5)).
   */
  private boolean hasEndedUnnoticed() {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
    } catch (IOException e) {
      return false;
    }
  }

  private boolean isPostgres(ProcessHandle process) {
    ProcessHandle.Info info = process.info();
    return info.command()
        .map(command -> String.valueOf(Path.of(command).getFileName()).startsWith("postgres"))
        .orElseGet(() -> !beganLater(info));
  }

  private boolean beganLater(ProcessHandle.Info info) {
    return info.startInstant()
        .map(start -> start.getEpochSecond() > startedAt + CLOCK_TOLERANCE_SECONDS)
        .orElse(false);
  }
}
