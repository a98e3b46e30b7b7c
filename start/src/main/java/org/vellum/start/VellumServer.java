package org.vellum.start;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A Vellum server as a process. It is described, started, waited for, and stopped:
 *
 * <pre>{@code
 * try (VellumServer server = VellumServer.in(serverFolder).data(folder).ports(9080, 9443)) {
 *   server.start();
 *   server.awaitReady(Duration.ofMinutes(2));
 * }
 * }</pre>
 *
 * <p>Several may run from one server folder at a time, each with a data folder and ports of its
 * own: what a server writes, logs and keys included, goes below its data folder. Only the process
 * that this started is ever ended.
 */
public final class VellumServer implements AutoCloseable {

  private static final Duration STOP_LIMIT = Duration.ofSeconds(75);
  private static final Duration PROBE_LIMIT = Duration.ofSeconds(10);
  private static final long POLL_MILLIS = 200;

  private final Path serverFolder;
  private final Map<String, String> environment = new TreeMap<>();
  private Path javaHome = Path.of(System.getProperty("java.home"));
  private Path data = Path.of(".vellum").toAbsolutePath();
  private int httpPort = 9080;
  private int httpsPort = 9443;
  private List<String> jvmOptions = List.of();
  private @Nullable Process process;
  private @Nullable DataLock lock;

  private VellumServer(Path serverFolder) {
    this.serverFolder = serverFolder;
  }

  /** The server whose configuration is in this folder, {@code …/wlp/usr/servers/vellum}. */
  public static VellumServer in(Path serverFolder) {
    return new VellumServer(serverFolder.toAbsolutePath().normalize());
  }

  /** The JDK that runs it, version 21 or newer; unless said, the one that runs this. */
  public VellumServer java(Path javaHome) {
    this.javaHome = javaHome;
    return this;
  }

  /** The folder that holds everything it keeps; made if it is missing. */
  public VellumServer data(Path folder) {
    this.data = folder.toAbsolutePath().normalize();
    return this;
  }

  /** The ports of localhost where it answers HTTP and HTTPS. */
  public VellumServer ports(int http, int https) {
    this.httpPort = http;
    this.httpsPort = https;
    return this;
  }

  /** Ports that are free now, for tests. */
  public VellumServer freePorts() throws IOException {
    try (ServerSocket http = new ServerSocket(0);
        ServerSocket https = new ServerSocket(0)) {
      return ports(http.getLocalPort(), https.getLocalPort());
    }
  }

  /** Sets a configuration key, such as {@code vellum.platform.token-lifetime}. */
  public VellumServer with(String key, String value) {
    environment.put(Secrets.environmentName(key), value);
    return this;
  }

  /**
   * Lives for minutes, as in tests: its JVM compiles quickly rather than well, and so starts with
   * two thirds of the work.
   */
  public VellumServer shortLived() {
    this.jvmOptions = List.of("-XX:TieredStopAtLevel=1");
    return this;
  }

  /**
   * Starts the process and returns at once.
   *
   * @throws CannotStart when another uses the data folder, or a file cannot be read or written
   */
  public void start() throws CannotStart {
    try {
      PrivateFiles.folder(data);
      DataLock held = DataLock.of(data);
      lock = held;
      Launch launch = new Launch(serverFolder, javaHome);
      log().begin();
      ProcessBuilder builder =
          new ProcessBuilder(launch.command(jvmOptions))
              .directory(log().folder().toFile())
              .redirectErrorStream(true)
              .redirectOutput(log().console().toFile());
      builder.environment().putAll(environmentOfServer());
      Process started = builder.start();
      process = started;
      PrivateFiles.write(data.resolve("server.pid"), started.pid() + "\n");
    } catch (IOException e) {
      stop();
      throw new CannotStart("the server's files cannot be used: " + e + ".");
    }
  }

