package org.vellum.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code mvn -Pstart} runs first, as it runs it: the source file, by the JDK of Maven. Where a
 * machine lacks nothing, a file system that only the process sees lets it lack something.
 */
class PreflightProcessTest {
  private static final Path OTHER_JDKS = Path.of("/usr/lib/jvm");

  @TempDir Path folder;

  private Path data = Path.of("");
  private Path passed = Path.of("");
  private int port;

  @BeforeEach
  void aMachineThatHasAll() throws IOException {
    data = folder.resolve("data");
    passed = folder.resolve("target/machine-looked-at");
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
  }

  @Test
  void a_machine_that_has_all_passes_and_the_file_says_so() throws Exception {
    Ended ended = run(List.of(), preflight(ownJava()));
    assertThat(ended.exitCode()).as(ended.said()).isZero();
    assertThat(passed).exists();
    assertThat(data).doesNotExist();
  }

  @Test
  void a_busy_port_is_one_sentence() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
      port = taken.getLocalPort();
      refused(
          run(List.of(), preflight(ownJava())),
          "port %d is in use; free it or choose another with -Dvellum.http.port=…".formatted(port));
    }
  }

  @Test
  void a_folder_below_a_file_is_one_sentence() throws Exception {
    data = Files.createFile(folder.resolve("file")).resolve("data");
    refused(
        run(List.of(), preflight(ownJava())),
        "the data folder %s cannot be written; choose another with -Dvellum.data=…"
            .formatted(data));
  }

  @Test
  void a_folder_that_is_read_only_is_one_sentence() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    data = disk.resolve("data");
    refused(
        run(List.of("mount -t tmpfs -o ro none " + disk), preflight(ownJava())),
        "the data folder %s cannot be written; choose another with -Dvellum.data=…"
            .formatted(data));
  }

  @Test
  void too_little_memory_is_one_sentence() throws Exception {
    Path figures = Files.writeString(folder.resolve("meminfo"), "MemAvailable:  512000 kB\n");
    refused(
        run(List.of("mount --bind " + figures + " /proc/meminfo"), preflight(ownJava())),
        "it needs 1200 MB of free memory and this machine has 500 MB.");
  }

  @Test
  void too_little_disk_space_is_one_sentence() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    data = disk.resolve("data");
    refused(
        run(List.of("mount -t tmpfs -o size=100m none " + disk), preflight(ownJava())),
        "it needs 1500 MB of free disk space and this machine has 100 MB.");
  }

  @Test
  void a_machine_whose_only_jdk_is_too_old_is_one_sentence() throws Exception {
    Optional<Path> old = jdk17();
    assumeThat(old).as("no JDK 17 is installed that could be the only one").isPresent();
    Path only = Files.createDirectory(folder.resolve("jdk"));
    Path home = Files.createDirectory(folder.resolve("home"));
    List<String> command = preflight(only.resolve("bin/java"));
    command.add(1, "-Duser.home=" + home);
    refused(
        run(
            List.of(
                "mount --rbind " + old.orElseThrow() + " " + only,
                "mount -t tmpfs none " + OTHER_JDKS),
            command),
        "it needs a JDK of version 21 or newer and found version 17; install one and try again.");
  }

  /** How a process ended, and all that it said. */
  private record Ended(int exitCode, String said) {}

  private void refused(Ended ended, String sentence) {
    assertThat(ended.said().strip()).isEqualTo("Vellum cannot start: " + sentence);
    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(passed).doesNotExist();
    assertThat(Files.exists(data)).as("nothing is made").isFalse();
  }

  private List<String> preflight(Path java) {
    String source = System.getProperty("vellum.root") + "/start/src/main/java/org/vellum/start/";
    return new ArrayList<>(
        List.of(
            java.toString(),
            source + "Preflight.java",
            data.toString(),
            Integer.toString(port),
            Integer.toString(port == 1 ? 2 : 1),
            passed.toString()));
  }

  /** Runs a command; with mounts, in a namespace of its own, where that is allowed. */
  private Ended run(List<String> mounts, List<String> command) throws Exception {
    List<String> all = new ArrayList<>(command);
    if (!mounts.isEmpty()) {
      assumeThat(mayMount()).as("this account may not mount anything, even for itself").isTrue();
      all.addAll(
          0,
          List.of(
              "unshare",
              "--mount",
              "sh",
              "-ec",
              String.join("; ", mounts) + "; exec \"$@\"",
              "sh"));
    }
    return run(all);
  }

  private static boolean mayMount() throws Exception {
    return Files.exists(Path.of("/usr/bin/unshare"))
        && run(List.of("unshare", "--mount", "true")).exitCode() == 0;
  }

  private static Ended run(List<String> command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.matches("(JAVA|JDK).*"));
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new Ended(process.exitValue(), said);
  }

  private static Path ownJava() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  private static Optional<Path> jdk17() throws IOException {
    if (!Files.isDirectory(OTHER_JDKS)) {
      return Optional.empty();
    }
    try (var jdks = Files.list(OTHER_JDKS)) {
      return jdks.filter(jdk -> jdk.getFileName().toString().contains("17"))
          .filter(jdk -> Files.exists(jdk.resolve("bin/javac")))
          .map(jdk -> jdk.toAbsolutePath())
          .findFirst();
    }
  }
}
