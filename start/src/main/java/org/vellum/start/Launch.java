package org.vellum.start;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * The command line of an Open Liberty server. It is what Liberty's own {@code server run} script
 * makes, without the shell in between, which would not pass on the request to stop.
 *
 * @param serverFolder {@code wlp/usr/servers/<name>}
 * @param javaHome of the JDK that runs it
 */
record Launch(Path serverFolder, Path javaHome) {

  private static final int FIRST_JAVA_WITHOUT_SECURITY_MANAGER = 24;

  /**
   * Starts the server.
   *
   * @param jvmOptions what its JVM is told beside what stands in {@code jvm.options}
   */
  List<String> command(List<String> jvmOptions) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(java());
    command.add("@" + platformOptions());
    command.add("-javaagent:" + tools().resolve("ws-javaagent.jar"));
    command.addAll(options(serverFolder.resolve("jvm.options")));
    command.addAll(jvmOptions);
    command.addAll(List.of("-jar", tools().resolve("ws-server.jar").toString(), serverName()));
    return command;
  }

  /** Asks the running server to stop, for systems that cannot ask a process itself. */
  List<String> stopCommand() {
    return List.of(
        java(), "-jar", tools().resolve("ws-server.jar").toString(), serverName(), "--stop");
  }

  String serverName() {
    return serverFolder.getFileName().toString();
  }

  private String java() {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    return javaHome.resolve("bin").resolve(windows ? "java.exe" : "java").toString();
  }

  private Path platformOptions() throws IOException {
    String name = javaVersion() >= FIRST_JAVA_WITHOUT_SECURITY_MANAGER ? "java24" : "java9";
    return wlp().resolve("lib/platform/java").resolve(name + ".options");
  }

  /** From the file {@code release} that every JDK carries. */
  private int javaVersion() throws IOException {
    Properties release = new Properties();
    try (Reader reader = Files.newBufferedReader(javaHome.resolve("release"))) {
      release.load(reader);
    }
    String version = release.getProperty("JAVA_VERSION", "").replace("\"", "");
    return version.isEmpty() ? 0 : Runtime.Version.parse(version).feature();
  }

  private static List<String> options(Path file) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    return Files.readAllLines(file).stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }

  private Path tools() {
    return wlp().resolve("bin/tools");
  }

  private Path wlp() {
    return serverFolder.resolve("../../..").normalize();
  }
}