  private Map<String, String> environmentOfServer() throws IOException {
    Map<String, String> all = new TreeMap<>(Secrets.in(data).environment());
    all.put("VELLUM_PLATFORM_BASE_URL", address().toString());
    // A secret or an address in the person's own environment goes before those made here.
    all.keySet().removeAll(System.getenv().keySet());
    all.putAll(environment);
    all.put("VELLUM_DATA", data.toString());
    all.put("VELLUM_HTTP_PORT", Integer.toString(httpPort));
    all.put("VELLUM_HTTPS_PORT", Integer.toString(httpsPort));
    all.put("JAVA_HOME", javaHome.toString());
    all.put("WLP_USER_DIR", serverFolder.resolve("../..").normalize().toString());
    all.put("WLP_OUTPUT_DIR", data.resolve("server").toString());
    return all;
  }

  /**
   * Waits until the server says that it is ready.
   *
   * @throws CannotStart when it ends before, or does not get ready within the limit; then it is
   *     stopped, and {@link #lastMessages} tells more
   */
  public void awaitReady(Duration limit) throws CannotStart {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!isReady()) {
      String wrong = null;
      if (!isRunning()) {
        wrong = "the server ended while it started";
      } else if (log().failure().isPresent()) {
        wrong = "the application did not start";
      } else if (System.nanoTime() > deadline) {
        wrong = "the server was not ready after %d seconds".formatted(limit.toSeconds());
      }
      if (wrong != null) {
        stop();
        throw new CannotStart(wrong + "; see " + log().messages() + ".");
      }
      pause();
    }
  }

  /** Whether the process runs. */
  public boolean isRunning() {
    return process != null && process.isAlive();
  }

  /** Whether it runs and answers that all its parts are ready. */
  public boolean isReady() {
    if (!isRunning()) {
      return false;
    }
    try {
      HttpRequest probe =
          HttpRequest.newBuilder(address().resolve("/health/ready")).timeout(PROBE_LIMIT).build();
      return HttpClient.newHttpClient()
              .send(probe, HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Where it answers, {@code http://localhost:<port>}. */
  public URI address() {
    return URI.create("http://localhost:" + httpPort);
  }

  /** The folder that holds everything it keeps. */
  public Path data() {
    return data;
  }

  /** The last lines that the server wrote, at most so many. */
  public List<String> lastMessages(int lines) throws IOException {
    return log().last(lines);
  }

  /** Waits until the process has ended, however long. */
  public void awaitEnd() throws InterruptedException {
    if (process != null) {
      process.waitFor();
    }
  }

  /** Ends the process as {@code kill -9} does, with nothing tidied up; for tests of recovery. */
  public void kill() {
    if (process != null) {
      process.destroyForcibly().onExit().join();
    }
    release();
  }

  /** Asks the server to stop, waits, and after a time ends it; does nothing when it is stopped. */
  public synchronized void stop() {
    Process running = process;
    if (running != null && running.isAlive()) {
      ask(running);
      if (!endsWithin(running, STOP_LIMIT)) {
        running.destroyForcibly().onExit().join();
      }
    }
    process = null;
    release();
  }

  private void ask(Process running) {
    if (running.supportsNormalTermination()) {
      running.destroy();
      return;
    }
    try {
      ProcessBuilder asking = new ProcessBuilder(new Launch(serverFolder, javaHome).stopCommand());
      asking.environment().putAll(environmentOfServer());
      endsWithin(asking.redirectErrorStream(true).start(), STOP_LIMIT);
    } catch (IOException e) {
      running.destroy();
    }
  }

  private void release() {
    try {
      if (lock != null) {
        Files.deleteIfExists(data.resolve("server.pid"));
        lock.close();
      }
    } catch (IOException e) {
      // The file then names a process that is gone, and the lock ends with this JVM.
    }
    lock = null;
  }

  private ServerLog log() {
    return new ServerLog(
        data.resolve("server").resolve(serverFolder.getFileName()).resolve("logs"));
  }

  private static boolean endsWithin(Process process, Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stop();
  }
}
