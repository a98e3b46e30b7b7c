package org.vellum.finaid.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of a package that hold no records of ours, but are named in its manifest. */
final class OtherFiles {

  private OtherFiles() {}

  /** Those that are there: the encrypted numbers, and what was written for other systems. */
  static List<Manifest.FileEntry> in(Path folder) throws IOException {
    List<Manifest.FileEntry> entries = new ArrayList<>();
    if (Files.exists(folder.resolve(PackageAssembly.SSN_FILE))) {
      entries.add(entry(folder, folder.resolve(PackageAssembly.SSN_FILE)));
    }
    Path mapped = folder.resolve(PackageAssembly.MAPPED);
    if (Files.exists(mapped)) {
      List<Path> files;
      try (Stream<Path> all = Files.walk(mapped)) {
        files = all.filter(Files::isRegularFile).sorted().toList();
      }
      for (Path file : files) {
        entries.add(entry(folder, file));
      }
    }
    return entries;
  }

  private static Manifest.FileEntry entry(Path folder, Path file) throws IOException {
    MeasuredOutput measured = new MeasuredOutput(OutputStream.nullOutputStream());
    try (measured;
        InputStream in = Files.newInputStream(file)) {
      in.transferTo(measured);
    }
    return new Manifest.FileEntry(
        folder.relativize(file).toString().replace('\\', '/'),
        measured.bytes(),
        measured.sha256(),
        Optional.empty(),
        Optional.empty());
  }
}
