package org.vellum.credentials.baking;

import java.io.Serial;
import org.vellum.credentials.json.Remark;

/** The picture cannot be read further; never leaves this package. */
final class DamagedImageException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private final transient Remark why;

  DamagedImageException(String code, String place, String message) {
    super(message);
    this.why = new Remark(code, place, message);
  }

  Remark why() {
    return why;
  }
}
