package org.vellum.finaid.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * A part that is written. Its checkpoint is read once, for all lists of a package that are put
 * together of it. Any number of threads may ask it.
 */
public final class WrittenPart {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final JsonNode checkpoint;

  private WrittenPart(Path folder, JsonNode checkpoint) {
    this.folder = folder;
    this.checkpoint = checkpoint;
  }

  /**
   * A part, as its last checkpoint says.
   *
   * @param folder where its files are
   * @param checkpoint what {@link PackagePart#checkpoint} gave last
   */
  public static WrittenPart of(Path folder, String checkpoint) throws IOException {
    return new WrittenPart(folder, JSON.readTree(checkpoint));
  }

  /** Where a file of the part is; of which nothing was written there may be none. */
  public Path file(String name) {
    return folder.resolve(name);
  }

  /** Removes a file of the part, if there is one. */
  void remove(String name) throws IOException {
    Files.deleteIfExists(file(name));
  }

  /** How many bytes stand in the file beside the others. */
  public long aside() {
    return mark(PackagePart.ASIDE).bytes();
  }

  /** How far a file was written. */
  PartFile.Mark mark(String name) {
    return Marks.read(checkpoint.path("files"), name);
  }

  EntityTotals totals(Entity entity) {
    return EntityTotals.read(checkpoint.path("totals").path(entity.name()));
  }

  /** How many errors there are of each code. */
  Map<String, Long> errorsByCode() {
    Map<String, Long> byCode = new TreeMap<>();
    checkpoint
        .path("errorsByCode")
        .properties()
        .forEach(each -> byCode.put(each.getKey(), each.getValue().asLong()));
    return byCode;
  }
}
