package org.vellum.competency.catalogue.caseexport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.competency.catalogue.CatalogueFixture.competency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.vellum.competency.catalogue.CatalogueFixture;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.FrameworkFixture;
import org.vellum.competency.framework.ImportFramework;
import org.vellum.competency.framework.Packages;
import org.vellum.competency.framework.Precedences;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.SharedData;
import org.vellum.testsupport.TestDatabase;

/** Prerequisites of the catalogue that travel in CASE, out and in. */
class PrerequisitesPackageTest {
  private static final UUID DRAFTED = UUID.fromString(Packages.item(501));

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("competency");

  private final CatalogueFixture fixture = new CatalogueFixture(database);
  private final PrerequisitesPackage prerequisites =
      new PrerequisitesPackage(
          fixture.prerequisites, fixture.frameworks.frameworks, FrameworkFixture.PLATFORM);
  private final Precedences precedences = new Precedences(fixture.frameworks.jdbi);

  @TempDir Path folder;

  @BeforeEach
  void filled() throws Exception {
    fixture.fill(folder);
    ObjectNode draft = Packages.empty();
    Packages.document(draft).put("identifier", Packages.item(900)).put("adoptionStatus", "Draft");
    Packages.addItem(draft, 501);
    fixture.frameworks.importing(draft.toString());
  }

  @Test
  void each_is_an_association_from_what_comes_first_to_what_comes_after() throws Exception {
    requires(competency(1), competency(2), "2026-09-01");
    JsonNode whole = prerequisites.json();
    JsonNode association = whole.at("/CFAssociations/0");
    assertThat(whole.path("CFAssociations")).hasSize(1);
    assertThat(association.path("associationType").asText()).isEqualTo("precedes");
    assertThat(association.at("/originNodeURI/identifier").asText())
        .isEqualTo(competency(2).toString());
    assertThat(association.at("/destinationNodeURI/identifier").asText())
        .isEqualTo(competency(1).toString());
    assertThat(association.at("/destinationNodeURI/uri").asText())
        .isEqualTo("https://publisher.example/CFItems/" + competency(1));
    assertThat(association.path("notes").asText()).isEqualTo("From 2026-09-01");
    assertThat(prerequisites.json()).isEqualTo(whole);
  }

  @Test
  void the_package_is_what_the_official_schema_wants() throws Exception {
    requires(competency(1), competency(2), "");
    requires(competency(3), competency(1), "");
    Path schema = SharedData.path("case/schema-1.1/case_v1p1_cfpackage-jsonschema1.json");
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                .getSchema(Json.mapper().readTree(Files.readAllBytes(schema)))
                .validate(
                    prerequisites.json(),
                    context ->
                        context.executionConfig(config -> config.formatAssertionsEnabled(true))))
        .isEmpty();
  }

  @Test
  void those_of_a_draft_and_those_of_courses_stay_here() throws Exception {
    requires(DRAFTED, competency(2), "");
    requires(competency(3), DRAFTED, "");
    fixture.endingPrerequisite(fixture.prerequisites.inForce().keySet().iterator().next());
    requires(DRAFTED, competency(3), "");
    assertThat(prerequisites.json().path("CFAssociations")).isEmpty();
  }

  @Test
  void what_was_taken_in_says_the_same_of_what_comes_before_what() throws Exception {
    requires(competency(1), competency(2), "");
    JsonNode whole = prerequisites.json();
    assertThat(fixture.frameworks.importing(whole.toString()))
        .isInstanceOf(ImportFramework.Result.Imported.class);
    for (int item : new int[] {1, 2}) {
      assertThat(precedences.around(competency(item), Audience.EVERYONE, 10))
          .singleElement()
          .satisfies(said -> {
            assertThat(said.before()).isEqualTo(competency(2));
            assertThat(said.after()).isEqualTo(competency(1));
            assertThat(said.frameworkTitle()).startsWith("Prerequisites at ");
          });
    }
    assertThat(precedences.around(competency(3), Audience.EVERYONE, 10)).isEmpty();
  }

  private void requires(UUID after, UUID before, String from) throws Exception {
    ObjectNode json =
        Json.mapper()
            .createObjectNode()
            .put("competency", after.toString())
            .put("requires", before.toString());
    if (!from.isEmpty()) {
      json.put("from", from);
    }
    assertThat(fixture.requiring(json))
        .isInstanceOf(org.vellum.competency.catalogue.change.AddPrerequisite.Result.Added.class);
  }
}
