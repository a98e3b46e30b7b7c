package org.vellum.competency.roster.csv;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.vellum.platform.problem.Finding;

/**
 * A zip of CSV files that has been read once to its end: its manifest, its headers and its form are
 * good, so that only single rows may still be refused.
 */
public final class RosterArchive implements AutoCloseable {
  private final ZipFile zip;
  private final Limits limits;
  private final long size;
  private final Map<String, ZipEntry> entries = new HashMap<>();
  private final Map<RosterFile, Manifest.Mode> modes = new HashMap<>();
  private final Map<RosterFile, Integer> rows = new HashMap<>();
  private Optional<String> systemCode = Optional.empty();
  private long unpacked;

  private RosterArchive(ZipFile zip, Limits limits, long size) {
    this.zip = zip;
    this.limits = limits;
    this.size = size;
  }

  /**
   * Opens an archive and reads all of it.
   *
   * @param findings is told what is wrong with it and what is passed over
   * @return the archive; empty if it must be refused, and then there are errors among the findings
   */
  public static Optional<RosterArchive> open(Path path, Limits limits, Findings findings)
      throws IOException {
    ZipFile zip;
    try {
      zip = new ZipFile(path.toFile());
    } catch (ZipException e) {
      findings.add(Finding.error("not-a-zip", "", "what was sent is not a zip that can be read"));
      return Optional.empty();
    }
    RosterArchive archive = new RosterArchive(zip, limits, Files.size(path));
    archive.check(findings);
    archive.unpacked = 0;
    if (findings.hasErrors()) {
      archive.close();
      return Optional.empty();
    }
    return Optional.of(archive);
  }

  /** The files to be taken in, each after those that it refers to. */
  public List<RosterFile> files() {
    return Binding.FILES.stream().filter(modes::containsKey).toList();
  }

  /** Whether it holds results. */
  public boolean hasResults() {
    return modes.containsKey(ResultFiles.RESULTS);
  }

  /** Whether it holds this file. */
  public boolean has(RosterFile file) {
    return modes.containsKey(file);
  }

  /** How many rows a file has, be they good or not. */
  public int rows(RosterFile file) {
    return rows.getOrDefault(file, 0);
  }

  /** The code of the system that made it; empty if it does not say. */
  public Optional<String> systemCode() {
    return systemCode;
  }

  /** Whether the file holds only what has changed, by its manifest. */
  public boolean isDelta(RosterFile file) {
    return modes.get(file) == Manifest.Mode.DELTA;
  }

  /**
   * Reads a file row by row.
   *
   * @param findings is told of each row that is refused why
   * @param rows takes each row, and nothing in place of each that is refused
   */
  public void read(RosterFile file, Findings findings, Consumer<Optional<Row>> rows)
      throws IOException {
    try (CsvRows lines = lines(file.fileName())) {
      // The header's findings were told when the archive was opened.
      Header header = Header.read(file, lines.next().orElseThrow(), new Findings());
      RowReader reader = new RowReader(file, header, isDelta(file), findings);
      Optional<CsvRows.Line> line = lines.next();
      while (line.isPresent()) {
        rows.accept(reader.read(line.get()));
        line = lines.next();
      }
    }
  }

  private void check(Findings findings) throws IOException {
    entries.putAll(new Entries(limits).of(zip, findings));
    if (findings.hasErrors()) {
      return;
    }
    if (!entries.containsKey(Manifest.FILE)) {
      findings.add(
          Finding.error("manifest-missing", Manifest.FILE, "the archive has no manifest.csv"));
      return;
    }
    try {
      checkFiles(readManifest(findings), findings);
    } catch (FileFault fault) {
      findings.add(fault.finding());
    } catch (ZipException | EOFException e) {
      findings.add(Finding.error("zip-damaged", "", "the archive is damaged"));
    }
  }

  private Manifest readManifest(Findings findings) throws IOException {
    try (CsvRows rows = lines(Manifest.FILE)) {
      return Manifest.read(rows, findings);
    }
  }

  private void checkFiles(Manifest manifest, Findings findings) throws IOException {
    for (String name : Binding.PASSED_OVER) {
      if (manifest.mode(name) != Manifest.Mode.ABSENT || entries.containsKey(name + ".csv")) {
        findings.add(Finding.note("file-passed-over", name + ".csv", "this file is not kept"));
      }
    }
    systemCode = manifest.systemCode();
    for (RosterFile file : Binding.read().toList()) {
      boolean present = entries.containsKey(file.fileName());
      if (manifest.mode(file.name()) == Manifest.Mode.ABSENT) {
        if (present) {
          findings.add(
              Finding.warning(
                  "file-passed-over",
                  file.fileName(),
                  "the manifest does not name this file, or calls it absent: not read"));
        }
      } else if (present) {
        modes.put(file, manifest.mode(file.name()));
        checkFile(file, findings);
      } else {
        findings.add(
            Finding.error(
                "file-missing",
                file.fileName(),
                "the manifest names this file, but it is missing"));
      }
    }
    if (modes.isEmpty() && !findings.hasErrors()) {
      findings.add(Finding.error("nothing-to-read", Manifest.FILE, "the manifest names no file"));
    }
  }

  private void checkFile(RosterFile file, Findings findings) throws IOException {
    try (CsvRows lines = lines(file.fileName())) {
      Optional<CsvRows.Line> first = lines.next();
      if (first.isEmpty()) {
        findings.add(
            Finding.error("header-missing", file.fileName() + ":1", "the file has no header"));
        return;
      }
      Header.read(file, first.get(), findings);
      int count = 0;
      while (lines.next().isPresent()) {
        if (++count > limits.rows()) {
          throw new FileFault(
              "too-many-rows",
              file.fileName(),
              "the file has more than " + limits.rows() + " rows");
        }
      }
      rows.put(file, count);
      if (count == 0) {
        findings.add(Finding.note("no-rows", file.fileName(), "the file has no rows"));
      }
    } catch (FileFault fault) {
      findings.add(fault.finding());
    }
  }

  private CsvRows lines(String name) throws IOException {
    ZipEntry entry = entries.get(name);
    if (entry == null) {
      throw new IllegalArgumentException("asked for only after it was found");
    }
    return new CsvRows(
        name, new Unpacked(name, zip.getInputStream(entry), entry), limits.rowLength());
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /** Bytes of an entry, counted against the archive's limits and its checksum. */
  private final class Unpacked extends CheckedInputStream {
    private final String name;
    private final ZipEntry entry;

    Unpacked(String name, InputStream stream, ZipEntry entry) {
      super(stream, new CRC32());
      this.name = name;
      this.entry = entry;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      if (count < 0) {
        if (getChecksum().getValue() != entry.getCrc()) {
          throw new FileFault("zip-damaged", name, "the file is damaged: its checksum differs");
        }
        return count;
      }
      unpacked += count;
      if (limits.exceeded(unpacked, size)) {
        throw new FileFault("too-large", name, "the archive unpacks to more than we read");
      }
      return count;
    }
  }
}
