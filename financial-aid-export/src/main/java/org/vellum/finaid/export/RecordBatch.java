package org.vellum.finaid.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of some facts, such as all of one learner: records, each after what it belongs to,
 * and what is wrong with the others.
 *
 * @param selected how many there should be, by the name of their entity, counted before any check
 * @param records to be exported, in the order of the files
 * @param rejected how many were not, by the name of their entity
 * @param suppressed how many were kept back, by the name of their entity
 * @param errors why records were rejected, and what somebody should look at
 */
public record RecordBatch(
    Map<String, Integer> selected,
    List<ExportRecord> records,
    Map<String, Integer> rejected,
    Map<String, Integer> suppressed,
    List<RowError> errors) {

  public RecordBatch {
    selected = Map.copyOf(selected);
    records = List.copyOf(records);
    rejected = Map.copyOf(rejected);
    suppressed = Map.copyOf(suppressed);
    errors = List.copyOf(errors);
  }

  /** What a choice gives of the records, in their order. */
  public List<ExportRecord> chosen(PackagePart.Choice choice) {
    List<ExportRecord> chosen = new ArrayList<>(records.size());
    for (ExportRecord each : records) {
      Optional<ExportRecord> one = choice.of(each);
      if (one.isPresent()) {
        chosen.add(one.get());
      }
    }
    return chosen;
  }

  /** Whether one of the errors forbids that anything is published. */
  public boolean stopsTheRun() {
    return errors.stream().anyMatch(error -> error.severity() == RowError.Severity.RUN);
  }

  /** Collects records; those that belong to a rejected one are rejected too. */
  public static final class Builder {
    private final Set<String> programs;
    private final Map<String, Set<String>> exported = new HashMap<>();
    private final Map<String, Integer> selected = new HashMap<>();
    private final List<ExportRecord> records = new ArrayList<>();
    private final Map<String, Integer> rejected = new HashMap<>();
    private final List<RowError> errors = new ArrayList<>();

    /** With the programs that are exported, by the identifiers of their versions. */
    public Builder(Set<String> programs) {
      this.programs = programs;
    }

    /**
     * Adds a record, unless it does not fit or what it belongs to was rejected.
     *
     * @return whether it was added
     */
    public boolean add(Row row) {
      return add(row, List.of());
    }

    /**
     * Adds a record of which something was found already: any but a warning rejects it.
     *
     * @return whether it was added
     */
    public boolean add(Row row, List<RowError> found) {
      Entity entity = row.entity();
      selected.merge(entity.name(), 1, Integer::sum);
      errors.addAll(found);
      ExportRecord.Outcome outcome = ExportRecord.of(row);
      boolean rejects =
          found.stream().anyMatch(error -> error.severity() != RowError.Severity.WARN);
      if (outcome instanceof ExportRecord.Outcome.Fits fits && !rejects) {
        return add(fits.value());
      }
      if (outcome instanceof ExportRecord.Outcome.Unfit unfit) {
        // What is missing may be missing because of what was found.
        unfit.errors().stream()
            .filter(error -> !rejects || !error.code().equals("VALUE_MISSING"))
            .filter(error -> found.stream().noneMatch(each -> each.field().equals(error.field())))
            .forEach(errors::add);
      }
      return reject(entity);
    }

    private boolean reject(Entity entity) {
      rejected.merge(entity.name(), 1, Integer::sum);
      return false;
    }

    private boolean add(ExportRecord each) {
      Entity entity = each.entity();
      for (Entity.Reference to : entity.references()) {
        String key = each.text(entity.place(to.column()));
        if (!isExported(to.entity(), key)) {
          errors.add(missing(each, to, key));
          return reject(entity);
        }
      }
      boolean isFirst =
          exported
              .computeIfAbsent(entity.name(), name -> new HashSet<>())
              .add(each.text(entity.keyPlace()));
      if (!isFirst) {
        errors.add(
            error("RECORD_DUPLICATE", each, Entity.RECORD_ID, "", "another record has it too"));
        return reject(entity);
      }
      records.add(each);
      return true;
    }

    private boolean isExported(String entity, String key) {
      return exported.getOrDefault(entity, Set.of()).contains(key)
          || (entity.equals("program_version") && programs.contains(key));
    }

    private static RowError missing(ExportRecord each, Entity.Reference to, String key) {
      String message = "no record of " + to.entity() + " in this package";
      return error("REFERENCE_MISSING", each, to.column(), key, message);
    }

    private static RowError error(
        String code, ExportRecord each, String field, String value, String message) {
      return new RowError(
          code, RowError.Severity.ROW, each.entity().name(), each.id(), field, value, message, "");
    }

    /** What was collected. */
    public RecordBatch build() {
      return new RecordBatch(selected, records, rejected, Map.of(), errors);
    }

    /** All of it kept back: counted and not listed, with no word on what is wrong with it. */
    public RecordBatch suppressed() {
      return new RecordBatch(selected, List.of(), Map.of(), selected, List.of());
    }
  }
}
