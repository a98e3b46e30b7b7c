package org.vellum.finaid.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * A part of a package: the records of some learners, one learner after another. It can be
 * interrupted at any time and taken up again at its last checkpoint; parts in their order make the
 * same package however many they are.
 */
public final class PackagePart implements Closeable {
  /** The file beside those of the package. */
  public static final String ASIDE = "aside";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String runId;
  private final Map<String, PartEntity> entities = new LinkedHashMap<>();
  private final Map<String, Long> errorsByCode = new TreeMap<>();
  private long learners;
  private final PartFile errors;
  private final PartFile aside;
  private final CSVPrinter errorLines;
  private @Nullable PartEntity last;

  /** Chooses what of the records that stand is written. */
  @FunctionalInterface
  public interface Choice {
    /** Of a full package. */
    Choice ALL = Optional::of;

    /** What to write of it. */
    Optional<ExportRecord> of(ExportRecord each);
  }

  /** Knows which run told of a fault first. */
  @FunctionalInterface
  public interface FirstSeen {
    /** The run's identifier. */
    String in(RowError fault);
  }

  private PackagePart(String runId, PartFile errors, PartFile aside) throws IOException {
    this.runId = runId;
    this.errors = errors;
    this.aside = aside;
    this.errorLines = ErrorsFile.lines(new OutputStreamWriter(errors.out(), UTF_8));
  }

  /**
   * Opens a part.
   *
   * @param folder where its files are, and no others
   * @param runId the run that first sees an error
   * @param checkpoint what {@link #checkpoint} gave, or nothing to begin at the beginning
   * @throws DamagedPartException if what a checkpoint says is not there any more
   */
  public static PackagePart open(Path folder, PackageForms forms, String runId, String checkpoint)
      throws IOException {
    JsonNode from = checkpoint.isEmpty() ? JSON.createObjectNode() : JSON.readTree(checkpoint);
    PackagePart part =
        new PackagePart(runId, open(folder, ErrorsFile.NAME, from), open(folder, ASIDE, from));
    try {
      for (Entity entity : Entities.ALL) {
        part.entities.put(entity.name(), PartEntity.open(entity, folder, forms, from));
      }
    } catch (IOException | RuntimeException e) {
      part.close();
      throw e;
    }
    part.learners = from.path("learners").asLong();
    from.path("errorsByCode")
        .properties()
        .forEach(each -> part.errorsByCode.put(each.getKey(), each.getValue().asLong()));
    return part;
  }

  private static PartFile open(Path folder, String name, JsonNode from) throws IOException {
    return PartFile.open(folder.resolve(name), Marks.read(from.path("files"), name));
  }

  /**
   * Exports what a batch has, and counts what it has not.
   *
   * @param choice which of its records are written; the others are neither written nor counted
   */
  public void write(RecordBatch batch, Choice choice) throws IOException {
    write(batch, choice, fault -> runId);
  }

  /**
   * Exports what a batch has, and counts what it has not.
   *
   * @param choice which of its records are written, and in which version
   * @param seen which run told of each fault first
   */
  public void write(RecordBatch batch, Choice choice, FirstSeen seen) throws IOException {
    batch.selected().forEach((name, count) -> entity(name).totals().select(count));
    for (ExportRecord each : batch.records()) {
      entity(each.entity()).totals().select(-1);
    }
    for (ExportRecord each : batch.chosen(choice)) {
      PartEntity part = entity(each.entity());
      part.totals().select(1);
      part.write(each);
    }
    batch.rejected().forEach((name, count) -> entity(name).totals().reject(count));
    batch.suppressed().forEach((name, count) -> entity(name).totals().suppress(count));
    for (RowError error : batch.errors()) {
      errorsByCode.merge(error.code(), 1L, Long::sum);
      ErrorsFile.write(errorLines, error, seen.in(error));
    }
  }

  /** Takes a record back that was published before. */
  public void takeBack(ExportRecord tombstone) throws IOException {
    PartEntity part = entity(tombstone.entity());
    part.totals().select(1);
    part.write(tombstone);
  }

  /** Counts a learner, so that a checkpoint tells how many are written. */
  public void countLearner() {
    learners++;
  }

  /** How many learners were counted before a checkpoint. */
  public static long learners(String checkpoint) throws IOException {
    return JSON.readTree(checkpoint).path("learners").asLong();
  }

  /** Where the caller writes what it wants to find again, up to the last checkpoint. */
  public OutputStream aside() {
    return aside.out();
  }

  /**
   * How far the part is written: what was written by now stays, whatever happens to the program.
   */
  public String checkpoint() throws IOException {
    ObjectNode checkpoint = JSON.createObjectNode();
    for (PartEntity part : entities.values()) {
      part.mark(checkpoint);
    }
    errorLines.flush();
    Marks.write(
        Map.of(ErrorsFile.NAME, errors.mark(), ASIDE, aside.mark()),
        checkpoint.withObject("/files"));
    checkpoint.put("learners", learners);
    ObjectNode codes = checkpoint.putObject("errorsByCode");
    errorsByCode.forEach(codes::put);
    try {
      return JSON.writeValueAsString(checkpoint);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can be written", e);
    }
  }

  /** Of a learner there are many records of a kind, one after another. */
  private PartEntity entity(Entity entity) {
    PartEntity same = last;
    if (same == null || same.entity() != entity) {
      same = entity(entity.name());
      last = same;
    }
    return same;
  }

  private PartEntity entity(String name) {
    PartEntity part = entities.get(name);
    if (part == null) {
      throw new IllegalArgumentException("there is no entity " + name);
    }
    return part;
  }

  @Override
  public void close() throws IOException {
    for (PartEntity part : entities.values()) {
      part.close();
    }
    errors.close();
    aside.close();
  }
}
