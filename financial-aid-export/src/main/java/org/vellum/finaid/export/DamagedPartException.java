package org.vellum.finaid.export;

import java.io.IOException;

/** What was written of a part before it was interrupted is not there any more as it was. */
public final class DamagedPartException extends IOException {
  private static final long serialVersionUID = 1L;

  DamagedPartException(String message) {
    super(message);
  }
}
