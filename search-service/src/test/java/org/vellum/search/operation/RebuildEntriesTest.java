package org.vellum.search.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.search.achievement.SearchCenter.ACME;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.platform.pages.Page;
import org.vellum.platform.pages.Templates;
import org.vellum.platform.persistence.Schemas;
import org.vellum.search.achievement.SearchCenter;
import org.vellum.search.elasticsearch.ClusterView;
import org.vellum.search.elasticsearch.Rebuilds;
import org.vellum.search.elasticsearch.Troubles;
import org.vellum.search.index.Entries;
import org.vellum.testsupport.TestDatabase;

class RebuildEntriesTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "search").emptyAfterEach("search");

  private static final String SKILL = "Writes a query";

  private final SearchCenter center = new SearchCenter(database);
  private final EntryRebuilds rebuilds = new EntryRebuilds(center.jdbi);
  private final RebuildEntries rebuild =
      new RebuildEntries(rebuilds, new Entries(center.jdbi, center.feed), center.clock);

  private boolean step() throws Exception {
    return database.inTransaction(() -> rebuild.step());
  }

  @Test
  void what_the_index_says_is_made_anew_of_consent_and_record() throws Exception {
    UUID ada = center.shown("ada", center.attained(SKILL));
    center.jdbi.useHandle(handle -> handle.execute("delete from search.entry"));
    assertThat(center.found(ACME, SKILL)).isEmpty();
    assertThat(step()).as("nobody asked").isFalse();

    assertThat(rebuilds.ask(center.now())).isTrue();
    assertThat(rebuilds.ask(center.now())).as("once").isFalse();
    assertThat(filled(Optional.empty())).contains("0 of 1 people").contains("<progress");
    assertThat(step()).isTrue();
    assertThat(rebuilds.find().orElseThrow().done()).isEqualTo(1);
    assertThat(step()).isFalse();
    assertThat(center.found(ACME, SKILL)).containsExactly(ada);
    assertThat(rebuilds.count()).isEqualTo(new EntryRebuilds.Counts(1, 1));
    assertThat(filled(Optional.empty()))
        .contains("Built anew on")
        .contains("No cluster is connected.")
        .contains("value=\"the-token\"")
        .doesNotContain("hx-trigger");
    assertThat(rebuilds.ask(center.now())).as("again").isTrue();
  }

  @Test
  void the_page_tells_how_it_stands_with_the_cluster() {
    ClusterView.Standing away =
        new ClusterView.Standing(
            true,
            Optional.empty(),
            7,
            42,
            Optional.of(new Rebuilds.Progress("fresh", 500, 1_000, false)),
            false,
            Optional.of(new Troubles.Trouble(Instant.EPOCH, "The cluster refuses the API key.")));
    assertThat(filled(Optional.of(away)))
        .contains("The database answers for it.")
        .contains("behind by 7 people, the first of them for 42 seconds")
        .contains("The cluster refuses the API key.")
        .contains("<progress id=\"documents\" max=\"1000\" value=\"500\">")
        .contains("hx-trigger")
        .contains("<a href=\"/search/index\">Look again</a>");
    ClusterView.Standing well =
        new ClusterView.Standing(
            false, Optional.of(9L), 0, 0, Optional.empty(), false, Optional.empty());
    assertThat(filled(Optional.of(well)))
        .contains("9 people are in it.")
        .contains("It says what the database says.")
        .contains("Build a fresh index");
  }

  private String filled(Optional<ClusterView.Standing> cluster) {
    Page page =
        IndexPage.of(new IndexResource.Standing(rebuilds.count(), rebuilds.find(), cluster));
    Map<String, Object> model = new HashMap<>(page.model());
    model.put("user", "admin");
    model.put("roles", Set.of());
    model.put("csrf", "the-token");
    model.put("navigation", List.of());
    model.put("institution", "School");
    model.put("baseUrl", "https://records.example.edu");
    model.put("path", "/search/index");
    model.put("flash", "");
    model.put("assets", Map.of("icon.svg", "/i", "vellum.css", "/c", "htmx.js", "/h"));
    ClassLoader loader = Objects.requireNonNull(RebuildEntriesTest.class.getClassLoader());
    return new Templates().fill(page.template(), model, loader);
  }
}
