package org.vellum.credentials.file;

import org.vellum.credentials.baking.BakedBadge;
import org.vellum.credentials.pdf.PdfVerifier;
import org.vellum.credentials.verification.XmlVerifier;

/** A file that somebody brings, by what it is. */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public sealed interface CredentialFile {
  /** A credential as JSON or as a token, or bytes that are nothing that is known. */
  record Text(byte[] bytes) implements CredentialFile {}

  /**
   * A PNG or SVG picture.
   *
   * @param bytes the picture
   * @param mediaType {@code image/png} or {@code image/svg+xml}
   * @param badge what is in it
   */
  record Picture(byte[] bytes, String mediaType, BakedBadge badge) implements CredentialFile {}

  /** A transcript as XML, or XML that is nothing that is known. */
  record Xml(byte[] bytes) implements CredentialFile {}

  /** A PDF. */
  record Pdf(byte[] bytes) implements CredentialFile {}

  /** Tells what a file is. */
  static CredentialFile of(byte[] bytes) {
    if (XmlVerifier.isXml(bytes)) {
      BakedBadge badge = BakedBadge.extract(bytes);
      return badge instanceof BakedBadge.Unreadable
          ? new Xml(bytes)
          : new Picture(bytes, "image/svg+xml", badge);
    }
    if (isPng(bytes)) {
      return new Picture(bytes, "image/png", BakedBadge.extract(bytes));
    }
    return !startsAsJson(bytes) && PdfVerifier.isPdf(bytes) ? new Pdf(bytes) : new Text(bytes);
  }

  private static boolean isPng(byte[] bytes) {
    return bytes.length > 4
        && bytes[0] == (byte) 0x89
        && bytes[1] == 'P'
        && bytes[2] == 'N'
        && bytes[3] == 'G';
  }

  private static boolean startsAsJson(byte[] bytes) {
    for (byte each : bytes) {
      if (each == '{' || each == '[') {
        return true;
      }
      // White space, a byte order mark, or the zero bytes of UTF-16 may stand before.
      if (each > ' ') {
        return false;
      }
    }
    return false;
  }
}
