package org.vellum.search.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.platform.persistence.Schemas;
import org.vellum.search.achievement.SearchCenter;
import org.vellum.search.alert.mail.Letter;
import org.vellum.search.alert.mail.MailConfiguration;
import org.vellum.search.alert.mail.MailRefused;
import org.vellum.search.alert.mail.SendMail;
import org.vellum.testsupport.TestDatabase;

/** Mail of saved searches, as an SMTP server gets it. */
class AlertMailTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "search").emptyAfterEach("search");

  private static final String SKILL = "Writes a query";
  private static final String TO = "jobs@acme.example";

  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private final SearchCenter center = new SearchCenter(database);

  @SuppressWarnings("NullAway.Init")
  private Alerts alerts;

  @SuppressWarnings("NullAway.Init")
  private UUID search;

  @BeforeEach
  void begin() throws Exception {
    server.start();
    alerts = new Alerts(center, database, at(server.getSmtp().getPort()));
    search = alerts.saved("Query <writers>", "skill=writes+queries");
  }

  @AfterEach
  void end() {
    server.stop();
  }

  private static MailConfiguration at(int port) {
    return new MailConfiguration("127.0.0.1", port, "none", "", "", "vellum@records.example.edu");
  }

  private List<MimeMessage> letters() {
    return List.of(server.getReceivedMessages());
  }

  private void confirmed(SavedSearch.Every every) {
    alerts.searches.mail(SearchCenter.ACME, search, TO, every);
    alerts.searches.confirm(search, TO);
  }

  private void found(String username) throws Exception {
    center.shown(username, center.attained(SKILL));
    center.clock.pass(Duration.ofMinutes(6));
    alerts.look();
  }

  private SavedSearch.Mail mail() {
    return alerts.one(search).mail().orElseThrow();
  }

  @Test
  void an_address_is_asked_first_and_gets_nothing_else_before_it_agrees() throws Exception {
    alerts.searches.mail(SearchCenter.ACME, search, TO, SavedSearch.Every.DAY);
    found("ada");
    alerts.sendAlerts.send();
    alerts.sendAlerts.send();
    assertThat(letters()).hasSize(1);
    String text = letters().getFirst().getContent().toString();
    String code = code(text, "confirm");
    assertThat(alerts.links.holds(AlertLinks.Purpose.CONFIRM, search, TO, code)).isTrue();
    assertThat(alerts.links.holds(AlertLinks.Purpose.STOP, search, TO, code)).isFalse();
    assertThat(alerts.links.holds(AlertLinks.Purpose.CONFIRM, search, "b@b.example", code))
        .isFalse();
    alerts.searches.confirm(search, TO);
    alerts.sendAlerts.send();
    assertThat(letters()).as("the question and the news").hasSize(2);
  }

  private static String code(String text, String purpose) {
    String before = "/" + purpose + "/";
    int begin = text.indexOf(before) + before.length();
    return text.substring(begin).split("\\s", 2)[0];
  }

  @Test
  void a_letter_tells_how_many_are_new_and_nothing_of_anybody() throws Exception {
    confirmed(SavedSearch.Every.HOUR);
    found("ada");
    found("ben");
    center.withdraw("ben");
    alerts.sendAlerts.send();
    assertThat(letters()).hasSize(1);
    MimeMessage letter = letters().getFirst();
    assertThat(letter.getAllRecipients()).extracting(Object::toString).containsExactly(TO);
    assertThat(letter.getSubject()).isEqualTo("“Query <writers>” finds one person more");
    String text = letter.getContent().toString();
    assertThat(text)
        .contains("https://records.example.edu/search/saved/" + search)
        .doesNotContainIgnoringCase("ada")
        .doesNotContain("Learner ")
        .doesNotContain(SKILL)
        .doesNotContain(alerts.matches.news(search, 1).keySet().iterator().next().toString());
    assertThat(letter.getHeader("List-Unsubscribe", null))
        .isEqualTo("<" + alerts.links.letter(AlertLinks.Purpose.STOP, search, TO) + ">");
    assertThat(letter.getHeader("List-Unsubscribe-Post", null))
        .isEqualTo("List-Unsubscribe=One-Click");
    alerts.searches.stop(search, TO);
    found("cleo");
    center.clock.pass(Duration.ofDays(2));
    alerts.sendAlerts.send();
    assertThat(letters()).as("none after that link was followed").hasSize(1);
  }

  @Test
  void no_more_than_one_letter_goes_in_the_time_that_was_chosen() throws Exception {
    confirmed(SavedSearch.Every.DAY);
    found("ada");
    alerts.sendAlerts.send();
    found("ben");
    found("cleo");
    alerts.sendAlerts.send();
    assertThat(letters()).hasSize(1);
    center.clock.pass(Duration.ofDays(1));
    alerts.sendAlerts.send();
    alerts.sendAlerts.send();
    assertThat(letters()).hasSize(2);
    assertThat(letters().getLast().getSubject()).contains("2 people more");
  }

  @Test
  void who_withdrew_before_the_letter_goes_is_not_told_of() throws Exception {
    confirmed(SavedSearch.Every.DAY);
    found("ada");
    center.withdraw("ada");
    alerts.sendAlerts.send();
    assertThat(letters()).isEmpty();
  }

  @Test
  void a_letter_that_is_refused_is_tried_again_later_and_later_and_the_page_tells()
      throws Exception {
    confirmed(SavedSearch.Every.HOUR);
    found("ada");
    int port = server.getSmtp().getPort();
    server.stop();
    alerts.sendAlerts.send();
    assertThat(mail().fault()).contains("The mail server does not answer as it should.");
    assertThat(mail().nextAt()).isEqualTo(center.now().plus(Duration.ofMinutes(1)));
    center.clock.pass(Duration.ofMinutes(2));
    alerts.sendAlerts.send();
    assertThat(mail().nextAt()).isEqualTo(center.now().plus(Duration.ofMinutes(2)));
    GreenMail again = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
    again.start();
    try {
      center.clock.pass(Duration.ofMinutes(3));
      alerts.sendAlerts.send();
      assertThat(again.getReceivedMessages()).hasSize(1);
      assertThat(mail().fault()).isEmpty();
    } finally {
      again.stop();
    }
  }

  @Test
  void an_address_that_is_refused_again_and_again_is_given_up_in_the_server_s_words()
      throws Exception {
    confirmed(SavedSearch.Every.HOUR);
    found("ada");
    server
        .getUserManager()
        .setMessageDeliveryHandler((message, address) -> {
          throw new MessagingException("the box is full");
        });
    for (int i = 0; i < 12; i++) {
      alerts.sendAlerts.send();
      center.clock.pass(Duration.ofHours(7));
    }
    assertThat(mail().state()).isEqualTo(SavedSearch.State.FAILED);
    assertThat(mail().fault())
        .hasValueSatisfying(each -> assertThat(each).startsWith("The mail server says: 451"));
    alerts.sendAlerts.send();
    assertThat(letters()).isEmpty();
  }

  @Test
  void nothing_is_sent_in_the_open_to_a_server_that_shall_speak_tls() {
    MailConfiguration safe =
        new MailConfiguration(
            "127.0.0.1", server.getSmtp().getPort(), "starttls", "", "", "v@records.example.edu");
    SendMail mail = new SendMail(safe, center.platform, center.clock);
    assertThatThrownBy(() -> mail.send(new Letter(TO, "Subject", "Text", Optional.empty())))
        .isInstanceOf(MailRefused.class);
    assertThat(letters()).isEmpty();
  }

  @Test
  void nothing_is_sent_for_somebody_who_has_not_come_for_ninety_days() throws Exception {
    confirmed(SavedSearch.Every.HOUR);
    center.jdbi.useHandle(handle ->
        handle.execute("update search.saved_search set seen_at = seen_at - interval '91 days'"));
    found("ada");
    assertThat(alerts.one(search).asleep()).isTrue();
    alerts.sendAlerts.send();
    assertThat(letters()).isEmpty();
    alerts.searches.visit(SearchCenter.ACME, center.now());
    alerts.look();
    alerts.sendAlerts.send();
    assertThat(letters()).as("once they come, nobody was missed").hasSize(1);
  }

  @Test
  void a_mail_server_is_configured_safely_or_not_at_all() {
    assertThat(MailConfiguration.NONE.sends()).isFalse();
    assertThatThrownBy(() -> new MailConfiguration("h", 25, "none", "u", "sesame", "a@b.example"))
        .hasMessageContaining("vellum.search.mail-password");
    assertThatThrownBy(() -> new MailConfiguration("h", 25, "none", "", "", "nobody"))
        .hasMessageContaining("vellum.search.mail-from");
    assertThat(new MailConfiguration("h", 25, "tls", "u", "sesame", "a@b.example"))
        .asString()
        .doesNotContain("sesame");
    assertThat(SendMail.isAddress(TO)).isTrue();
    for (String text :
        List.of(
            "", "acme", "a@b", "a@b.example\r\nBcc: c@d.example", "A <a@b.example>", "a b@c.d")) {
      assertThat(SendMail.isAddress(text)).as(text).isFalse();
    }
  }
}
