package org.vellum.competency.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.competency.catalogue.CatalogueFixture.aCatalogue;
import static org.vellum.competency.catalogue.CatalogueFixture.competency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

class AnnouncedProgramsTest {
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

  @AfterEach
  void emptied() {
    fixture.rosters.jdbi.useHandle(handle -> handle.execute("truncate platform.event cascade"));
  }

  private List<String> announced() {
    return fixture.rosters.eventsOf("ProgramPublished");
  }

  @Test
  void a_program_is_announced_with_its_courses_and_their_credits() throws Exception {
    fixture.replaced(aCatalogue());

    assertThat(announced())
        .singleElement()
        .asString()
        .contains("\"code\": \"CERT\"", "\"sourcedId\": \"course\"", "\"credits\": 2");
  }

  @Test
  void it_is_announced_again_only_where_something_differs_that_the_event_tells() throws Exception {
    fixture.replaced(aCatalogue());
    fixture.replaced(aCatalogue());
    assertThat(announced()).hasSize(1);

    ObjectNode dearer = aCatalogue();
    ((ObjectNode) dearer.at("/courses/0")).put("credits", 3);
    fixture.replaced(dearer);
    assertThat(announced()).hasSize(2).last().asString().contains("\"credits\": 3");
  }

  @Test
  void a_program_of_which_no_event_has_told_is_announced_at_the_start_and_only_once()
      throws Exception {
    fixture.replaced(aCatalogue());
    fixture.rosters.jdbi.useHandle(handle -> {
      handle.execute("truncate platform.event cascade");
      handle.execute("truncate competency.announced_program");
    });

    fixture.announceAtStart();
    fixture.announceAtStart();
    assertThat(announced()).singleElement().asString().contains("CERT");
  }

  @Test
  void other_requirements_are_announced_with_the_competencies_that_they_name() throws Exception {
    fixture.replaced(aCatalogue());
    JsonNode requirements =
        Json.mapper()
            .readTree(
                "[{\"requirement\":{\"allOf\":[{\"competency\":\"%s\"}]}}]"
                    .formatted(competency(3)));
    fixture.changing("CERT", Optional.empty(), (now, findings) -> requirements);

    assertThat(announced()).hasSize(2).last().asString().contains(competency(3).toString());
  }
}
