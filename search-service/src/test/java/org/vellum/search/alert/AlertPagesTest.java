package org.vellum.search.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.platform.pages.Templates;
import org.vellum.platform.persistence.Schemas;
import org.vellum.search.achievement.SearchCenter;
import org.vellum.search.alert.mail.MailConfiguration;
import org.vellum.testsupport.TestDatabase;
import org.w3c.dom.Document;

class AlertPagesTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "search").emptyAfterEach("search");

  private final SearchCenter center = new SearchCenter(database);
  private final Alerts alerts = new Alerts(center, database, MailConfiguration.NONE);

  private static String filled(String template, Map<String, Object> own) {
    Map<String, Object> model = new HashMap<>(own);
    model.put("user", "acme");
    model.put("roles", Set.of());
    model.put("csrf", "the-token");
    model.put("navigation", List.of());
    model.put("institution", "School");
    model.put("baseUrl", "https://records.example.edu");
    model.put("path", "/search");
    model.put("flash", "");
    model.put("assets", Map.of("icon.svg", "/i", "vellum.css", "/c", "htmx.js", "/h"));
    ClassLoader loader = Objects.requireNonNull(AlertPagesTest.class.getClassLoader());
    return new Templates().fill("org/vellum/search/alert/" + template, model, loader);
  }

  private static String saved(List<SavedSearch> searches, boolean mail) {
    return filled(
        "saved", Map.of("searches", searches, "most", 20, "mail", mail, "feed", Optional.empty()));
  }

  @Test
  void the_page_says_what_is_kept_and_how_far_mail_is() throws Exception {
    assertThat(saved(List.of(), false))
        .contains("You keep no search")
        .contains("No mail is sent from here");
    UUID search = alerts.saved("Query <writers>", "skill=writes+queries");
    alerts.searches.mail(SearchCenter.ACME, search, "jobs@acme.example", SavedSearch.Every.DAY);
    alerts.turns.refused(alerts.one(search), "The mail server says: 550 <no>", Instant.EPOCH);
    assertThat(saved(List.of(alerts.one(search)), true))
        .contains("Query &lt;writers&gt;")
        .contains("/search/people?skill=writes+queries")
        .contains("jobs@acme.example: about to be asked")
        .contains("550 &lt;no&gt;")
        .contains("at most once a day")
        .contains("value=\"the-token\"");
    for (String step : List.of("ask-confirm", "confirmed", "ask-stop", "stopped")) {
      assertThat(filled("letter", Map.of("step", step))).contains("Mail of a saved search");
    }
  }

  @Test
  void the_feed_has_an_entry_for_each_who_is_new_and_may_be_shown() throws Exception {
    UUID search = alerts.saved("Query & <writers>", "skill=writes+queries");
    assertThat(alerts.searches.feed(SearchCenter.ACME, search, Optional.of("secret"))).isTrue();
    UUID ada = center.shown("ada", center.attained("Writes a query"));
    alerts.look();
    SavedSearch found = alerts.searches.findByFeed("secret", center.now()).orElseThrow();
    assertThat(found.id()).isEqualTo(search);
    assertThat(alerts.searches.findByFeed("another", center.now())).isEmpty();

    Document feed = feed(found);
    assertThat(texts(feed, "title").getFirst()).isEqualTo("Query & <writers>");
    assertThat(texts(feed, "title").getLast()).startsWith("Learner ");
    assertThat(texts(feed, "updated")).allMatch(each -> each.equals(center.now().toString()));
    assertThat(xml(found))
        .contains("https://records.example.edu/search/people/" + ada)
        .doesNotContain("ADA")
        .doesNotContain("Writes a query");
    assertThat(
            filled(
                "news",
                Map.of(
                    "checkedAt",
                    center.now(),
                    "search",
                    found,
                    "news",
                    database.inTransaction(() -> alerts.showNew.show(found)),
                    "most",
                    50)))
        .contains("/search/people/" + ada)
        .contains("Writes a query")
        .containsPattern("hold: checked [^<]+ by ");
    center.withdraw("ada");
    assertThat(texts(feed(found), "entry")).isEmpty();
    alerts.searches.feed(SearchCenter.ACME, search, Optional.of("renewed"));
    assertThat(alerts.searches.findByFeed("secret", center.now())).as("it ended").isEmpty();
  }

  private String xml(SavedSearch search) throws Exception {
    List<NewMatch> news = database.inTransaction(() -> alerts.showNew.show(search));
    return new String(
        new AtomFeed(alerts.links, "School").of(search, "secret", news),
        java.nio.charset.StandardCharsets.UTF_8);
  }

  private Document feed(SavedSearch search) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    return factory
        .newDocumentBuilder()
        .parse(
            new ByteArrayInputStream(
                xml(search).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }

  private static List<String> texts(Document document, String name) {
    var nodes = document.getElementsByTagNameNS("http://www.w3.org/2005/Atom", name);
    return java.util.stream.IntStream.range(0, nodes.getLength())
        .mapToObj(i -> nodes.item(i).getTextContent())
        .toList();
  }
}
