package org.vellum.finaid.export;

import java.io.IOException;

/** A file of records in one of the forms. */
interface RecordForm {

  void write(ExportRecord exported) throws IOException;

  /** Gives all that was written to the stream below. */
  void flush() throws IOException;

  /** Writes what stands after the records, and nothing of the stream below it. */
  void end() throws IOException;
}
