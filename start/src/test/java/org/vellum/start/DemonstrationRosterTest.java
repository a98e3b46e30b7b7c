package org.vellum.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.start.DemonstrationFiles.column;
import static org.vellum.start.DemonstrationFiles.ids;
import static org.vellum.start.DemonstrationFiles.row;
import static org.vellum.start.DemonstrationFiles.table;
import static org.vellum.start.DemonstrationFiles.value;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The roster of the demonstration is consistent in itself. */
class DemonstrationRosterTest {

  @ParameterizedTest
  @CsvSource({
    "orgs, parentSourcedId, orgs",
    "academicSessions, parentSourcedId, academicSessions",
    "courses, orgSourcedId, orgs",
    "courses, schoolYearSourcedId, academicSessions",
    "classes, courseSourcedId, courses",
    "classes, schoolSourcedId, orgs",
    "classes, termSourcedIds, academicSessions",
    "users, primaryOrgSourcedId, orgs",
    "roles, userSourcedId, users",
    "roles, orgSourcedId, orgs",
    "enrollments, classSourcedId, classes",
    "enrollments, userSourcedId, users",
    "enrollments, schoolSourcedId, orgs",
    "lineItems, classSourcedId, classes",
    "lineItems, categorySourcedId, categories",
    "lineItems, academicSessionSourcedId, academicSessions",
    "lineItems, schoolSourcedId, orgs",
    "lineItemLearningObjectiveIds, lineItemSourcedId, lineItems",
  })
  void every_reference_of_the_roster_resolves(String table, String column, String target) {
    Set<String> references = column(table, column);
    references.remove("");

    assertThat(references).isNotEmpty();
    assertThat(ids(target)).containsAll(references);
  }

  @Test
  void the_manifest_names_exactly_the_tables_that_are_there() {
    for (Map<String, String> property : table("manifest")) {
      String name = value(property, "propertyName");
      if (name.startsWith("file.")) {
        assertThat(value(property, "value"))
            .as(name)
            .isEqualTo(DemonstrationFiles.has(name.substring(5)) ? "bulk" : "absent");
      }
    }
    assertThat(table("manifest")).hasSize(2 + 21 + 2);
  }

  @Test
  void learners_sign_in_under_unique_names_and_amara_comes_first() {
    List<String> learners =
        table("roles").stream()
            .filter(role -> value(role, "role").equals("student"))
            .map(role -> value(row("users", value(role, "userSourcedId")), "username"))
            .toList();

    assertThat(learners).hasSize(24).doesNotHaveDuplicates().startsWith("amara", "lukas");
    assertThat(table("users")).allMatch(u -> !value(u, "givenName").isBlank());
    assertThat(table("users")).allMatch(u -> !value(u, "familyName").isBlank());
  }

  @Test
  void dates_are_iso_dates_in_their_order() {
    table("academicSessions").forEach(row -> inOrder(row, "startDate", "endDate"));
    table("enrollments").forEach(row -> inOrder(row, "beginDate", "endDate"));
    table("lineItems").forEach(row -> inOrder(row, "assignDate", "dueDate"));
  }

  private static void inOrder(Map<String, String> row, String from, String to) {
    assertThat(LocalDate.parse(value(row, from)))
        .as(value(row, "sourcedId"))
        .isBefore(LocalDate.parse(value(row, to)));
  }
}
