package org.vellum.credentials.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vellum.credentials.key.KeyStoreKey;
import org.vellum.credentials.key.Signer;
import org.vellum.credentials.pdf.PdfToSign;
import org.vellum.credentials.pdf.TranscriptPdf;

/** Transcripts as PDF: the record in them, and the certificates that sign and vouch for them. */
final class PdfFiles {
  private PdfFiles() {}

  /**
   * The record in a PDF, as its issuer wrote it.
   *
   * @throws CommandFailed if there is none
   */
  static byte[] record(byte[] pdf) {
    try {
      return TranscriptPdf.attached(pdf).bytes();
    } catch (IllegalArgumentException e) {
      throw new CommandFailed(ExitCode.UNCHECKED, "The PDF: " + e.getMessage() + ".");
    }
  }

  /**
   * A PDF signed by the key of a PKCS #12 file.
   *
   * @throws CommandFailed if the file has no such key, or the PDF allows no signature
   */
  static byte[] signed(byte[] pdf, Path keyStore, char[] passphrase, Instant at) {
    try {
      return PdfToSign.sign(pdf, key(keyStore, passphrase), at);
    } catch (IllegalArgumentException e) {
      throw new CommandFailed(ExitCode.INVALID, "Not signed: " + e.getMessage() + ".");
    } finally {
      Arrays.fill(passphrase, ' ');
    }
  }

  private static Signer key(Path path, char[] passphrase) {
    byte[] bytes = Files.read(path);
    try {
      return KeyStoreKey.fromPkcs12(path + "#", new ByteArrayInputStream(bytes), passphrase);
    } catch (IOException | IllegalArgumentException e) {
      throw new CommandFailed(
          ExitCode.INVALID, path + ": wrong passphrase, or not a PKCS #12 file with a key.");
    }
  }

  /**
   * The certificates in files, as PEM or DER.
   *
   * @throws CommandFailed if a file holds none
   */
  static Set<X509Certificate> certificates(List<Path> paths) {
    Set<X509Certificate> all = new HashSet<>();
    for (Path path : paths) {
      try {
        for (Certificate each :
            CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(Files.read(path)))) {
          all.add((X509Certificate) each);
        }
      } catch (GeneralSecurityException e) {
        throw new CommandFailed(ExitCode.INVALID, path + " holds no certificates.");
      }
    }
    return all;
  }
}
