package org.vellum.credentials.cli;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "extract",
    mixinStandardHelpOptions = true,
    description = "Takes the credential out of a PNG or SVG badge.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  extract badge.png > badge.json",
      "  extract badge.svg | vellum-credentials verify -"
    })
final class ExtractCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "IMAGE", description = "The badge; - for what is piped in.")
  private String image = "-";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write; without it, standard output.")
  private String output = "-";

  ExtractCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    String text = Pictures.extracted(Files.read(image, terminal.in()), terminal.err());
    Files.write(output, text.getBytes(StandardCharsets.UTF_8), terminal.out());
    return ExitCode.OK;
  }
}
