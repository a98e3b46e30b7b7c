package org.vellum.competency.framework.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Unpacks a zip that a stranger made, counts what it holds, and packs it anew into a file. Whoever
 * reads that file sees what was counted: a zip names its entries twice, and readers differ in which
 * they believe. The directory at its end counts here, for its writers do not always fill the other.
 */
final class BoundedZip {
  private static final int MOST_ENTRIES = 500;
  private static final int BLOCK = 65_536;

  private BoundedZip() {}

  /**
   * Copies.
   *
   * @param mostBytes how many bytes all entries together may have
   * @return a file, to be deleted by the caller
   */
  static Path copy(byte[] zip, long mostBytes) throws SpreadsheetException {
    Path received = file();
    Path clean = file();
    boolean done = false;
    try {
      Files.write(received, zip);
      try (ZipFile in = new ZipFile(received.toFile());
          OutputStream file = Files.newOutputStream(clean);
          ZipOutputStream out = new ZipOutputStream(file)) {
        out.setLevel(Deflater.BEST_SPEED);
        copy(in, out, mostBytes);
      }
      done = true;
    } catch (IOException | IllegalArgumentException e) {
      throw new SpreadsheetException("not-xlsx", "", "This cannot be read as a workbook (XLSX).");
    } finally {
      delete(received);
      if (!done) {
        delete(clean);
      }
    }
    return clean;
  }

  private static void copy(ZipFile in, ZipOutputStream out, long mostBytes)
      throws IOException, SpreadsheetException {
    if (in.size() > MOST_ENTRIES) {
      throw new SpreadsheetException(
          "beyond-bounds", "", "The workbook's archive holds too many entries.");
    }
    byte[] block = new byte[BLOCK];
    long bytes = 0;
    for (ZipEntry entry : Collections.list(in.entries())) {
      out.putNextEntry(new ZipEntry(entry.getName()));
      try (InputStream content = in.getInputStream(entry)) {
        for (int read = content.read(block); read >= 0; read = content.read(block)) {
          bytes += read;
          if (bytes > mostBytes) {
            throw new SpreadsheetException(
                "beyond-bounds",
                "",
                "The workbook holds more than " + mostBytes + " bytes when unpacked.");
          }
          out.write(block, 0, read);
        }
      }
      out.closeEntry();
    }
  }

  private static Path file() {
    try {
      return Files.createTempFile("workbook", ".xlsx");
    } catch (IOException e) {
      throw new UncheckedIOException("the server cannot write a temporary file", e);
    }
  }

  static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("the server cannot delete a temporary file", e);
    }
  }
}
