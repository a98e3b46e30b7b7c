package org.vellum.credentials.cli;

import java.util.concurrent.Callable;
import org.vellum.credentials.baking.BakedBadge;
import org.vellum.credentials.file.CredentialFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "extract",
    mixinStandardHelpOptions = true,
    description = "Takes the credential out of a PNG or SVG badge, or the record out of a PDF.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  extract badge.png > badge.json",
      "  extract transcript.pdf > transcript.json",
      "  extract badge.svg | vellum-credentials verify -"
    })
final class ExtractCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "IMAGE", description = "The badge or PDF; - for what is piped in.")
  private String image = "-";

  @Mixin private Output output = new Output();

  ExtractCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    byte[] bytes = Files.read(image, terminal.in());
    byte[] credential =
        CredentialFile.of(bytes) instanceof CredentialFile.Pdf
            ? PdfFiles.record(bytes)
            : Pictures.extracted(BakedBadge.extract(bytes), terminal.err());
    output.write(credential, terminal);
    return ExitCode.OK;
  }
}
