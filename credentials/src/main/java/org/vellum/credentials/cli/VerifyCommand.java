package org.vellum.credentials.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.baking.BakedBadge;
import org.vellum.credentials.fetch.HttpDocuments;
import org.vellum.credentials.file.CredentialFile.Picture;
import org.vellum.credentials.file.FileReport;
import org.vellum.credentials.file.FileVerifier;
import org.vellum.credentials.key.DidWeb;
import org.vellum.credentials.verification.Asked;
import org.vellum.credentials.verification.Documents;
import org.vellum.credentials.verification.TrustedIssuers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Says whether a credential is valid, invalid, or could not be checked, and why.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  verify transcript.json",
      "  verify --trust authority.pem transcript.pdf",
      "  verify --json badge.png > report.json",
      "  verify college-transcript.xml",
      "  verify --at 2026-01-31T00:00:00Z --offline \\",
      "      --resolve https://university.example/.well-known/did.json=did.json badge.json",
      "  curl -s https://… | vellum-credentials verify -",
      "",
      "Exit codes: 0 valid, 1 invalid, 2 could not be checked."
    })
final class VerifyCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "FILE",
      description = {
        "The credential as JSON or JWT, a PNG or SVG badge, or a transcript as ELMO, PESC or PDF;",
        "- for what is piped in."
      })
  private String file = "-";

  @Option(names = "--json", description = "Print the report as JSON.")
  private boolean json;

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      description = "Judge as of this instant, such as 2026-01-31T00:00:00Z; without it, now.")
  private @Nullable Instant at;

  @Option(
      names = "--offline",
      description = "Fetch nothing; what is not given by --resolve cannot be checked.")
  private boolean offline;

  @Option(
      names = "--resolve",
      paramLabel = "URL=FILE",
      description = "Take this file for the document at that address (or DID). May be repeated.")
  private Map<String, String> resolve = new LinkedHashMap<>();

  @Option(
      names = "--trust",
      paramLabel = "FILE",
      description = {
        "Believe signers for whom a certificate in this file (PEM or DER) vouches: of tokens with",
        "x5c and of XML for the issuer that their certificate names, of PDF by name.",
        "May be repeated."
      })
  private List<Path> trust = new ArrayList<>();

  @Option(
      names = "--challenge",
      paramLabel = "TEXT",
      description = "What a holder was asked to sign along in a presentation; with --domain.")
  private @Nullable String challenge;

  @Option(
      names = "--domain",
      paramLabel = "TEXT",
      description = "For whom a presentation must have been made; with --challenge.")
  private @Nullable String domain;

  VerifyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    byte[] bytes = Files.read(file, terminal.in());
    Instant instant = at == null ? terminal.clock().instant() : at;
    Set<X509Certificate> authorities = PdfFiles.certificates(trust);
    FileVerifier verifier = new FileVerifier(TrustedIssuers.none().with(authorities));
    FileReport report =
        asked()
            .map(asked -> verifier.verify(bytes, documents(), instant, asked))
            .orElseGet(() -> verifier.verify(bytes, documents(), instant));
    if (report.file() instanceof Picture picture
        && picture.badge() instanceof BakedBadge.Found found) {
      Pictures.tell(found.remarks(), terminal.err());
    }
    if (json) {
      terminal.out().println(json(report.toJson(), instant));
    } else {
      new ReportText(terminal.out()).print(report);
    }
    return ExitCode.of(report.report().verdict());
  }

  private Optional<Asked> asked() {
    if (challenge == null && domain == null) {
      return Optional.empty();
    }
    if (challenge == null || domain == null) {
      throw new CommandFailed(ExitCode.USAGE, "--challenge and --domain belong together.");
    }
    return Optional.of(new Asked(challenge, domain));
  }

  /** The report of the library, and the instant that was asked for. */
  private static String json(ObjectNode report, Instant instant) {
    return report.put("at", instant.toString()).toPrettyString();
  }

  private Documents documents() {
    Map<URI, byte[]> files = new LinkedHashMap<>();
    resolve.forEach((address, path) -> files.put(address(address), Files.read(Path.of(path))));
    Documents given = Documents.of(files);
    return offline ? given : given.or(HttpDocuments.ofTheInternet()::fetch);
  }

  /** The address that a person wrote, where a did:web stands for the address of its document. */
  private static URI address(String written) {
    try {
      return DidWeb.isDidWeb(written) ? DidWeb.documentUrl(written) : URI.create(written);
    } catch (IllegalArgumentException e) {
      throw new CommandFailed(ExitCode.USAGE, "--resolve: " + written + " is not an address.");
    }
  }
}
