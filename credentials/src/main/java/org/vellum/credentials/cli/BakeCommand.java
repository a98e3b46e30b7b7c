package org.vellum.credentials.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.vellum.credentials.baking.Baking;
import org.vellum.credentials.baking.Kind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "bake",
    mixinStandardHelpOptions = true,
    description =
        "Puts a credential into a PNG or SVG picture; replaces one that is in it already.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  bake --image medal.png -o badge.png signed.json",
      "  bake --image medal.svg --kind OPEN_BADGES_2 -o badge.svg assertion.json"
    })
final class BakeCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "The signed credential; - for what is piped in.")
  private String file = "-";

  @Option(
      names = "--image",
      required = true,
      paramLabel = "IMAGE",
      description = "The picture, PNG or SVG.")
  private Path image = Path.of("");

  @Option(names = "--kind", description = "OPEN_BADGES_3 (the default) or OPEN_BADGES_2.")
  private Kind kind = Kind.OPEN_BADGES_3;

  @Mixin private Output output = new Output();

  BakeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    String credential = new String(Files.read(file, terminal.in()), StandardCharsets.UTF_8).strip();
    switch (Baking.bake(Files.read(image), credential, kind)) {
      case Baking.Baked baked -> {
        Pictures.tell(baked.remarks(), terminal.err());
        output.write(baked.image(), terminal);
      }
      case Baking.Refused refused ->
          throw new CommandFailed(ExitCode.INVALID, "Not baked: " + refused.why().message() + ".");
    }
    return ExitCode.OK;
  }
}
