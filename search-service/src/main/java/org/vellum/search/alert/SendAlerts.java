package org.vellum.search.alert;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.usecase.Component;
import org.vellum.search.alert.mail.Letter;
import org.vellum.search.alert.mail.MailRefused;
import org.vellum.search.alert.mail.SendMail;
import org.vellum.search.index.SkillQuery;
import org.vellum.search.index.WatchPeople;
import org.vellum.search.people.QueryForm;

/** Sends the letters whose turn it is. They tell how many are new, and nothing of anybody. */
@Component
public class SendAlerts {
  private static final int AT_ONCE = 50;
  private static final int PEOPLE = 500;

  private final Turns turns;
  private final Matches matches;
  private final WatchPeople watch;
  private final SendMail mail;
  private final AlertLinks links;
  private final PlatformConfiguration platform;
  private final Clock clock;

  @Inject
  public SendAlerts(
      Turns turns,
      Matches matches,
      WatchPeople watch,
      SendMail mail,
      AlertLinks links,
      PlatformConfiguration platform,
      Clock clock) {
    this.turns = turns;
    this.matches = matches;
    this.watch = watch;
    this.mail = mail;
    this.links = links;
    this.platform = platform;
    this.clock = clock;
  }

  /** Sends what is due, some at a time. */
  void send() {
    for (int i = 0; i < AT_ONCE && mail.possible(); i++) {
      Optional<SavedSearch> search = turns.letter(clock.instant());
      if (search.isEmpty()) {
        return;
      }
      try {
        deliver(search.get());
      } catch (MailRefused e) {
        turns.refused(search.get(), e.why(), clock.instant());
      }
    }
  }

  private void deliver(SavedSearch search) throws MailRefused {
    SavedSearch.Mail to = search.mail().orElseThrow();
    if (to.state() == SavedSearch.State.UNSENT) {
      mail.send(question(search, to.address()));
      turns.sent(search, clock.instant());
      return;
    }
    List<UUID> news = matches.unmailed(search.id(), PEOPLE);
    // Asked of the database at this moment: who withdrew is not counted.
    SkillQuery query = QueryForm.of(search.address()).query();
    int standing =
        watch.tooNarrow(search.employer(), query)
            ? 0
            : watch.answering(search.employer(), query, news).size();
    Instant now = clock.instant();
    if (standing > 0) {
      mail.send(news(search, to.address(), standing));
    }
    matches.mailed(search.id(), news);
    turns.sent(search, standing > 0 ? now.plus(pause(to.every())) : now);
  }

  private static Duration pause(SavedSearch.Every every) {
    return every == SavedSearch.Every.DAY ? Duration.ofDays(1) : Duration.ofHours(1);
  }

  private Letter question(SavedSearch search, String to) {
    String text =
        """
        Somebody at %s asked that this address be told when their saved search finds somebody new.

        If that was you, follow this link and agree:
        %s

        If it was not, do nothing: no other letter comes.
        """
            .formatted(
                platform.institutionName(),
                links.letter(AlertLinks.Purpose.CONFIRM, search.id(), to));
    return new Letter(
        to,
        "Do you want to be told? " + platform.institutionName(),
        text,
        Optional.of(links.letter(AlertLinks.Purpose.STOP, search.id(), to)));
  }

  private Letter news(SavedSearch search, String to, int people) {
    String found = people == 1 ? "one person more" : people + " people more";
    String text =
        """
        Your saved search “%s” finds %s.

        Sign in to see who they are, as far as they show themselves:
        %s

        To get no more of these letters:
        %s
        """
            .formatted(
                search.name(),
                found,
                links.search(search.id()),
                links.letter(AlertLinks.Purpose.STOP, search.id(), to));
    return new Letter(
        to,
        "“" + search.name() + "” finds " + found,
        text,
        Optional.of(links.letter(AlertLinks.Purpose.STOP, search.id(), to)));
  }
}
