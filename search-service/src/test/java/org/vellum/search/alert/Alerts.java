package org.vellum.search.alert;

import java.util.Optional;
import java.util.UUID;
import org.vellum.search.achievement.SearchCenter;
import org.vellum.search.alert.mail.MailConfiguration;
import org.vellum.search.alert.mail.SendMail;
import org.vellum.search.index.WatchPeople;
import org.vellum.search.people.SearchConfiguration;
import org.vellum.testsupport.TestDatabase;

/** Saved searches of a search service. */
final class Alerts {
  final SavedSearches searches;
  final Matches matches;
  final Turns turns;
  final AlertLinks links;
  final SaveSearch saveSearch;
  final ShowNew showNew;
  final SendAlerts sendAlerts;
  private final LookForNew lookForNew;
  private final SearchCenter center;
  private final TestDatabase database;

  Alerts(SearchCenter center, TestDatabase database, MailConfiguration mail) {
    this.center = center;
    this.database = database;
    searches = new SavedSearches(center.jdbi);
    matches = new Matches(center.jdbi);
    turns = new Turns(center.jdbi);
    links = new AlertLinks(center.platform);
    WatchPeople watch =
        new WatchPeople(
            center.readQuery, center.index, center.standing, center.sightings, center.clock);
    saveSearch = new SaveSearch(searches, matches, watch, center.clock, center.ids);
    showNew = new ShowNew(matches, watch, center.audit);
    SearchConfiguration configuration =
        new SearchConfiguration(60, 2_000, java.time.Duration.ofMinutes(5));
    lookForNew = new LookForNew(turns, matches, watch, configuration, center.clock);
    sendAlerts =
        new SendAlerts(
            turns,
            matches,
            watch,
            new SendMail(mail, center.platform, center.clock),
            links,
            center.platform,
            center.clock);
  }

  SaveSearch.Result save(String name, String address) throws Exception {
    center.settle();
    return database.inTransaction(() -> saveSearch.save(SearchCenter.ACME, name, address));
  }

  /** A saved search. */
  UUID saved(String name, String address) throws Exception {
    return ((SaveSearch.Result.Saved) save(name, address)).search();
  }

  /** Looks through one search, if it is the turn of any. */
  boolean look() throws Exception {
    center.settle();
    Optional<Turns.Look> look = turns.look(center.now());
    Optional<Turns.Changed> last = Optional.empty();
    while (look.isPresent()) {
      Optional<Turns.Changed> before = last;
      last = database.inTransaction(() -> lookForNew.look(look.get(), before));
      if (last.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Whoever is new by a search, as its employer is shown. */
  java.util.List<UUID> news(UUID search) throws Exception {
    SavedSearch one = one(search);
    return database.inTransaction(() -> showNew.show(one)).stream()
        .map(each -> each.person().profile())
        .toList();
  }

  SavedSearch one(UUID search) {
    return searches.find(SearchCenter.ACME, search, center.now()).orElseThrow();
  }
}
