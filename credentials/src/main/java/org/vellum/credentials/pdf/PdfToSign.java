package org.vellum.credentials.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.vellum.credentials.key.Signer;
import org.vellum.credentials.key.SigningInput;

/**
 * A signature of a PDF under way, in three moves: what to sign, sign, assemble. It is a PAdES
 * baseline signature of level B (ETSI EN 319 142-1, section 6), written as an increment: the bytes
 * given stay as they are. The first signature of a document certifies that nothing may be changed
 * after it (ISO 32000-2, section 12.8.2.2); a further one approves.
 */
public final class PdfToSign {
  /** Beside the certificates: the attributes, the signature, and what holds them together. */
  private static final int ROOM = 4 * 1024;

  private PdfToSign() {}

  /**
   * The first move. Its bytes are the signed attributes (RFC 5652, section 5.4).
   *
   * @param pdf the PDF
   * @param key the public half of the key that will sign: P-256, P-384, or RSA from 2048 bits
   * @param certificates the key's chain, its own first
   * @param at the time that the signature claims
   * @return assembles the signed PDF from a signature as {@link Signer} gives it
   * @throws IllegalArgumentException if the key has no certificate or is of another kind, or the
   *     PDF cannot be read or allows no signature
   */
  public static SigningInput<byte[]> of(
      byte[] pdf, PublicKey key, List<X509Certificate> certificates, Instant at) {
    CmsSigning cms = new CmsSigning(key, certificates);
    byte[] open = withRoom(pdf, certificates, at);
    SignedRange range = lastRange(open);
    byte[] content = range.content(open);
    return new SigningInput<>(
        cms.toSign(content), signature -> filled(open, range, cms.signed(content, signature)));
  }

  /**
   * All three moves with a key that answers.
   *
   * @throws IllegalArgumentException as {@link #of} does
   * @throws IllegalStateException if the key does not answer
   */
  public static byte[] sign(byte[] pdf, Signer signer, Instant at) {
    return of(pdf, signer.publicKey(), signer.certificates(), at).signedBy(signer);
  }

  private static byte[] withRoom(byte[] pdf, List<X509Certificate> certificates, Instant at) {
    try (PDDocument document = Loader.loadPDF(pdf);
        SignatureOptions options = new SignatureOptions()) {
      if (document.isEncrypted()) {
        throw new IllegalArgumentException("an encrypted PDF is not signed here");
      }
      options.setPreferredSignatureSize(ROOM + size(certificates));
      PDSignature signature = new PDSignature();
      signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
      signature.setSubFilter(SignedRange.PADES);
      signature.setSignDate(TranscriptPdf.calendar(at));
      if (document.getSignatureDictionaries().isEmpty()) {
        certify(document, signature);
      }
      document.addSignature(signature, options);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.saveIncrementalForExternalSigning(out).setSignature(new byte[0]);
      return out.toByteArray();
    } catch (IOException | IllegalStateException e) {
      throw new IllegalArgumentException("the PDF cannot be read, or allows no signature", e);
    }
  }

  private static int size(List<X509Certificate> certificates) {
    try {
      int size = 0;
      for (X509Certificate each : certificates) {
        size += each.getEncoded().length;
      }
      return size;
    } catch (CertificateEncodingException e) {
      throw new IllegalArgumentException("a certificate without its bytes", e);
    }
  }

  /** ISO 32000-2, tables 256 and 257: the permissions (DocMDP) allow no change. */
  private static void certify(PDDocument document, PDSignature signature) {
    COSDictionary parameters = new COSDictionary();
    parameters.setItem(COSName.TYPE, COSName.getPDFName("TransformParams"));
    parameters.setInt(COSName.P, 1);
    parameters.setName(COSName.V, "1.2");
    COSDictionary reference = new COSDictionary();
    reference.setItem(COSName.TYPE, COSName.getPDFName("SigRef"));
    reference.setItem(COSName.getPDFName("TransformMethod"), COSName.DOCMDP);
    reference.setItem(COSName.getPDFName("TransformParams"), parameters);
    COSArray references = new COSArray();
    references.add(reference);
    signature.getCOSObject().setItem(COSName.getPDFName("Reference"), references);
    COSDictionary permissions = new COSDictionary();
    permissions.setItem(COSName.DOCMDP, signature);
    COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
    catalog.setItem(COSName.PERMS, permissions);
    catalog.setNeedToBeUpdated(true);
    permissions.setNeedToBeUpdated(true);
  }

  /** The range of the signature that was just written: the one that reaches the end. */
  private static SignedRange lastRange(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return document.getSignatureDictionaries().stream()
          .flatMap(each -> SignedRange.of(each, pdf).stream())
          .filter(each -> each.end() == pdf.length)
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new IllegalArgumentException("the PDF cannot be read again", e);
    }
  }

  private static byte[] filled(byte[] open, SignedRange range, byte[] cms) {
    byte[] signed = open.clone();
    byte[] hex = HexFormat.of().formatHex(cms).getBytes(StandardCharsets.US_ASCII);
    if (hex.length > range.second() - range.first() - 2) {
      throw new IllegalStateException("the signature is larger than the room that was left for it");
    }
    System.arraycopy(hex, 0, signed, range.first() + 1, hex.length);
    return signed;
  }
}
