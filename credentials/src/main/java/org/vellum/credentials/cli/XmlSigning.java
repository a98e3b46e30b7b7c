package org.vellum.credentials.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.key.KeyStoreKey;
import org.vellum.credentials.key.SignatureAlgorithm;
import org.vellum.credentials.key.Signer;
import org.vellum.credentials.pesc.PescRecords;
import org.vellum.credentials.xml.XmlOutput;
import org.vellum.credentials.xmldsig.Profile;
import org.vellum.credentials.xmldsig.XmlToSign;
import org.w3c.dom.Document;
import picocli.CommandLine.Option;

/** How the command line signs XML: by XAdES-B-B if it is given a certificate, else by XMLDSig. */
final class XmlSigning {
  /** What the first byte of a PKCS #12 file is: an ASN.1 SEQUENCE. */
  private static final byte SEQUENCE = 0x30;

  private static final String SIGNATURES = "http://www.w3.org/2000/09/xmldsig#";

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description = {
        "Of XML: the key's certificate and its chain, as PEM; with one it is signed by XAdES-B-B.",
        "A PKCS #12 file as --key brings its own."
      })
  private @Nullable Path certificate;

  @Option(
      names = "--alias",
      paramLabel = "NAME",
      description = "Of XML: which key of a PKCS #12 file; without it, 1.")
  private String alias = "1";

  /**
   * The signed document.
   *
   * @throws IllegalArgumentException if the key is of a kind that signs no XML
   */
  byte[] sign(byte[] bytes, Path key, Terminal terminal, Instant at) {
    Document document = XmlFile.document(bytes);
    if (document.getElementsByTagNameNS(SIGNATURES, "Signature").getLength() > 0) {
      throw new IllegalArgumentException("it is signed already");
    }
    Signer signer = signer(key, terminal);
    Profile profile = signer.certificates().isEmpty() ? Profile.XMLDSIG : Profile.XADES_B_B;
    if (PescRecords.isTranscript(document.getDocumentElement())) {
      PescRecords.sign(document, signer, profile, at);
    } else {
      // Only what can be read as a record is signed as one.
      XmlFile.record(document);
      XmlToSign.sign(document.getDocumentElement(), signer, profile, at);
    }
    return XmlOutput.bytes(document);
  }

  private Signer signer(Path key, Terminal terminal) {
    byte[] file = Files.read(key);
    if (file.length > 0 && file[0] == SEQUENCE) {
      return fromKeyStore(key, file, terminal.passphrase());
    }
    Signer signer = KeyFile.read(key, terminal.passphrase());
    return certificate == null ? signer : certified(signer, chain(certificate));
  }

  private Signer fromKeyStore(Path key, byte[] file, char[] passphrase) {
    try {
      // Nobody looks for the key of an XML signature under a name: it comes with the signature.
      return KeyStoreKey.fromPkcs12(
          "urn:key#" + alias, new ByteArrayInputStream(file), alias, passphrase);
    } catch (IOException | IllegalArgumentException e) {
      throw new CommandFailed(
          ExitCode.INVALID, key + ": wrong passphrase, or no key named " + alias + " in it.");
    }
  }

  private static List<X509Certificate> chain(Path path) {
    try {
      return CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(Files.read(path)))
          .stream()
          .map(each -> (X509Certificate) each)
          .toList();
    } catch (CertificateException e) {
      throw new CommandFailed(ExitCode.INVALID, path + " holds no certificates.");
    }
  }

  private static Signer certified(Signer key, List<X509Certificate> chain) {
    if (chain.isEmpty() || !chain.getFirst().getPublicKey().equals(key.publicKey())) {
      throw new CommandFailed(ExitCode.INVALID, "The certificate is of another key.");
    }
    return new Certified(key, chain);
  }

  /** A key and the certificates that somebody issued for it. */
  private record Certified(Signer key, List<X509Certificate> certificates) implements Signer {
    @Override
    public SignatureAlgorithm algorithm() {
      return key.algorithm();
    }

    @Override
    public String verificationMethod() {
      return key.verificationMethod();
    }

    @Override
    public PublicKey publicKey() {
      return key.publicKey();
    }

    @Override
    public byte[] sign(byte[] data) {
      return key.sign(data);
    }
  }
}
