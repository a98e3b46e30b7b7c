package org.vellum.finaid.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVPrinter;

/**
 * A part of a package: the records of some learners, one learner after another. It can be
 * interrupted at any time and taken up again at its last checkpoint; parts in their order make the
 * same package however many they are.
 */
public final class PackagePart implements Closeable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String runId;
  private final Choice choice;
  private final Map<String, PartEntity> entities = new LinkedHashMap<>();
  private final Map<String, Set<String>> common = new HashMap<>();
  private final Map<String, Set<String>> own = new HashMap<>();
  private Map<String, Set<String>> scope = common;
  private final Map<String, Long> errorsByCode = new TreeMap<>();
  private final PartFile errors;
  private final CSVPrinter errorLines;

  /**
   * Chooses what of the records that stand is written; the others are neither written nor counted.
   */
  @FunctionalInterface
  public interface Choice {
    /**
     * Whether to write a record.
     *
     * @param entity its kind
     * @param recordId identifies it in all runs
     * @param hash SHA-256 of what it says
     */
    boolean takes(String entity, String recordId, byte[] hash);
  }

  private PackagePart(String runId, Choice choice, PartFile errors) throws IOException {
    this.runId = runId;
    this.choice = choice;
    this.errors = errors;
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
  public static PackagePart open(
      Path folder, PackageForms forms, String runId, Choice choice, String checkpoint)
      throws IOException {
    JsonNode from = checkpoint.isEmpty() ? JSON.createObjectNode() : JSON.readTree(checkpoint);
    PartFile errors =
        PartFile.open(
            folder.resolve(ErrorsFile.NAME), Marks.read(from.path("files"), ErrorsFile.NAME));
    PackagePart part = new PackagePart(runId, choice, errors);
    try {
      for (Entity entity : Entities.ALL) {
        part.entities.put(entity.name(), PartEntity.open(entity, folder, forms, from));
      }
    } catch (IOException | RuntimeException e) {
      part.close();
      throw e;
    }
    from.path("errorsByCode")
        .properties()
        .forEach(each -> part.errorsByCode.put(each.getKey(), each.getValue().asLong()));
    return part;
  }

  /**
   * Begins another learner: records belong to those of the same learner, or to those that were
   * written before the first.
   */
  public void beginLearner() {
    own.clear();
    scope = own;
  }

  /**
   * Makes a record known to which those of all learners may belong, and which another part writes.
   *
   * @return whether it fits; if not, nothing can belong to it
   */
  public boolean assume(String entity, Map<String, ?> values) {
    Entity kind = entity(entity).entity();
    if (ExportRecord.of(kind, values) instanceof ExportRecord.Outcome.Fits fits) {
      remember(kind, fits.value(), common);
      return true;
    }
    return false;
  }

  /**
   * Exports a record, or rejects it with its errors.
   *
   * @param entity by name
   * @param values by column
   * @return whether it stands
   */
  public boolean write(String entity, Map<String, ?> values) throws IOException {
    PartEntity part = entity(entity);
    return switch (ExportRecord.of(part.entity(), values)) {
      case ExportRecord.Outcome.Unfit unfit -> reject(part, unfit.errors());
      case ExportRecord.Outcome.Fits fits -> export(part, fits.value());
    };
  }

  private boolean export(PartEntity part, ExportRecord exported) throws IOException {
    Entity entity = part.entity();
    Entity.Reference to = entity.reference().orElse(null);
    if (to != null && !isKnown(to, exported.value(to.column()).orElse(""))) {
      return reject(part, List.of(PackageWriter.missing(entity, exported, to)));
    }
    remember(entity, exported, scope);
    if (choice.takes(entity.name(), exported.id(), exported.hash())) {
      part.totals().select();
      part.write(exported);
    }
    return true;
  }

  private boolean isKnown(Entity.Reference to, String key) {
    return own.getOrDefault(to.entity(), Set.of()).contains(key)
        || common.getOrDefault(to.entity(), Set.of()).contains(key);
  }

  private static void remember(
      Entity entity, ExportRecord exported, Map<String, Set<String>> keys) {
    if (EntityTable.isParent(entity)) {
      exported
          .value(entity.key())
          .ifPresent(key -> keys.computeIfAbsent(entity.name(), name -> new HashSet<>()).add(key));
    }
  }

  /** Counts a record that is kept back, for a learner who is not to be listed. */
  public void suppress(String entity) {
    EntityTotals totals = entity(entity).totals();
    totals.select();
    totals.suppress();
  }

  /** Counts a record as rejected, for the errors that were found before it could be made. */
  public void reject(String entity, List<RowError> why) throws IOException {
    reject(entity(entity), why);
  }

  private boolean reject(PartEntity part, List<RowError> why) throws IOException {
    part.totals().select();
    part.totals().reject();
    for (RowError error : why) {
      warn(error);
    }
    return false;
  }

  /** Writes an error or a warning into the list of errors. */
  public void warn(RowError error) throws IOException {
    errorsByCode.merge(error.code(), 1L, Long::sum);
    ErrorsFile.write(errorLines, error, runId);
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
    Marks.write(Map.of(ErrorsFile.NAME, errors.mark()), checkpoint.withObject("/files"));
    ObjectNode codes = checkpoint.putObject("errorsByCode");
    errorsByCode.forEach(codes::put);
    try {
      return JSON.writeValueAsString(checkpoint);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can be written", e);
    }
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
  }
}
