package org.vellum.transcript.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.transcript.fixture.Facts.ADA;
import static org.vellum.transcript.fixture.Facts.attainment;
import static org.vellum.transcript.fixture.Facts.competency;
import static org.vellum.transcript.fixture.Facts.completion;
import static org.vellum.transcript.fixture.Facts.named;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.credentials.pdf.QrCode;
import org.vellum.platform.pages.Navigation.Link;
import org.vellum.platform.pages.Page;
import org.vellum.platform.pages.Templates;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;
import org.vellum.transcript.display.RecordView;
import org.vellum.transcript.display.ShowRecord;
import org.vellum.transcript.issuing.PublishedRecord;
import org.vellum.transcript.sharing.CreateShare;
import org.vellum.transcript.sharing.Desk;
import org.vellum.transcript.sharing.ShareRefusal;

/** The pages of learners and strangers, filled with script wherever somebody can type. */
class PagesTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "transcript")
          .emptyAfterEach("transcript");

  private static final String SCRIPT = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";

  private final Desk desk = new Desk(database);
  private final MyRecordPage myRecord =
      new MyRecordPage(
          desk.publisher.records(),
          desk.institution.learners,
          new ShowRecord(desk.institution.revocations),
          desk.shares,
          desk.institution.clock);

  private static String filled(Page page) {
    Map<String, Object> model = new HashMap<>();
    model.put("user", "");
    model.put("roles", Set.of());
    model.put("csrf", "the-token");
    model.put("navigation", List.of());
    model.put("institution", "University " + SCRIPT);
    model.put("baseUrl", "https://records.example.edu");
    model.put("path", "/");
    model.put("flash", "");
    model.put("assets", Map.of("icon.svg", "/i", "vellum.css", "/c", "htmx.js", "/h"));
    model.putAll(page.model());
    ClassLoader loader = Objects.requireNonNull(PagesTest.class.getClassLoader());
    String html = new Templates().fill(page.template(), model, loader);
    assertThat(html)
        .doesNotContain("<script>alert")
        .doesNotContain("<img src=x")
        .doesNotContain(" style=");
    return html;
  }

  private PublishedRecord published() throws Exception {
    desk.institution.hears(
        named("Ada " + SCRIPT, "Lovelace"),
        attainment(
            desk.institution.anId(), competency(desk.institution.ids.nextV4(), "Asks " + SCRIPT)),
        completion(desk.institution.anId(), "course-1", "Course " + SCRIPT));
    return desk.publisher.publish();
  }

  @Test
  void the_learner_is_told_that_nothing_is_published_yet() {
    assertThat(filled(myRecord.of("ada"))).contains("Nothing is published for you yet.");
  }

  @Test
  void the_learners_page_shows_the_record_and_its_shares() throws Exception {
    PublishedRecord record = published();
    UUID chosen = desk.publisher.records().listAchievements(record.id()).getFirst().id();
    CreateShare.Wish wish =
        new CreateShare.Wish(
            Optional.of(Set.of(chosen)), desk.all().lastDay(), "For " + SCRIPT, "a secret code");
    desk.created(wish);
    CreateShare.Result.Created open = desk.created(desk.all());
    desk.shown(open.token());

    String html = filled(myRecord.of("ada"));

    assertThat(html)
        .contains("Asks &lt;script&gt;")
        .contains("For &lt;script&gt;")
        .contains("Applied data practice")
        .contains("Version 2026.1")
        .contains("ADP.1")
        .contains("4 May 2026")
        .contains("45 of 50")
        .contains("3.5 credits")
        .contains("Score: 90 of 100")
        .contains("1 chosen achievement, with an access code")
        .contains("the whole record, always the newest")
        .contains("1 time, last 2 November 2026, 09:30 UTC")
        .contains("https://records.example.edu/shares/" + open.token())
        .contains("value=\"" + chosen + "\"")
        .contains("href=\"/credentials/" + chosen + "/badge.svg\"")
        .contains("href=\"/my/record.elmo.xml\"")
        .contains("value=\"2026-12-02\"")
        .contains("class=\"badge valid\">open");
  }

  @Test
  void what_was_refused_is_said_and_what_was_filled_in_stays() throws Exception {
    PublishedRecord record = published();
    UUID chosen = desk.publisher.records().listAchievements(record.id()).getFirst().id();
    MyRecordPage.Filled filled =
        new MyRecordPage.Filled(false, List.of(chosen), SCRIPT, "For " + SCRIPT);
    assertThat(filled(myRecord.of("ada", filled, List.of(ShareRefusal.values()))))
        .contains("The last day must be in the future.")
        .contains("value=\"" + chosen + "\" checked")
        .contains("value=\"chosen\" checked");
  }

  @Test
  void a_shared_page_shows_the_record_a_picture_to_scan_and_what_was_revoked() throws Exception {
    PublishedRecord record = published();
    desk.publisher.revoke(record.id(), "Because " + SCRIPT);
    RecordView view = desk.shown(desk.created(desk.all()).token()).view();
    String html =
        filled(
            Page.of(
                "org/vellum/transcript/sharing/share",
                Map.of(
                    "record",
                    view,
                    "link",
                    "https://records.example.edu/shares/x",
                    "qr",
                    QrCode.of("https://records.example.edu/shares/x"),
                    "verification",
                    "/shares/x/verification",
                    "download",
                    "/shares/x/record.json",
                    "print",
                    "/shares/x/record.pdf")));
    assertThat(html)
        .contains("noindex")
        .contains("This record was revoked")
        .contains("Because &lt;script&gt;")
        .contains("stroke-dasharray=\"10000 10000\"")
        .contains("<svg class=\"qr\"")
        .doesNotContain(ADA.toString());
  }

  @Test
  void the_other_pages_hold_what_they_are_for() {
    assertThat(
            filled(
                Page.of(
                    "org/vellum/transcript/home/home",
                    Map.of(
                        "links",
                        List.of(new Link(1, "/records", "Records", Set.of("registrar")))))))
        .contains("href=\"/records\"")
        .contains("href=\"/verify\"")
        .contains("href=\"/sign-in\"");
    assertThat(
            filled(
                Page.of(
                    "org/vellum/transcript/sharing/access-code",
                    Map.of("action", "/shares/x", "error", "Wrong " + SCRIPT))))
        .contains("aria-invalid")
        .contains("name=\"code\"");
    assertThat(
            filled(
                Page.of(
                    "org/vellum/transcript/home/problems",
                    Map.of("name", "not-found", "known", true, "types", ProblemType.list()))))
        .contains("id=\"too-many-requests\"");
  }
}
