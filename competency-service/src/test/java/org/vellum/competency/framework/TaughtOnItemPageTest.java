package org.vellum.competency.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.catalogue.pages.TaughtViews;
import org.vellum.platform.pages.Page;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

/** What the catalogue adds to the page of an item. */
class TaughtOnItemPageTest {
  private static final UUID FIRST = UUID.fromString(Packages.item(1));

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("competency");

  private final FrameworkFixture fixture = new FrameworkFixture(database);
  private final FrameworkPages pages =
      new FrameworkPages(
          new FrameworkList(fixture.jdbi),
          new FrameworkContents(fixture.jdbi),
          fixture.objects,
          fixture.lineages);

  @Test
  void an_item_shows_what_the_catalogue_tells_of_it() throws Exception {
    fixture.importing(Packages.ofItems(1).toString());
    assertThat(html(pages.findItem(FIRST, Audience.EVERYONE).orElseThrow()))
        .doesNotContain("In the catalogue");

    KnownItems.KnownItem item =
        new KnownItems.KnownItem(FIRST, Optional.empty(), "", FIRST, "", false, false);
    List<TaughtViews.Neighbour> nothing = List.of();
    pages.showTaught((asked, audience) ->
        Optional.of(
            new TaughtViews.Taught(
                item,
                List.of(),
                List.of(),
                List.of(),
                List.of(new TaughtViews.ProgramName("C", "A <certificate>")),
                nothing,
                nothing,
                List.of(),
                false)));
    assertThat(html(pages.findItem(FIRST, Audience.EVERYONE).orElseThrow()))
        .contains("In the catalogue", "A &lt;certificate&gt;");
  }

  private static String html(Page page) {
    return Rendered.html(page);
  }
}
