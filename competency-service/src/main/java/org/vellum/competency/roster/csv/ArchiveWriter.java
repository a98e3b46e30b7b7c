package org.vellum.competency.roster.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Writes an archive as OneRoster 1.2's CSV binding has it: every column of the standard in its
 * order, lines that end in CRLF (RFC 4180), and a manifest that names every file.
 */
public final class ArchiveWriter implements AutoCloseable {
  private static final List<String> USERS =
      List.of(
          "enabledUser",
          "username",
          "userIds",
          "givenName",
          "familyName",
          "middleName",
          "identifier",
          "email",
          "sms",
          "phone",
          "agentSourcedIds",
          "grades",
          "password",
          "userMasterIdentifier",
          "resourceSourcedIds",
          "preferredGivenName",
          "preferredMiddleName",
          "preferredFamilyName",
          "primaryOrgSourcedId",
          "pronouns");

  private final ZipOutputStream zip;
  private final boolean delta;
  private final String systemName;
  private final List<RosterFile> written = new ArrayList<>();

  /**
   * An archive.
   *
   * @param out takes its bytes
   * @param delta whether it tells only what changed
   * @param systemName who tells it
   */
  public ArchiveWriter(OutputStream out, boolean delta, String systemName) {
    this.zip = new ZipOutputStream(out, UTF_8);
    this.delta = delta;
    this.systemName = systemName;
  }

  /** Writes rows one after another. */
  @FunctionalInterface
  public interface Rows {
    /** Gives each row to the taker. */
    void giveTo(RowTaker taker) throws IOException;
  }

  /** Takes rows. */
  @FunctionalInterface
  public interface RowTaker {
    /**
     * Takes a row.
     *
     * @param values the three values that all rows have, then those of the file's columns; null
     *     where there is none
     */
    void take(List<@Nullable String> values) throws IOException;
  }

  /** Writes a file. */
  public void write(RosterFile file, Rows rows) throws IOException {
    zip.putNextEntry(new ZipEntry(file.fileName()));
    List<String> header = header(file);
    CSVPrinter printer = printer();
    printer.printRecord(Stream.concat(RosterFile.COMMON.stream(), header.stream()).toList());
    rows.giveTo(values -> {
      List<@Nullable String> line = new ArrayList<>(values.subList(0, RosterFile.COMMON.size()));
      if (!delta) {
        line.set(1, null);
        line.set(2, null);
      }
      for (String name : header) {
        line.add(value(file, values, name));
      }
      printer.printRecord(line);
    });
    printer.flush();
    zip.closeEntry();
    written.add(file);
  }

  private static @Nullable String value(
      RosterFile file, List<@Nullable String> values, String name) {
    for (int i = 0; i < file.columns().size(); i++) {
      if (file.columns().get(i).header().equals(name)) {
        return values.get(RosterFile.COMMON.size() + i);
      }
    }
    return null;
  }

  /** The columns after the three that all files have, in the order of the standard. */
  private static List<String> header(RosterFile file) {
    return file.equals(Binding.USERS)
        ? USERS
        : Stream.concat(file.columns().stream().map(Column::header), file.notKept().stream())
            .toList();
  }

  private CSVPrinter printer() throws IOException {
    Writer text = new OutputStreamWriter(zip, UTF_8);
    return new CSVPrinter(text, CSVFormat.RFC4180);
  }

  /** Writes the manifest and ends the archive; the stream stays open. */
  @Override
  public void close() throws IOException {
    zip.putNextEntry(new ZipEntry(Manifest.FILE));
    CSVPrinter printer = printer();
    printer.printRecord("propertyName", "value");
    printer.printRecord("manifest.version", "1.0");
    printer.printRecord("oneroster.version", "1.2");
    TreeSet<String> names = new TreeSet<>(Binding.PASSED_OVER);
    Binding.read().map(RosterFile::name).forEach(names::add);
    for (String name : names) {
      boolean there = written.stream().anyMatch(file -> file.name().equals(name));
      printer.printRecord("file." + name, there ? (delta ? "delta" : "bulk") : "absent");
    }
    printer.printRecord("source.systemName", systemName);
    printer.printRecord("source.systemCode", "vellum");
    printer.flush();
    zip.closeEntry();
    zip.finish();
  }
}
