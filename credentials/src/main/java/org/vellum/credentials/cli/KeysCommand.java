package org.vellum.credentials.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.key.DidWeb;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.credentials.key.SignatureAlgorithm;
import org.vellum.credentials.key.VerificationKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "keys",
    mixinStandardHelpOptions = true,
    description = "Makes the keys that an issuer signs with, and the documents that publish them.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  keys generate --controller did:web:university.example issuer-2026.json",
      "  keys show issuer-2026.json",
      "  keys end --revoked 2026-03-01T00:00:00Z issuer-2025.json",
      "  keys did issuer-2026.json issuer-2025.json > .well-known/did.json",
      "",
      "The passphrase is asked for, or taken from the variable VELLUM_KEY_PASSPHRASE."
    })
final class KeysCommand {
  private final Terminal terminal;

  KeysCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Command(mixinStandardHelpOptions = true, description = "Makes a new key; never overwrites one.")
  int generate(
      @Option(
              names = "--controller",
              required = true,
              paramLabel = "URL",
              description =
                  "Who the key speaks for: the issuer's did:web or https address, or did:key for a"
                      + " key that speaks for itself.")
          String controller,
      @Option(
              names = "--algorithm",
              defaultValue = "ED25519",
              description = "ED25519 (the default), ES256 (P-256) or ES384 (P-384).")
          SignatureAlgorithm algorithm,
      @Parameters(paramLabel = "FILE", description = "Where to write the key.") Path file) {
    IssuerKey key;
    try {
      key = IssuerKey.generate(controller, algorithm);
    } catch (IllegalArgumentException e) {
      throw new CommandFailed(ExitCode.USAGE, "No such key: " + e.getMessage() + ".");
    }
    Files.writeSecret(file, KeyFile.write(key, terminal.passphrase()));
    terminal.out().println(key.verificationMethod());
    return ExitCode.OK;
  }

  @Command(mixinStandardHelpOptions = true, description = "Shows the public half of a key.")
  int show(@Parameters(paramLabel = "FILE", description = "A key file.") Path file) {
    terminal.out().println(KeyFile.published(file).toPrettyString());
    return ExitCode.OK;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description =
          "Ends a key: what it signed before stays valid. Publish the DID document again after it.")
  int end(
      @Option(
              names = "--revoked",
              paramLabel = "INSTANT",
              description = "Compromised: nothing signed at or after this instant is believed.")
          @Nullable Instant revoked,
      @Option(
              names = "--expires",
              paramLabel = "INSTANT",
              description = "Replaced: from this instant on nothing is signed with it.")
          @Nullable Instant expires,
      @Parameters(paramLabel = "FILE", description = "A key file; it is changed.") Path file) {
    if (revoked == null && expires == null) {
      throw new CommandFailed(ExitCode.USAGE, "Say when: --revoked or --expires.");
    }
    KeyFile.end(file, expires, revoked);
    terminal.out().println(KeyFile.published(file).toPrettyString());
    return ExitCode.OK;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Writes the DID document that publishes keys of one did:web.")
  int did(
      @Parameters(paramLabel = "FILE", arity = "1..*", description = "Key files, the newest first.")
          List<Path> files) {
    List<VerificationKey> keys = new ArrayList<>();
    for (Path file : files) {
      keys.add(KeyFile.verificationKey(file));
    }
    String controller = keys.get(0).controller();
    if (!keys.stream().allMatch(key -> key.controller().equals(controller))) {
      throw new CommandFailed(ExitCode.INVALID, "The keys belong to different controllers.");
    }
    terminal.out().println(DidWeb.document(controller, keys).toPrettyString());
    return ExitCode.OK;
  }
}
