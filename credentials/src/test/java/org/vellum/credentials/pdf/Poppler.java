package org.vellum.credentials.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs of others, asked about a PDF. */
final class Poppler {
  private Poppler() {}

  /** Says so, and leaves the test out, where a program is not installed. */
  static void needs(String program) {
    boolean found =
        List.of(System.getenv("PATH").split(":", -1)).stream()
            .anyMatch(each -> Files.isExecutable(Path.of(each, program)));
    assumeTrue(found, "SKIPPED: " + program + " is not installed, so it judges no PDF");
  }

  /** What a program prints. */
  static String run(Path folder, String... command) throws IOException, InterruptedException {
    needs(command[0]);
    Path output = folder.resolve("output.txt");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    // What it knows of whom to trust is of the machine and not of the test.
    builder.environment().put("HOME", folder.toString());
    Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return Files.readString(output, StandardCharsets.UTF_8);
  }

  /** The text of a PDF, as it is laid out. */
  static String text(Path folder, byte[] pdf) throws IOException, InterruptedException {
    about(folder, pdf, "pdftotext", "-layout", "-enc", "UTF-8");
    return Files.readString(folder.resolve("judged.txt"));
  }

  /** What a program prints about a PDF, whose name comes last. */
  static String about(Path folder, byte[] pdf, String... command)
      throws IOException, InterruptedException {
    Path file = folder.resolve("judged.pdf");
    Files.write(file, pdf);
    String[] full = java.util.Arrays.copyOf(command, command.length + 1);
    full[command.length] = file.toString();
    return run(folder, full);
  }
}
