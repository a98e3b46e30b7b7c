package org.vellum.competency.framework;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.framework.ImportFramework.Result;
import org.vellum.contracts.Competency;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

class ImportFrameworkTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("competency");

  private final FrameworkFixture fixture = new FrameworkFixture(database);

  @Test
  void an_imported_framework_tells_its_competencies() throws Exception {
    Result result = fixture.importing(Packages.ofItems(12).toString());

    assertThat(result)
        .isInstanceOfSatisfying(
            Result.Imported.class,
            imported -> {
              assertThat(imported.items()).isEqualTo(12);
              assertThat(imported.associations()).isEqualTo(12);
              assertThat(imported.findings()).isEmpty();
            });
    UUID item = UUID.fromString(Packages.item(3));
    assertThat(fixture.frameworks.knowsItem(item)).isTrue();
    assertThat(fixture.frameworks.findCompetency(item))
        .contains(
            new Competency(
                item,
                "https://publisher.example/CFItems/" + item,
                "Can do thing 3",
                Optional.of("T.3"),
                UUID.fromString(Packages.DOCUMENT),
                "https://publisher.example/CFDocuments/" + Packages.DOCUMENT,
                "A framework",
                Optional.of("3")));
  }

  @Test
  void the_same_package_again_changes_nothing() throws Exception {
    ObjectNode whole = Packages.ofItems(3);
    fixture.importing(whole.toString());
    assertThat(fixture.importing(whole.toPrettyString()))
        .isEqualTo(new Result.AlreadyImported(UUID.fromString(Packages.DOCUMENT)));
  }

  @Test
  void a_framework_with_other_content_is_refused_and_the_differences_are_counted()
      throws Exception {
    ObjectNode whole = Packages.ofItems(3);
    fixture.importing(whole.toString());
    ((ObjectNode) Packages.items(whole).get(0)).put("fullStatement", "Something else");
    Packages.items(whole).remove(2);
    Packages.addItem(whole, 7);
    Packages.addItem(whole, 8);

    assertThat(fixture.importing(whole.toString()))
        .isInstanceOfSatisfying(
            Result.Changed.class,
            changed ->
                assertThat(changed.findings())
                    .singleElement()
                    .satisfies(finding -> {
                      assertThat(finding.place()).isEqualTo("/CFItems");
                      assertThat(finding.message()).isEqualTo("2 added, 1 changed, 1 gone.");
                    }));
    assertThat(fixture.frameworks.knowsItem(UUID.fromString(Packages.item(7)))).isFalse();
  }
}
