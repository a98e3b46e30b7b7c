package org.vellum.credentials.pdf;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/** A QR code (ISO/IEC 18004), with the quiet zone of four modules. */
public final class QrCode {
  private static final int QUIET_ZONE = 4;
  private static final int WHITE = 0xffffff;
  private static final int BLACK = 0;

  private final BitMatrix modules;

  private QrCode(BitMatrix modules) {
    this.modules = modules;
  }

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
      return new QrCode(new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints));
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a QR code", e);
    }
  }

  /** Modules on a side, the quiet zone included. */
  public int size() {
    return modules.getWidth();
  }

  /** The dark modules as the path of an SVG picture, in units of a module. */
  public String path() {
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < size(); y++) {
      int x = 0;
      while (x < size()) {
        int end = endOfRun(x, y);
        if (modules.get(x, y)) {
          path.append('M').append(x).append(' ').append(y);
          path.append('h').append(end - x).append("v1h").append(x - end).append('z');
        }
        x = end;
      }
    }
    return path.toString();
  }

  /** The picture as a PNG in black and white. */
  byte[] png(int dotsPerModule) {
    int side = size() * dotsPerModule;
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        boolean dark = modules.get(x / dotsPerModule, y / dotsPerModule);
        image.setRGB(x, y, dark ? BLACK : WHITE);
      }
    }
    try {
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      ImageIO.write(image, "png", png);
      return png.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("a picture can be written into memory", e);
    }
  }

  private int endOfRun(int start, int y) {
    int x = start + 1;
    while (x < size() && modules.get(x, y) == modules.get(start, y)) {
      x++;
    }
    return x;
  }
}
