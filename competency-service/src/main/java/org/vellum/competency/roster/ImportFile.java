package org.vellum.competency.roster;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vellum.competency.roster.csv.Binding;
import org.vellum.competency.roster.csv.Column;
import org.vellum.competency.roster.csv.Findings;
import org.vellum.competency.roster.csv.RosterArchive;
import org.vellum.competency.roster.csv.RosterFile;
import org.vellum.competency.roster.csv.Row;
import org.vellum.platform.problem.Finding;

/**
 * The import of one file. A row is refused for what it says, for an identifier that the file had
 * before, or for a reference to what nobody knows. A row whose parent is unknown is put aside until
 * the file has been read, since parents may come after their children.
 */
final class ImportFile {
  private static final int BATCH = 1_000;
  private static final int MOST_PUT_ASIDE = 100_000;

  private final RosterTables tables;
  private final RosterFile file;
  private final Findings findings;
  private final List<Row> batch = new ArrayList<>(BATCH);
  private List<Row> putAside = new ArrayList<>();
  private int read;
  private int added;
  private int updated;
  private int refused;

  ImportFile(RosterTables tables, RosterFile file, Findings findings) {
    this.tables = tables;
    this.file = file;
    this.findings = findings;
  }

  /** Reads the file and stores what can be stored. */
  FileReport read(RosterArchive archive, ImportProgress progress) throws IOException {
    tables.forgetSeen();
    archive.read(
        file,
        findings,
        row -> {
          take(row);
          progress.step();
        });
    storeRest();
    if (!archive.isDelta(file)) {
      noteUnseen();
    }
    return report(archive.isDelta(file) ? "delta" : "bulk");
  }

  /** Stores rows that did not come in a file. */
  FileReport read(List<Optional<Row>> rows) {
    tables.forgetSeen();
    rows.forEach(this::take);
    storeRest();
    return report("delta");
  }

  private void storeRest() {
    storeBatch();
    storePutAside();
  }

  private FileReport report(String mode) {
    return new FileReport(
        file.fileName(), mode, read, added, updated, read - added - updated - refused, refused);
  }

  private void take(Optional<Row> row) {
    read++;
    row.ifPresentOrElse(batch::add, () -> refused++);
    if (batch.size() == BATCH) {
      storeBatch();
    }
  }

  private void storeBatch() {
    store(withKnownReferences(seenFirst(batch), putAside.size() < MOST_PUT_ASIDE));
    batch.clear();
  }

  /** Stores row by row what was put aside, from the top of the tree downwards. */
  private void storePutAside() {
    int before = -1;
    while (!putAside.isEmpty() && putAside.size() != before) {
      before = putAside.size();
      List<Row> waiting = putAside;
      putAside = new ArrayList<>();
      store(withKnownReferences(waiting, true));
    }
    List<Row> orphans = putAside;
    putAside = new ArrayList<>();
    withKnownReferences(orphans, false);
  }

  private void store(List<Row> rows) {
    List<Row> good = new ArrayList<>(rows);
    if (file.equals(Binding.USERS) && !good.isEmpty()) {
      Set<Row> taken = tables.withTakenName(good);
      good.removeAll(taken);
      for (Row row : taken) {
        refuse(row, "username", "username-taken", "another person signs in under this name");
      }
    }
    RosterTables.Stored stored = tables.store(file, good);
    added += stored.added();
    updated += stored.updated();
  }

  private List<Row> seenFirst(List<Row> rows) {
    Set<String> first = new HashSet<>(tables.firstSeen(rows.stream().map(Row::sourcedId).toList()));
    List<Row> good = new ArrayList<>();
    for (Row row : rows) {
      if (first.remove(row.sourcedId())) {
        good.add(row);
      } else {
        refuse(row, "sourcedId", "identifier-twice", "an earlier row has the same sourcedId");
      }
    }
    return good;
  }

  private List<Row> withKnownReferences(List<Row> rows, boolean mayWait) {
    Map<Column, Set<String>> known = new HashMap<>();
    for (Column column : file.columns()) {
      column
          .target()
          .ifPresent(table -> known.put(column, tables.known(table, asked(rows, column))));
    }
    Set<String> strangers = strangers(rows);
    List<Row> good = new ArrayList<>();
    for (Row row : rows) {
      Optional<Column> dangling = dangling(row, known);
      if (strangers.contains(row.sourcedId())) {
        refuse(row, "sourcedId", "reference-unknown", "nothing that it could describe is known");
      } else if (dangling.isEmpty()) {
        good.add(row);
      } else if (mayWait && file.refersToItself(dangling.get())) {
        putAside.add(row);
      } else {
        refuseDangling(row, dangling.get());
      }
    }
    return good;
  }

  /** The identifiers under which there is nothing that the rows could describe. */
  private Set<String> strangers(List<Row> rows) {
    if (file.described().isEmpty()) {
      return Set.of();
    }
    Set<String> strangers = rows.stream().map(Row::sourcedId).collect(toSet());
    strangers.removeAll(tables.known(file.described().get(), Set.copyOf(strangers)));
    return strangers;
  }

  private Set<String> asked(List<Row> rows, Column column) {
    return rows.stream().flatMap(row -> row.references(file, column)).collect(toSet());
  }

  private Optional<Column> dangling(Row row, Map<Column, Set<String>> known) {
    return file.columns().stream()
        .filter(known::containsKey)
        .filter(column ->
            !row.references(file, column).allMatch(known.getOrDefault(column, Set.of())::contains))
        .findFirst();
  }

  private void refuseDangling(Row row, Column column) {
    String table = column.target().orElseThrow().replace("roster_", "").replace('_', ' ');
    refuse(row, column.header(), "reference-unknown", "no such " + table + " is known");
  }

  private void refuse(Row row, String header, String code, String message) {
    refused++;
    findings.add(Finding.error(code, row.place(file, header), message));
  }

  private void noteUnseen() {
    int unseen = tables.countUnseen(file);
    if (unseen > 0) {
      findings.add(
          Finding.note(
              "not-in-bulk",
              file.fileName(),
              unseen
                  + " active rows of earlier imports are not in this bulk file and stay as they"
                  + " are; to end them send their status as tobedeleted"));
    }
  }
}
