package org.vellum.credentials.pdf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;

/**
 * What a signature of a PDF covers (ISO 32000-2, section 12.8.1): everything from the first byte to
 * its end, but for its own value in hexadecimal.
 *
 * @param first how many bytes before the value
 * @param second where the bytes after the value begin
 * @param end where they end
 */
record SignedRange(int first, int second, int end) {
  static final COSName PADES = COSName.getPDFName("ETSI.CAdES.detached");

  /**
   * The range that a signature names, if nothing can hide in it: the gap must be the very value, as
   * otherwise another one, or more, could stand there.
   */
  static Optional<SignedRange> of(PDSignature signature, byte[] pdf) {
    int[] range = signature.getByteRange();
    byte[] value = signature.getContents();
    if (range == null || range.length != 4 || value == null) {
      return Optional.empty();
    }
    long end = (long) range[2] + range[3];
    boolean sound = range[0] == 0 && range[1] > 0 && range[2] > range[1] + 2 && range[3] > 0;
    if (!sound || end > pdf.length) {
      return Optional.empty();
    }
    SignedRange found = new SignedRange(range[1], range[2], (int) end);
    return found.isValue(pdf, value) ? Optional.of(found) : Optional.empty();
  }

  private boolean isValue(byte[] pdf, byte[] value) {
    if (pdf[first] != '<' || pdf[second - 1] != '>') {
      return false;
    }
    String hex = new String(pdf, first + 1, second - first - 2, StandardCharsets.ISO_8859_1);
    try {
      return Arrays.equals(HexFormat.of().parseHex(hex), value);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The covered bytes. */
  byte[] content(byte[] pdf) {
    byte[] content = new byte[first + end - second];
    System.arraycopy(pdf, 0, content, 0, first);
    System.arraycopy(pdf, second, content, first, end - second);
    return content;
  }
}
