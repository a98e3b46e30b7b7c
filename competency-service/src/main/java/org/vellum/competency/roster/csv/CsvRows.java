package org.vellum.competency.roster.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The lines of a CSV file (RFC 4180) read one by one: in UTF-8, with or without a byte order mark,
 * or in UTF-16 with one. Empty lines are passed over.
 */
final class CsvRows implements AutoCloseable {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

  /** The byte order mark of each encoding (Unicode 16.0, section 23.8), a character for a byte. */
  private enum Mark {
    IN_UTF_8(UTF_8, "\u00EF\u00BB\u00BF"),
    IN_UTF_16LE(UTF_16LE, "\u00FF\u00FE"),
    IN_UTF_16BE(UTF_16BE, "\u00FE\u00FF");

    private static final int LONGEST = 3;

    private final Charset charset;
    private final String bytes;

    Mark(Charset charset, String bytes) {
      this.charset = charset;
      this.bytes = bytes;
    }
  }

  private final String file;
  private final Bounded reader;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;

  /**
   * A line of values.
   *
   * @param line where it begins, counted from 1
   * @param values without blanks around them
   */
  record Line(long line, List<String> values) {}

  CsvRows(String file, InputStream bytes, int rowLength) throws IOException {
    this.file = file;
    this.reader = new Bounded(decoded(bytes), rowLength);
    this.parser = CSVParser.builder().setReader(reader).setFormat(FORMAT).get();
    this.records = parser.iterator();
  }

  /** The next line that is not empty; empty at the end of the file. */
  Optional<Line> next() throws FileFault {
    long line = parser.getCurrentLineNumber() + 1;
    try {
      while (records.hasNext()) {
        CSVRecord record = records.next();
        reader.newRow();
        if (!isEmpty(record)) {
          return Optional.of(new Line(line, record.stream().map(String::strip).toList()));
        }
        line = parser.getCurrentLineNumber() + 1;
      }
      return Optional.empty();
    } catch (UncheckedIOException e) {
      throw fault(Objects.requireNonNull(e.getCause()), line);
    }
  }

  private static boolean isEmpty(CSVRecord record) {
    return record.size() == 1 && record.get(0).isBlank();
  }

  private FileFault fault(IOException cause, long line) {
    String place = file + ":" + line;
    return switch (cause) {
      case FileFault own -> own;
      case CharacterCodingException e ->
          new FileFault(
              "not-utf-8",
              place,
              "the file is not in UTF-8 from about this line on, nor in UTF-16 with its mark");
      case CSVException e ->
          new FileFault("not-csv", place, "a quoted value does not end where it should");
      case TooLong e -> new FileFault("row-too-long", place, "the row is longer than we read");
      default -> new FileFault("unreadable", place, "the archive is damaged here");
    };
  }

  private static Reader decoded(InputStream bytes) throws IOException {
    PushbackInputStream stream = new PushbackInputStream(bytes, Mark.LONGEST);
    byte[] head = stream.readNBytes(Mark.LONGEST);
    String begin = new String(head, ISO_8859_1);
    for (Mark mark : Mark.values()) {
      int length = mark.bytes.length();
      if (begin.startsWith(mark.bytes)) {
        stream.unread(head, length, head.length - length);
        return new InputStreamReader(stream, mark.charset.newDecoder());
      }
    }
    stream.unread(head);
    return new InputStreamReader(stream, UTF_8.newDecoder());
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  /**
   * Ends a row that would fill the memory: one whose quote is never closed is as long as the file.
   */
  private static final class Bounded extends FilterReader {
    private final int longest;
    private long read;

    Bounded(Reader reader, int longest) {
      super(reader);
      this.longest = longest;
    }

    void newRow() {
      read = 0;
    }

    @Override
    public int read() throws IOException {
      return count(super.read(), 1);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int characters = super.read(buffer, offset, length);
      return count(characters, characters);
    }

    private int count(int result, int characters) throws TooLong {
      read += Math.max(characters, 0);
      if (read > longest) {
        throw new TooLong();
      }
      return result;
    }
  }

  private static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
