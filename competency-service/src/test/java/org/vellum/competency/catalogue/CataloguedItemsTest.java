package org.vellum.competency.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.competency.catalogue.CatalogueFixture.aCatalogue;
import static org.vellum.competency.catalogue.CatalogueFixture.competency;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.vellum.competency.framework.ItemUse.Use;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

/** What of the catalogue rests on items that somebody would take away. */
class CataloguedItemsTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("competency");

  private final CatalogueFixture fixture = new CatalogueFixture(database);
  private final CataloguedItems items = new CataloguedItems(fixture.rosters.jdbi);

  @TempDir Path folder;

  @BeforeEach
  void filled() throws Exception {
    fixture.fill(folder);
    ObjectNode catalogue = aCatalogue();
    ObjectNode program = (ObjectNode) catalogue.at("/programs/0");
    program
        .putArray("requirements")
        .addObject()
        .putObject("requirement")
        .putArray("allOf")
        .addObject()
        .put("competency", competency(3).toString());
    fixture.replaced(catalogue);
  }

  @Test
  void rules_relations_prerequisites_and_requirements_are_told() throws Exception {
    fixture.relating(
        Json.mapper()
            .createObjectNode()
            .put("role", "teaches")
            .put("course", "course")
            .put("competency", competency(4).toString()));
    fixture.requiring(
        Json.mapper()
            .createObjectNode()
            .put("competency", competency(4).toString())
            .put("requires", competency(5).toString()));
    assertThat(
            items.listUses(
                List.of(competency(1), competency(3), competency(4), competency(5), competency(6))))
        .containsExactlyInAnyOrder(
            new Use(competency(1), "evidence rules of item"),
            new Use(competency(3), "requirements of CERT"),
            new Use(competency(4), "relations: course teaches"),
            new Use(competency(4), "prerequisites: 1"),
            new Use(competency(5), "prerequisites: 1"));
  }

  @Test
  void what_has_ended_rests_on_nothing() throws Exception {
    fixture.replaced(Json.mapper().createObjectNode());
    assertThat(items.listUses(List.of(competency(1), competency(3)))).isEmpty();
  }
}
