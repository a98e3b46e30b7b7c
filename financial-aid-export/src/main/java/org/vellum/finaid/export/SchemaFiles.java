package org.vellum.finaid.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The schemas of all forms, in the package that they describe. They say what the program is made of
 * and nothing of a run, so they are written down once.
 */
final class SchemaFiles {
  private static final String FOLDER = "schema";
  private static final List<SchemaFile> ALL = all();

  private SchemaFiles() {}

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record SchemaFile(Manifest.FileEntry entry, byte[] bytes) {
    static SchemaFile of(String name, byte[] bytes) {
      return new SchemaFile(
          new Manifest.FileEntry(
              FOLDER + "/" + name,
              bytes.length,
              Hashes.hex(Hashes.sha256(bytes)),
              Optional.empty(),
              Optional.empty()),
          bytes);
    }
  }

  private static List<SchemaFile> all() {
    List<SchemaFile> all = new ArrayList<>();
    for (Entity entity : Entities.ALL) {
      all.add(
          SchemaFile.of(entity.name() + ".schema.json", Manifest.bytes(JsonSchemas.of(entity))));
      all.add(
          SchemaFile.of(
              entity.name() + ".csv-metadata.json", Manifest.bytes(CsvMetadata.of(entity))));
    }
    all.add(SchemaFile.of("ntpx-" + Manifest.SCHEMA_VERSION + ".xsd", XmlSchemas.all()));
    return all;
  }

  static List<Manifest.FileEntry> write(Path folder) throws IOException {
    Files.createDirectory(folder.resolve(FOLDER));
    for (SchemaFile each : ALL) {
      Files.write(folder.resolve(each.entry.name()), each.bytes);
    }
    return ALL.stream().map(SchemaFile::entry).toList();
  }
}
