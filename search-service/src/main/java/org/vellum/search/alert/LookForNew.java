package org.vellum.search.alert;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vellum.platform.usecase.UseCase;
import org.vellum.search.index.FoundPerson;
import org.vellum.search.index.SkillQuery;
import org.vellum.search.index.WatchPeople;
import org.vellum.search.people.QueryForm;
import org.vellum.search.people.SearchConfiguration;

/** Looks through a search whose turn it is, some hundred changed profiles at a time. */
@UseCase
public class LookForNew {
  private static final int AT_ONCE = 500;

  private final Turns turns;
  private final Matches matches;
  private final WatchPeople watch;
  private final SearchConfiguration configuration;
  private final Clock clock;

  @Inject
  public LookForNew(
      Turns turns,
      Matches matches,
      WatchPeople watch,
      SearchConfiguration configuration,
      Clock clock) {
    this.turns = turns;
    this.matches = matches;
    this.watch = watch;
    this.configuration = configuration;
    this.clock = clock;
  }

  /**
   * Looks at the next of those who changed.
   *
   * @param last at whom this looked before
   * @return whom to go on after; empty at the end
   */
  public Optional<Turns.Changed> look(Turns.Look look, Optional<Turns.Changed> last) {
    Instant now = clock.instant();
    Instant next = now.plus(configuration.alertInterval());
    SavedSearch search = look.search();
    SkillQuery query = QueryForm.of(search.address()).query();
    List<Turns.Changed> changed = turns.changed(look.from(), last, AT_ONCE);
    if (!changed.isEmpty() && last.isEmpty() && watch.tooNarrow(search.employer(), query)) {
      turns.narrow(look, next);
      return Optional.empty();
    }
    List<UUID> profiles = changed.stream().map(Turns.Changed::profile).toList();
    matches.add(
        search.id(),
        watch.answering(search.employer(), query, profiles).stream()
            .map(FoundPerson::profile)
            .toList(),
        false,
        now);
    if (changed.size() < AT_ONCE) {
      turns.looked(look, next);
      return Optional.empty();
    }
    turns.keep(look, now);
    return Optional.of(changed.getLast());
  }
}
