package org.vellum.credentials;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.vellum.credentials.jsonld.ContextDocuments;

/**
 * The implementations in JavaScript that Vellum is compared with, as {@code src/test/npm} names and
 * pins them. They are installed once into {@code target/npm}; where there is no node, or the
 * packages can be neither downloaded nor found in npm's cache, the test is skipped and says so.
 */
public final class Npm {
  private static final Path SOURCE = Path.of("src/test/npm");
  private static final Path INSTALLED = Path.of("target/npm");
  private static final int INSTALL_SECONDS = 300;
  private static final int RUN_SECONDS = 300;

  private Npm() {}

  /**
   * Runs a script of {@code src/test/npm} with one JSON object on its standard input, and returns
   * the JSON object on its standard output. The input gets a member {@code contexts} with every
   * context of Vellum by its address.
   *
   * @throws IllegalStateException with what the script said, if it fails
   */
  public static ObjectNode run(String script, ObjectNode input) {
    install();
    input.set("contexts", ContextDocuments.all());
    return StandardsFiles.parse(process(INSTALLED, input.toString(), RUN_SECONDS, "node", script));
  }

  private static synchronized void install() {
    assumeTrue(
        works("node", "--version") && works("npm", "--version"),
        "SKIPPED: node and npm are not on this machine");
    try {
      Files.createDirectories(INSTALLED);
      try (FileChannel others = FileChannel.open(INSTALLED.resolve(".lock"), CREATE, WRITE)) {
        FileLock alone = others.lock(); // tests of this module run in more JVMs than this
        copy(arePackagesThere());
        alone.release();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean arePackagesThere() {
    try {
      return Files.mismatch(SOURCE.resolve("package-lock.json"), lock()) == -1;
    } catch (IOException e) {
      return false;
    }
  }

  private static Path lock() {
    return INSTALLED.resolve("node_modules/.installed-lock.json");
  }

  /** Brings the scripts up to date, and the packages if their lock has changed. */
  private static void copy(boolean packagesAreThere) {
    try (var files = Files.list(SOURCE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = INSTALLED.resolve(file.getFileName());
        if (!Files.exists(copy) || Files.mismatch(file, copy) >= 0) {
          Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
      }
      if (!packagesAreThere) {
        String said = tryProcess(INSTALLED, INSTALL_SECONDS, "npm", "ci", "--prefer-offline");
        assumeTrue(
            said.isEmpty(),
            () ->
                "SKIPPED: the npm packages can be neither downloaded nor found in a cache: "
                    + said);
        Files.copy(
            SOURCE.resolve("package-lock.json"), lock(), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean works(String... command) {
    return tryProcess(Path.of("."), RUN_SECONDS, command).isEmpty();
  }

  /** Why the command failed, empty if it did not. */
  private static String tryProcess(Path folder, int seconds, String... command) {
    try {
      process(folder, "", seconds, command);
      return "";
    } catch (IllegalStateException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static String process(Path folder, String input, int seconds, String... command) {
    try {
      Path in = Files.createTempFile("vellum-npm", ".in");
      Path out = Files.createTempFile("vellum-npm", ".out");
      Path err = Files.createTempFile("vellum-npm", ".err");
      Files.writeString(in, input);
      Process process =
          new ProcessBuilder(List.of(command))
              .directory(folder.toFile())
              .redirectInput(in.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
      if (!ended) {
        process.destroyForcibly();
      }
      String said = Files.readString(out, StandardCharsets.UTF_8);
      String complained = Files.readString(err, StandardCharsets.UTF_8);
      for (Path file : List.of(in, out, err)) {
        Files.delete(file);
      }
      if (!ended || process.exitValue() != 0) {
        throw new IllegalStateException(String.join(" ", command) + ": " + complained + said);
      }
      return said;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
