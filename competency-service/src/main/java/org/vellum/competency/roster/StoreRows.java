package org.vellum.competency.roster;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vellum.competency.roster.csv.Binding;
import org.vellum.competency.roster.csv.Findings;
import org.vellum.competency.roster.csv.RosterFile;
import org.vellum.competency.roster.csv.Row;
import org.vellum.competency.roster.csv.ToldRows;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.usecase.Component;

/**
 * Stores rows that another binding than CSV told, by the same rules as those of a file. The
 * caller's transaction holds it all.
 */
@Component
public class StoreRows {
  /** Where a class that is told names the class of which it is a part, and not its course. */
  public static final String PART_OF = "partOfClass";

  private final RosterTables tables;

  @Inject
  public StoreRows(RosterTables tables) {
    this.tables = tables;
  }

  /**
   * A row that was told.
   *
   * @param file the file in which it would stand
   * @param values its values by the names of the file's columns
   */
  public record Told(RosterFile file, Map<String, String> values) {
    public Told {
      values = Map.copyOf(values);
    }
  }

  /**
   * Stores rows.
   *
   * @param rows what was told, in whatever order
   * @param before how many of the same kind came before these
   * @param findings is told of each row that is refused why
   * @return what was done, by file
   */
  public List<FileReport> store(List<Told> rows, int before, Findings findings) {
    tables.lock();
    Map<RosterFile, List<Map<String, String>>> byFile =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    Told::file,
                    LinkedHashMap::new,
                    Collectors.mapping(Told::values, Collectors.toList())));
    List<FileReport> reports = new ArrayList<>();
    Findings own = new Findings();
    for (RosterFile file : Binding.FILES) {
      List<Map<String, String>> values = completed(file, byFile.getOrDefault(file, List.of()));
      if (!values.isEmpty()) {
        List<Optional<Row>> read = ToldRows.read(file, values, before, findings);
        reports.add(new ImportFile(tables, file, own).read(read));
      }
    }
    own.kept().stream().map(ToldRows::placed).forEach((Finding each) -> findings.add(each));
    endRoles(byFile);
    return reports;
  }

  /** An enrollment that names no school has that of its class; a part of a class its course. */
  private List<Map<String, String>> completed(RosterFile file, List<Map<String, String>> rows) {
    if (file.equals(Binding.ENROLLMENTS)) {
      return completed(rows, "classSourcedId", "schoolSourcedId", RosterTables.Place::school);
    }
    return file.equals(Binding.CLASSES)
        ? completed(rows, PART_OF, "courseSourcedId", RosterTables.Place::course)
        : rows;
  }

  private List<Map<String, String>> completed(
      List<Map<String, String>> rows,
      String classMember,
      String missing,
      Function<RosterTables.Place, String> found) {
    List<String> classes =
        rows.stream()
            .filter(row -> !row.containsKey(missing))
            .map(row -> row.getOrDefault(classMember, ""))
            .distinct()
            .toList();
    Map<String, RosterTables.Place> places = classes.isEmpty() ? Map.of() : tables.places(classes);
    return rows.stream()
        .map(row -> {
          Map<String, String> whole = new HashMap<>(row);
          RosterTables.Place place = places.get(row.getOrDefault(classMember, ""));
          if (place != null) {
            whole.putIfAbsent(missing, found.apply(place));
          }
          return whole;
        })
        .toList();
  }

  /** A person whose roles were told has none of those that were told before and are not now. */
  private void endRoles(Map<RosterFile, List<Map<String, String>>> byFile) {
    List<String> people = identifiers(byFile.getOrDefault(Binding.USERS, List.of()));
    if (!people.isEmpty() && byFile.containsKey(Binding.ROLES)) {
      tables.endOtherRoles(people, identifiers(byFile.getOrDefault(Binding.ROLES, List.of())));
    }
  }

  private static List<String> identifiers(List<Map<String, String>> rows) {
    return rows.stream().map(row -> row.getOrDefault("sourcedId", "")).toList();
  }
}
