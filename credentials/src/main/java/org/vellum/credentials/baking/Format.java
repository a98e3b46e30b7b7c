package org.vellum.credentials.baking;

import org.vellum.credentials.json.Remark;

/** The kinds of pictures, told from their first bytes and never from a name. */
enum Format {
  PNG,
  SVG,
  NEITHER;

  static final Remark REFUSAL =
      new Remark("not-an-image", "byte 0", "neither a PNG nor an SVG picture");

  static Format of(byte[] image) {
    if (image.length > 4 && image[0] == (byte) 0x89 && image[1] == 'P' && image[2] == 'N') {
      return PNG;
    }
    // A byte order mark, white space, or the zero bytes of UTF-16 may stand before the first sign.
    for (int i = 0; i < Math.min(image.length, 64); i++) {
      byte at = image[i];
      boolean mark = at == 0 || (at < 0 && at >= (byte) 0xbb);
      if (at == '<') {
        return SVG;
      }
      if (!mark && at != ' ' && at != '\n' && at != '\r' && at != '\t') {
        return NEITHER;
      }
    }
    return NEITHER;
  }
}
