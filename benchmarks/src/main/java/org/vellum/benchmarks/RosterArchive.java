package org.vellum.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A OneRoster 1.2 archive with its manifest. */
final class RosterArchive {
  private RosterArchive() {}

  /**
   * The bytes of an archive.
   *
   * @param files by name, without the three columns that each begins with
   * @param mode of every file: {@code bulk} or {@code delta}
   */
  static byte[] of(Map<String, String> files, String mode) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      StringBuilder manifest =
          new StringBuilder("propertyName,value\nmanifest.version,1.0\noneroster.version,1.2\n");
      for (Map.Entry<String, String> file : files.entrySet()) {
        manifest.append("file.").append(file.getKey()).append(',').append(mode).append('\n');
        put(zip, file.getKey(), "sourcedId,status,dateLastModified," + file.getValue());
      }
      put(zip, "manifest", manifest.toString());
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name + ".csv"));
    zip.write(text.getBytes(UTF_8));
    zip.closeEntry();
  }
}
