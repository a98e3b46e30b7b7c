package org.vellum.database;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One bundled PostgreSQL on one folder. It is started on first use; one left behind by a server
 * that was killed is found and used again; it is stopped with the JVM, after the server's own
 * sessions have ended. There is never a second one on the folder: PostgreSQL's own lock forbids it,
 * and {@link FolderLock} keeps a second server away.
 */
final class PostgresServer {

  private static final Logger LOG = System.getLogger(PostgresServer.class.getName());
  private static final Map<Path, PostgresServer> SERVERS = new ConcurrentHashMap<>();
  private static final Duration ORPHAN_LIMIT = Duration.ofSeconds(60);
  private static final Duration DRAIN_LIMIT = Duration.ofSeconds(15);
  private static final long POLL_MILLIS = 200;
  private static final int START_ATTEMPTS = 3;

  private final Path path;
  private @Nullable Running running;

  /** A PostgreSQL that answered. */
  private record Running(
      Cluster cluster, FolderLock lock, DatabaseSecrets secrets, PostmasterPid postmaster) {}

  /** Where the application connects. */
  record Address(int port, String user, String password) {}

  private PostgresServer(Path path) {
    this.path = path;
    Runtime.getRuntime().addShutdownHook(new Thread(this::drainAndStop, "stop-postgresql"));
  }

  /** The same for the same folder, so that data sources configured anew share one. */
  static PostgresServer of(Path path) {
    return SERVERS.computeIfAbsent(path.toAbsolutePath().normalize(), PostgresServer::new);
  }

  /**
   * Starts PostgreSQL unless it runs.
   *
   * @param wantedPort 0 for the port of the last time, or any free one
   */
  synchronized Address start(int wantedPort) throws DatabaseUnavailable {
    Running known = running;
    if (known == null || !known.postmaster.isAlive()) {
      stop();
      known = started(wantedPort);
      running = known;
    }
    return new Address(
        known.postmaster.port(), Setup.APPLICATION_ROLE, known.secrets.application());
  }

  private Running started(int wantedPort) throws DatabaseUnavailable {
    long began = System.nanoTime();
    DatabaseFolder folder = DatabaseFolder.prepared(path);
    try {
      FolderLock lock = FolderLock.of(folder);
      try {
        PostgresPrograms programs = PostgresPrograms.in(folder);
        Cluster cluster = Cluster.in(folder, programs);
        DatabaseSecrets secrets = DatabaseSecrets.keptIn(folder);
        Optional<PostmasterPid> orphan = usableOrphan(cluster, secrets);
        if (orphan.isEmpty()) {
          start(folder, cluster, wantedPort);
        }
        PostmasterPid postmaster = PostmasterPid.find(cluster.path()).orElseThrow();
        new Setup(postmaster.port(), secrets).prepareApplicationDatabase();
        tell(programs, postmaster, orphan.isPresent(), began);
        return new Running(cluster, lock, secrets, postmaster);
      } catch (IOException | SQLException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (DatabaseUnavailable e) {
      throw e;
    } catch (IOException e) {
      throw new DatabaseUnavailable(
          "The database folder " + path + " cannot be used: " + DatabaseFolder.reason(e) + ".", e);
    } catch (SQLException e) {
      throw new DatabaseUnavailable("PostgreSQL cannot be set up: " + e.getMessage(), e);
    }
  }

  private static void tell(
      PostgresPrograms programs, PostmasterPid postmaster, boolean orphan, long began)
      throws IOException, DatabaseUnavailable {
    LOG.log(
        Level.INFO,
        "PostgreSQL {0} {1} on {2}:{3} after {4} ms",
        programs.fullVersion(),
        orphan ? "was still running and is used again" : "is ready",
        Loopback.ADDRESS,
        Integer.toString(postmaster.port()),
        Long.toString(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began)));
  }

  /**
   * The PostgreSQL that a killed server left on the folder, once it answers with our password. One
   * that is ending is waited for. A file of one that is gone is removed.
   */
  private static Optional<PostmasterPid> usableOrphan(Cluster cluster, DatabaseSecrets secrets)
      throws IOException, DatabaseUnavailable {
    long deadline = System.nanoTime() + ORPHAN_LIMIT.toNanos();
    Optional<PostmasterPid> found = PostmasterPid.find(cluster.path());
    while (found.isPresent() && found.get().isAlive()) {
      if (new Setup(found.get().port(), secrets).answersFor(cluster.path())) {
        return found;
      }
      if (System.nanoTime() > deadline) {
        throw new DatabaseUnavailable(
            "A PostgreSQL (process %d) holds the folder %s and does not answer: end it and start again."
                .formatted(found.get().pid(), cluster.path()));
      }
      pause();
      found = PostmasterPid.find(cluster.path());
    }
    // PostgreSQL removes this itself, except when another program now has the process number.
    Files.deleteIfExists(PostmasterPid.file(cluster.path()));
    return Optional.empty();
  }

  private static void start(DatabaseFolder folder, Cluster cluster, int wantedPort)
      throws IOException, DatabaseUnavailable {
    for (int attempt = 1; ; attempt++) {
      int port = wantedPort != 0 ? wantedPort : usualPort(folder);
      if (!Loopback.isFree(port)) {
        throw new DatabaseUnavailable(
            "Port %d, configured for PostgreSQL, is in use: free it or set vellum.database.port."
                .formatted(port));
      }
      try {
        cluster.start(port);
        folder.rememberPort(port);
        return;
      } catch (DatabaseUnavailable e) {
        boolean takenMeanwhile = wantedPort == 0 && !Loopback.isFree(port);
        if (!takenMeanwhile || attempt == START_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static int usualPort(DatabaseFolder folder) throws IOException {
    Optional<Integer> usual = folder.rememberedPort().filter(Loopback::isFree);
    return usual.isPresent() ? usual.get() : Loopback.freePort();
  }

  /** At the JVM's end: the server may still be finishing requests, and those need the database. */
  private void drainAndStop() {
    Running known = running;
    if (known != null) {
      Setup setup = new Setup(known.postmaster.port(), known.secrets);
      long deadline = System.nanoTime() + DRAIN_LIMIT.toNanos();
      while (System.nanoTime() < deadline && setup.hasOtherSessions()) {
        pause();
      }
    }
    try {
      stop();
    } catch (DatabaseUnavailable e) {
      LOG.log(Level.ERROR, "PostgreSQL on {0} was not stopped: {1}", path, e.getMessage());
    }
  }

  /** Stops PostgreSQL and gives the folder free; does nothing when it is not running. */
  synchronized void stop() throws DatabaseUnavailable {
    Running known = running;
    if (known == null) {
      return;
    }
    running = null;
    try {
      if (known.postmaster.isAlive()) {
        known.cluster.stop();
        LOG.log(Level.INFO, "PostgreSQL on {0} is stopped", path);
      }
      known.lock.close();
    } catch (IOException e) {
      throw new DatabaseUnavailable("PostgreSQL was not stopped: " + DatabaseFolder.reason(e), e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
