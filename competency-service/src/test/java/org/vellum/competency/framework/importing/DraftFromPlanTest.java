package org.vellum.competency.framework.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.FrameworkFixture;
import org.vellum.competency.framework.Packages;
import org.vellum.competency.framework.versions.VersionsFixture;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

class DraftFromPlanTest {
  private static final UUID DOCUMENT = UUID.fromString(Packages.DOCUMENT);

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("competency");

  private final ImportingFixture fixture = new ImportingFixture(database);
  private final DraftFromPlan draftFromPlan =
      new DraftFromPlan(
          fixture.plans,
          fixture.framework.frameworks,
          new VersionsFixture(database).newVersion,
          FrameworkFixture.CLOCK);

  @Test
  void an_own_framework_in_force_takes_changes_as_a_new_version() throws Exception {
    ObjectNode whole = Packages.ofItems(3);
    fixture.framework.importing(whole.toString().getBytes(UTF_8), true);
    ((ObjectNode) Packages.items(whole).get(0)).put("fullStatement", "Said otherwise");
    UUID plan = fixture.planned(whole);

    DraftFromPlan.Result result = drafting(plan);

    UUID draft = ((DraftFromPlan.Result.Begun) result).draft();
    assertThat(draft).isNotEqualTo(DOCUMENT);
    assertThat(framework(draft).draft()).isTrue();
    assertThat(statements(draft)).contains("Said otherwise", "Can do thing 2");
    assertThat(statements(DOCUMENT)).contains("Can do thing 1").doesNotContain("Said otherwise");
    assertThat(drafting(plan)).isEqualTo(new DraftFromPlan.Result.Unknown());
  }

  @Test
  void a_draft_is_told_to_merge_instead() throws Exception {
    ObjectNode whole = Packages.ofItems(1);
    Packages.document(whole).put("adoptionStatus", "Draft");
    fixture.framework.importing(whole.toString());
    Packages.document(whole).put("title", "Another");
    assertThat(drafting(fixture.planned(whole)))
        .isInstanceOfSatisfying(
            DraftFromPlan.Result.InTheWay.class,
            other -> assertThat(other.framework()).isEqualTo(DOCUMENT));
  }

  @Test
  void a_plan_that_is_stale_begins_nothing() throws Exception {
    ObjectNode whole = Packages.ofItems(1);
    fixture.framework.importing(whole.toString());
    Packages.document(whole).put("title", "First");
    UUID first = fixture.planned(whole);
    Packages.document(whole).put("title", "Second");
    UUID second = fixture.planned(whole);
    fixture.carryingOut(first);
    assertThat(drafting(second)).isEqualTo(new DraftFromPlan.Result.Stale());
  }

  private DraftFromPlan.Result drafting(UUID plan) throws Exception {
    return database.inTransaction(() -> draftFromPlan.draft(plan, "rita"));
  }

  private Framework framework(UUID identifier) {
    return fixture.framework.frameworks.find(identifier, Audience.REGISTRARS).orElseThrow();
  }

  private List<String> statements(UUID identifier) throws Exception {
    return fixture.served(framework(identifier), true).stream()
        .map((JsonNode item) -> item.path("fullStatement").asText())
        .toList();
  }
}
