package org.vellum.credentials.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Option;

/** Where a command writes what it made: the same option for all of them. */
final class Output {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write; without it, standard output.")
  private String file = "-";

  void write(byte[] bytes, Terminal terminal) {
    Files.write(file, bytes, terminal.out());
  }

  /** JSON as files hold it: indented, with an end of line. */
  static byte[] json(JsonNode node) {
    return (node.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
