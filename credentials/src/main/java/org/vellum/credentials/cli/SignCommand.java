package org.vellum.credentials.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.file.CredentialFile;
import org.vellum.credentials.jsonld.Refusal;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.credentials.proof.UnsafeCredentialException;
import org.vellum.credentials.verification.XmlVerifier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "sign",
    mixinStandardHelpOptions = true,
    description = "Signs a credential; refuses one that says anything a signature would not cover.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  sign --key issuer.json badge.json > signed.json",
      "  sign --key issuer.json --children transcript.json > signed.json",
      "  sign --key p256.json college-transcript.xml > signed.xml",
      "  sign --key seal.p12 --alias seal elmo.xml > signed.xml",
      "  sign --key registrar.p12 transcript.pdf > sealed.pdf",
      "  sign --key issuer.json --at 2026-05-01T08:00:00Z -o signed.json -"
    })
final class SignCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "FILE",
      description =
          "The credential without a proof, or an ELMO or PESC transcript; - for what is piped in.")
  private String file = "-";

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = {
        "The issuer's key, made by 'keys generate'; for XML on P-256 (ES256), or a PKCS #12 file",
        "with P-256 or RSA; for a PDF a PKCS #12 file with a certificate."
      })
  private Path key = Path.of("");

  @Option(
      names = "--suite",
      converter = SuiteName.class,
      paramLabel = "SUITE",
      description = {
        "eddsa-rdfc-2022 (the default), ecdsa-rdfc-2019, eddsa-jcs-2022, ecdsa-jcs-2019,",
        "ecdsa-sd-2023 (parts can be derived), jwt-ob3 or jwt-vc."
      })
  private Signing suite = Signing.EDDSA_RDFC_2022;

  @Option(
      names = "--children",
      description = "Before the record, sign the credentials inside it that have no proof.")
  private boolean children;

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      description = "When it is signed, such as 2026-01-31T00:00:00Z; without it, now.")
  private @Nullable Instant at;

  @Mixin private XmlSigning xml = new XmlSigning();

  @Mixin private Output output = new Output();

  SignCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    byte[] bytes = Files.read(file, terminal.in());
    Instant created = at == null ? terminal.clock().instant() : at;
    if (CredentialFile.of(bytes) instanceof CredentialFile.Pdf) {
      output.write(PdfFiles.signed(bytes, key, terminal.passphrase(), created), terminal);
      return ExitCode.OK;
    }
    try {
      if (XmlVerifier.isXml(bytes)) {
        output.write(xml.sign(bytes, key, terminal, created), terminal);
        return ExitCode.OK;
      }
      ObjectNode credential = Json.object(bytes);
      IssuerKey issuer = KeyFile.read(key, terminal.passphrase());
      ObjectNode record = children ? suite.childrenSigned(credential, issuer, created) : credential;
      output.write(suite.sign(record, issuer, created), terminal);
      return ExitCode.OK;
    } catch (UnsafeCredentialException e) {
      return refused(e.refusals());
    } catch (IllegalArgumentException e) {
      throw new CommandFailed(ExitCode.INVALID, "Not signed: " + e.getMessage() + ".");
    }
  }

  /** Reads the name of a suite as the standards write it. */
  static final class SuiteName implements CommandLine.ITypeConverter<Signing> {
    @Override
    public Signing convert(String name) {
      return Arrays.stream(Signing.values())
          .filter(suite -> suite.toString().equals(name))
          .findFirst()
          .orElseThrow(() -> new CommandLine.TypeConversionException("no such suite: " + name));
    }
  }

  private int refused(List<Refusal> refusals) {
    terminal.err().println("Not signed, because a signature would not cover what it says:");
    for (Refusal refusal : refusals) {
      terminal.err().println("  at " + Plain.text(refusal.place()) + ": " + refusal.message());
    }
    return ExitCode.INVALID;
  }
}
