package org.vellum.competency.roster.csv;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.vellum.platform.problem.Finding;

/** A CSV file that comes by itself, read row by row. */
public final class SingleFile {
  private final Path path;
  private final RosterFile file;
  private final Limits limits;

  /**
   * A file.
   *
   * @param path where it lies
   * @param file what it holds
   */
  public SingleFile(Path path, RosterFile file, Limits limits) {
    this.path = path;
    this.file = file;
    this.limits = limits;
  }

  /**
   * Reads it to its end without any effect.
   *
   * @param findings is told what is wrong with its form or its header
   * @return how many rows it has, if there are no errors among the findings
   */
  public int check(Findings findings) throws IOException {
    try (CsvRows lines = lines()) {
      Optional<CsvRows.Line> first = lines.next();
      if (first.isEmpty()) {
        findings.add(
            Finding.error("header-missing", file.fileName() + ":1", "the file has no header"));
        return 0;
      }
      Header.read(file, first.get(), findings);
      int rows = 0;
      for (; lines.next().isPresent(); rows++) {
        if (rows == limits.rows()) {
          throw new FileFault(
              "too-many-rows",
              file.fileName(),
              "the file has more than " + limits.rows() + " rows");
        }
      }
      return rows;
    } catch (FileFault fault) {
      findings.add(fault.finding());
      return 0;
    }
  }

  /**
   * Reads its rows, after it was found to be good.
   *
   * @param findings is told of each row that is refused why
   * @param rows takes each row, and nothing in place of each that is refused
   */
  public void read(Findings findings, Consumer<Optional<Row>> rows) throws IOException {
    try (CsvRows lines = lines()) {
      Header header = Header.read(file, lines.next().orElseThrow(), new Findings());
      RowReader reader = new RowReader(file, header, false, findings);
      Optional<CsvRows.Line> line = lines.next();
      while (line.isPresent()) {
        rows.accept(reader.read(line.get()));
        line = lines.next();
      }
    }
  }

  private CsvRows lines() throws IOException {
    return new CsvRows(
        file.fileName(), new Bounded(Files.newInputStream(path)), limits.rowLength());
  }

  /** Ends what is longer than a file may be. */
  private final class Bounded extends FilterInputStream {
    private long read;

    Bounded(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      read += Math.max(0, count);
      if (read > limits.unpackedBytes()) {
        throw new FileFault("too-large", file.fileName(), "the file is longer than we read");
      }
      return count;
    }
  }
}
