package org.vellum.finaid.export;

/** How the records of an entity stand in a file. */
interface RecordForm {

  /** What stands before the first record. */
  byte[] head();

  /** Adds a record. */
  void write(ExportRecord exported, ByteBlock to);

  /** What stands after the last record. */
  byte[] foot();
}
