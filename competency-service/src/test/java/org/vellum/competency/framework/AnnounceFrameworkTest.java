package org.vellum.competency.framework;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.contracts.FrameworkAdopted;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

class AnnounceFrameworkTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("competency");

  private final FrameworkFixture fixture = new FrameworkFixture(database);

  @BeforeEach
  void nothingWasAnnounced() {
    fixture.jdbi.useHandle(handle -> handle.execute("delete from platform.event"));
  }

  private List<FrameworkAdopted> announced() {
    return fixture.jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select payload from platform.event where type = 'FrameworkAdopted' order by"
                    + " position")
            .mapTo(String.class)
            .map(each -> {
              try {
                return Json.mapper().readValue(each, FrameworkAdopted.class);
              } catch (JsonProcessingException e) {
                throw new AssertionError(e);
              }
            })
            .list());
  }

  @Test
  void a_framework_that_is_imported_in_force_is_told_in_parts() throws Exception {
    ObjectNode whole = Packages.ofItems(1_001);
    ((ObjectNode) Packages.items(whole).get(0)).put("abbreviatedStatement", "In short");
    fixture.importing(whole.toString());

    List<FrameworkAdopted> told = announced();
    assertThat(told).extracting(each -> each.items().size()).containsExactly(1_000, 1, 0, 0);
    assertThat(told).extracting(each -> each.associations().size()).containsExactly(0, 0, 1_000, 1);
    assertThat(told).extracting(FrameworkAdopted::title).containsOnly("A framework");
    FrameworkAdopted.Item first = told.getFirst().items().getFirst();
    assertThat(first.labels()).containsExactly("In short");
    assertThat(first.humanCode()).contains("T.1");
    FrameworkAdopted.Association child = told.get(2).associations().getLast();
    assertThat(child.type()).isEqualTo("isChildOf");
    assertThat(child.originUri()).endsWith(Packages.item(1_000));
    assertThat(child.destinationUri()).endsWith(Packages.item(100));
  }

  @Test
  void a_draft_is_told_of_when_it_is_adopted_and_not_before() throws Exception {
    ObjectNode draft = Packages.ofItems(2);
    Packages.document(draft).put("adoptionStatus", "Draft");
    fixture.importing(draft.toString());
    assertThat(announced()).isEmpty();
    fixture.adopting(UUID.fromString(Packages.DOCUMENT));
    assertThat(announced()).hasSize(2);
  }
}
