package org.vellum.competency.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.competency.catalogue.RelationsTest.prerequisite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.vellum.competency.catalogue.change.AddPrerequisite;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.problem.Finding;
import org.vellum.testsupport.TestDatabase;

/** Prerequisites: begun, ended, and never in a circle on any day. */
class PrerequisitesTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("competency");

  private final CatalogueFixture fixture = new CatalogueFixture(database);

  @TempDir Path folder;

  @BeforeEach
  void filled() throws Exception {
    fixture.fill(folder);
  }

  @Test
  void prerequisites_lead_in_no_circle_and_the_circle_is_named() throws Exception {
    require(1, 2);
    require(2, 3);

    assertThat(fixture.requiring(prerequisite(3, 1)))
        .isInstanceOfSatisfying(
            AddPrerequisite.Result.Refused.class,
            refused -> {
              Finding circle = refused.findings().getFirst();
              assertThat(circle.code()).isEqualTo("circle");
              assertThat(circle.message()).contains("T.1", "T.2", "T.3", "→");
            });
    assertThat(fixture.prerequisites.inForce()).hasSize(2);

    UUID first = fixture.prerequisites.inForce().keySet().iterator().next();
    assertThat(fixture.endingPrerequisite(first)).isTrue();
    assertThat(fixture.endingPrerequisite(first)).isFalse();
    assertThat(fixture.requiring(prerequisite(3, 1)))
        .isInstanceOf(AddPrerequisite.Result.Added.class);
  }

  @Test
  void a_course_is_no_prerequisite_of_itself() throws Exception {
    ObjectNode itself =
        Json.mapper().createObjectNode().put("course", "course").put("requires", "course");

    assertThat(fixture.requiring(itself)).isInstanceOf(AddPrerequisite.Result.Refused.class);
  }

  @Test
  void an_order_may_be_turned_round_on_a_day() throws Exception {
    fixture.requiring(prerequisite(1, 2).put("to", "2027-01-01"));

    assertThat(fixture.requiring(prerequisite(2, 1).put("from", "2026-12-31")))
        .isInstanceOf(AddPrerequisite.Result.Refused.class);
    assertThat(fixture.requiring(prerequisite(2, 1).put("from", "2027-01-01")))
        .isInstanceOf(AddPrerequisite.Result.Added.class);
    assertThat(fixture.requiring(prerequisite(2, 1).put("from", "2027-01-01")))
        .isInstanceOf(AddPrerequisite.Result.Known.class);
  }

  private void require(int competency, int requires) throws Exception {
    assertThat(fixture.requiring(prerequisite(competency, requires)))
        .isInstanceOf(AddPrerequisite.Result.Added.class);
  }
}
