package org.vellum.finaid.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The schemas of all forms, in the package that they describe. */
final class SchemaFiles {
  private static final String FOLDER = "schema";

  private SchemaFiles() {}

  static List<Manifest.FileEntry> write(Path folder) throws IOException {
    Files.createDirectory(folder.resolve(FOLDER));
    List<Manifest.FileEntry> entries = new ArrayList<>();
    for (Entity entity : Entities.ALL) {
      entries.add(
          write(folder, entity.name() + ".schema.json", Manifest.bytes(JsonSchemas.of(entity))));
      entries.add(
          write(
              folder,
              entity.name() + ".csv-metadata.json",
              Manifest.bytes(CsvMetadata.of(entity))));
    }
    entries.add(write(folder, "ntpx-" + Manifest.SCHEMA_VERSION + ".xsd", XmlSchemas.all()));
    return entries;
  }

  private static Manifest.FileEntry write(Path folder, String name, byte[] bytes)
      throws IOException {
    String path = FOLDER + "/" + name;
    Files.write(folder.resolve(path), bytes);
    return new Manifest.FileEntry(
        path, bytes.length, Hashes.hex(Hashes.sha256(bytes)), Optional.empty(), Optional.empty());
  }
}
