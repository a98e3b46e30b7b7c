package org.vellum.competency.catalogue.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.competency.catalogue.CatalogueFixture.aCatalogue;
import static org.vellum.competency.catalogue.CatalogueFixture.competency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.vellum.competency.catalogue.CatalogueFixture;
import org.vellum.competency.catalogue.change.ChangeRequirements;
import org.vellum.competency.framework.Audience;
import org.vellum.platform.json.Json;
import org.vellum.testsupport.TestDatabase;

/** A small catalogue with a program, and the steps by which its requirements are changed. */
abstract class ProgramSteps {
  final PagesFixture pages;
  final CatalogueFixture fixture;

  @TempDir Path folder;

  ProgramSteps(TestDatabase database) {
    this.pages = new PagesFixture(database);
    this.fixture = pages.catalogue;
  }

  @BeforeEach
  void filled() throws Exception {
    fixture.fill(folder);
    fixture.replaced(aCatalogue());
  }

  static ObjectNode competencyNode(int number) {
    return Json.mapper().createObjectNode().put("competency", competency(number).toString());
  }

  void begin(String from) throws Exception {
    change(RequirementEdit.begin(from));
  }

  void add(String pointer, ObjectNode node) throws Exception {
    change(RequirementEdit.add(pointer, node));
  }

  void change(ChangeRequirements.Change change) throws Exception {
    Optional<UUID> version = fixture.inForce.findProgram("CERT").map(Map.Entry::getKey);
    assertThat(fixture.changing("CERT", version, change))
        .isInstanceOf(ChangeRequirements.Result.Changed.class);
  }

  ArrayNode requirements() {
    JsonNode json =
        Json.mapper()
            .valueToTree(
                pages
                    .programs
                    .find("CERT", Optional.empty(), pages.programs.today(), Audience.REGISTRARS)
                    .orElseThrow()
                    .program()
                    .requirements());
    return (ArrayNode) json;
  }

  void relate(String role, String by, String name, int competency, @Nullable String threshold)
      throws Exception {
    ObjectNode json =
        Json.mapper()
            .createObjectNode()
            .put("role", role)
            .put(by, name)
            .put("competency", competency(competency).toString());
    if (threshold != null) {
      json.put("threshold", new BigDecimal(threshold));
    }
    fixture.relating(json);
  }
}
