package org.vellum.transcript.display;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * A QR code as the path of an SVG picture (ISO/IEC 18004), with the quiet zone of four modules.
 *
 * @param size modules on a side, the quiet zone included
 * @param path the dark modules, in units of a module
 */
public record QrCode(int size, String path) {
  private static final int QUIET_ZONE = 4;

  /**
   * The code of a text.
   *
   * @throws IllegalArgumentException if the text is too long for a QR code
   */
  public static QrCode of(String text) {
    Map<EncodeHintType, Object> hints =
        Map.of(
            EncodeHintType.ERROR_CORRECTION,
            ErrorCorrectionLevel.M,
            EncodeHintType.MARGIN,
            QUIET_ZONE);
    try {
      // Asked for no size, the writer takes one dot for each module.
      BitMatrix modules = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
      return new QrCode(modules.getWidth(), path(modules));
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a QR code", e);
    }
  }

  private static String path(BitMatrix modules) {
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      int x = 0;
      while (x < modules.getWidth()) {
        int end = endOfRun(modules, x, y);
        if (modules.get(x, y)) {
          path.append('M').append(x).append(' ').append(y);
          path.append('h').append(end - x).append("v1h").append(x - end).append('z');
        }
        x = end;
      }
    }
    return path.toString();
  }

  private static int endOfRun(BitMatrix modules, int start, int y) {
    int x = start + 1;
    while (x < modules.getWidth() && modules.get(x, y) == modules.get(start, y)) {
      x++;
    }
    return x;
  }
}
