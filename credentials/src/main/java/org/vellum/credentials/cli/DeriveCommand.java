package org.vellum.credentials.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.vellum.credentials.jsonld.Canonicalizer;
import org.vellum.credentials.selective.Disclosure;
import org.vellum.credentials.selective.EcdsaSd2023;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "derive",
    mixinStandardHelpOptions = true,
    description = {
      "Shows a part of a record that was signed with ecdsa-sd-2023; the rest stays hidden,",
      "and the issuer's signature still holds over what is shown. It needs no key."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  derive --achievement urn:uuid:… --achievement urn:uuid:… transcript.json > part.json",
      "  derive --pointer /credentialSubject/achievement/name badge.json"
    })
final class DeriveCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "The signed record; - for what is piped in.")
  private String file = "-";

  @Option(
      names = "--achievement",
      paramLabel = "ID",
      description = "Show this achievement, or the credential with this id. May be repeated.")
  private List<String> achievements = new ArrayList<>();

  @Option(
      names = "--pointer",
      paramLabel = "POINTER",
      description = "Show what is at this JSON pointer. May be repeated.")
  private List<String> pointers = new ArrayList<>();

  @Mixin private Output output = new Output();

  DeriveCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    ObjectNode signed = Json.object(Files.read(file, terminal.in()));
    try {
      List<String> shown = new ArrayList<>(pointers);
      if (!achievements.isEmpty()) {
        shown.addAll(Disclosure.of(signed, achievements));
      }
      ObjectNode part = new EcdsaSd2023(new Canonicalizer()).derive(signed, shown);
      output.write(Output.json(part), terminal);
      return ExitCode.OK;
    } catch (IllegalArgumentException e) {
      throw new CommandFailed(
          ExitCode.INVALID, "Nothing derived: " + Plain.text(String.valueOf(e.getMessage())) + ".");
    }
  }
}
