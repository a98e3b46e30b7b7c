package org.vellum.competency.roster.csv;

import java.io.IOException;
import org.vellum.platform.problem.Finding;

/** A file of the archive cannot be read on. */
final class FileFault extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Finding finding;

  FileFault(String code, String place, String message) {
    super(code);
    this.finding = Finding.error(code, place, message);
  }

  Finding finding() {
    return finding;
  }
}
