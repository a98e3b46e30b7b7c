package org.vellum.credentials.cli;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Mixin private Output output = new Output();

  ExtractCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    String text = Pictures.extracted(Files.read(image, terminal.in()), terminal.err());
    output.write(text.getBytes(StandardCharsets.UTF_8), terminal);
    return ExitCode.OK;
  }
}
