package org.vellum.finaid.export;

import java.io.IOException;
import java.io.OutputStream;

/** A line of canonical JSON for each record. */
final class NdjsonForm implements RecordForm {
  private final OutputStream out;

  NdjsonForm(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(ExportRecord exported) throws IOException {
    out.write(CanonicalJson.whole(exported.entity(), exported.texts()));
    out.write('\n');
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void end() throws IOException {
    out.flush();
  }
}
