package org.vellum.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command line of the credentials library, as a program of its own. */
final class CommandLine {
  private static final Path JAR =
      Path.of(System.getProperty("vellum.root"), "credentials/target/vellum-credentials.jar");
  private static final long LIMIT_SECONDS = 120;

  private final Path folder;

  /** Works in a folder: relative names are of its files. */
  CommandLine(Path folder) {
    this.folder = folder;
  }

  /** What a command said. */
  record Said(int exitCode, String out, String err) {}

  Said run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // It lives for a second: what the JVM would compile well it would not use.
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.add("-jar");
    command.add(JAR.toString());
    command.addAll(List.of(arguments));
    Path out = folder.resolve("said.txt");
    Path err = folder.resolve("complained.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("VELLUM_KEY_PASSPHRASE", "a passphrase for a test");
    Process process = builder.start();
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("it did not end: " + command);
    }
    return new Said(
        process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }
}
