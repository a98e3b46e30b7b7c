package org.vellum.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vellum.start.Institution;
import org.vellum.start.Start;

/**
 * The last step of {@code mvn -Pstart} as a process of its own: what it prints, what Ctrl-C leaves
 * behind, and what the next start finds.
 */
class StartTest {
  private static final Duration ENDED = Duration.ofSeconds(10);
  private static final Duration RUNNING = Duration.ofMinutes(8);
  private static final List<String> INTERRUPTIBLE = interruptible();
  private static final long STOPPED_SECONDS = 120;
  private static final long POLL_MILLIS = 200;
  private static final int BY_INTERRUPT = 128 + 2;
  private static final Pattern PASSWORD = Pattern.compile("registrar +(\\S+)");

  private final Path folder = Path.of("target", "started-" + ProcessHandle.current().pid());
  private final Path data = folder.resolve("data").toAbsolutePath();
  private int httpPort;
  private int httpsPort;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void endWhatIsLeft() throws Exception {
    for (Process each : started) {
      if (each.isAlive()) {
        each.destroy();
        each.waitFor(STOPPED_SECONDS, TimeUnit.SECONDS);
      }
    }
  }

  @Test
  void it_runs_until_ctrl_c_leaves_nothing_behind_and_finds_its_data_again() throws Exception {
    choosePorts();
    Path first = folder.resolve("first.log");
    Process running = start(first);
    awaitRunning(running, first);
    assertThat(Files.readString(first))
        .contains("[3/6] Starting PostgreSQL and Open Liberty")
        .contains("[4/6] The server is ready.")
        .contains("3 records are published and signed.")
        .contains("http://localhost:" + httpPort);
    String password = password(first);
    String framework = registrar(password).importFramework();

    aSecondOneOnTheSameDataIsRefused();
    assertThat(running.isAlive()).isTrue();
    registrar(password);

    interrupt(running, first);

    Path second = folder.resolve("second.log");
    Process again = start(second);
    awaitRunning(again, second);
    assertThat(Files.readString(second)).contains("The demonstration is there already.");
    assertThat(password(second)).isEqualTo(password);
    assertThat(
            Wire.to(address())
                .get("/competency/ims/case/v1p1/CFDocuments/" + framework, Wire.JSON)
                .statusCode())
        .isEqualTo(200);
    interrupt(again, second);
  }

  private void aSecondOneOnTheSameDataIsRefused() throws Exception {
    Path log = folder.resolve("refused.log");
    Process refused = start(log);
    assertThat(refused.waitFor(STOPPED_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(refused.exitValue()).isEqualTo(1);
    assertThat(Files.readString(log))
        .contains("Vellum cannot start: a server started earlier still uses " + data)
        .doesNotContain("\tat ");
  }

  /** Ctrl-C, after which no process, no port and no file of a running server is left. */
  private void interrupt(Process running, Path log) throws Exception {
    ProcessHandle server = handle(data.resolve("server.pid"));
    ProcessHandle postgres = handle(data.resolve("database/cluster/postmaster.pid"));

    new ProcessBuilder("kill", "-INT", Long.toString(running.pid())).start().waitFor();

    assertThat(running.waitFor(STOPPED_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(running.exitValue()).isEqualTo(BY_INTERRUPT);
    assertThat(Files.readString(log)).contains("Vellum is stopped.").doesNotContain("\tat ");
    // Each takes its file away just before it ends.
    assertThat(server.onExit()).as("the server").succeedsWithin(ENDED);
    assertThat(postgres.onExit()).as("PostgreSQL").succeedsWithin(ENDED);
    assertThat(data.resolve("server.pid")).doesNotExist();
    assertThat(data.resolve("database/cluster/postmaster.pid")).doesNotExist();
    for (int port : new int[] {httpPort, httpsPort}) {
      new ServerSocket(port, 1, InetAddress.getByName("localhost")).close();
    }
  }

  private void choosePorts() throws Exception {
    Files.createDirectories(folder);
    try (ServerSocket http = new ServerSocket(0);
        ServerSocket https = new ServerSocket(0)) {
      httpPort = http.getLocalPort();
      httpsPort = https.getLocalPort();
    }
  }

  private Process start(Path log) throws Exception {
    String home = System.getProperty("java.home");
    Path jdk = Files.writeString(folder.resolve("jdk"), home);
    List<String> command = new ArrayList<>(INTERRUPTIBLE);
    Collections.addAll(
        command,
        Path.of(home, "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        Start.class.getName(),
        Path.of(System.getProperty("vellum.root"))
            .resolve("ear/target/liberty/wlp/usr/servers/vellum")
            .toString(),
        data.toString(),
        Integer.toString(httpPort),
        Integer.toString(httpsPort),
        jdk.toString());
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    // Both JVMs live for a minute: what they would compile well they would hardly use.
    builder.environment().put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
    Process process = builder.start();
    started.add(process);
    return process;
  }

  /**
   * What stands before a command so that it hears Ctrl-C although the tests may run in the
   * background, where a shell lets every child ignore it (GNU env); nothing where that is not
   * known.
   */
  private static List<String> interruptible() {
    List<String> env = List.of("env", "--default-signal=INT");
    List<String> trial = new ArrayList<>(env);
    trial.add("true");
    try {
      return new ProcessBuilder(trial).start().waitFor() == 0 ? env : List.of();
    } catch (IOException e) {
      return List.of();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitRunning(Process process, Path log) throws Exception {
    long deadline = System.nanoTime() + RUNNING.toNanos();
    while (!Files.readString(log).contains("[6/6]") || !Files.readString(log).contains("learner")) {
      assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
      assertThat(System.nanoTime()).as(Files.readString(log)).isLessThan(deadline);
      Thread.sleep(POLL_MILLIS);
    }
  }

  private static String password(Path log) throws Exception {
    Matcher found = PASSWORD.matcher(Files.readString(log));
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static ProcessHandle handle(Path pid) throws Exception {
    return ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).getFirst().strip()))
        .orElseThrow();
  }

  private Institution registrar(String password) throws Exception {
    return Institution.at(address(), "registrar", password);
  }

  private URI address() {
    return URI.create("http://localhost:" + httpPort);
  }
}
