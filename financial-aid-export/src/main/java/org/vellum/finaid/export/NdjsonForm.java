package org.vellum.finaid.export;

/** A line of canonical JSON for each record. */
final class NdjsonForm implements RecordForm {

  @Override
  public byte[] head() {
    return new byte[0];
  }

  @Override
  public void write(ExportRecord exported, ByteBlock to) {
    exported.json(to);
    to.add('\n');
  }

  @Override
  public byte[] foot() {
    return new byte[0];
  }
}
