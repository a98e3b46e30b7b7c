package org.vellum.search.alert;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.UseCase;
import org.vellum.search.index.SkillQuery;
import org.vellum.search.index.WatchPeople;
import org.vellum.search.people.QueryForm;

/** Keeps a search for an employer. Whom it finds already is no news. */
@UseCase
public class SaveSearch {
  /** The longest name. */
  public static final int LONGEST_NAME = 100;

  /** Of more people than these nobody wants to hear one by one. */
  static final int MOST_KNOWN = 2_000;

  private static final int LONGEST_ADDRESS = 8_000;

  private final SavedSearches searches;
  private final Matches matches;
  private final WatchPeople watch;
  private final Clock clock;
  private final Ids ids;

  @Inject
  public SaveSearch(
      SavedSearches searches, Matches matches, WatchPeople watch, Clock clock, Ids ids) {
    this.searches = searches;
    this.matches = matches;
    this.watch = watch;
    this.clock = clock;
    this.ids = ids;
  }

  /** What came of it. */
  public sealed interface Result {
    /** It is kept. */
    record Saved(UUID search) implements Result {}

    /** It cannot be kept so; each fault is a sentence. */
    record Refused(List<String> faults) implements Result {}
  }

  /**
   * Saves.
   *
   * @param employer who keeps it: a sign-in name, or {@code client:<id>}
   * @param name what they call it
   * @param address what is asked, as the address of a search has it
   */
  public Result save(String employer, String name, String address) {
    QueryForm form = QueryForm.of(address);
    Optional<String> fault = Names.fault(name).or(form::fault);
    if (fault.isPresent() || form.address().length() > LONGEST_ADDRESS) {
      return refused(fault.orElse("This search is too long to be kept."));
    }
    SkillQuery query = form.query();
    List<String> faults = query.faults();
    if (!faults.isEmpty()) {
      return new Result.Refused(faults);
    }
    if (watch.tooNarrow(employer, query)) {
      return refused("Fewer than five people lie within these filters: save it without one.");
    }
    UUID id = ids.next();
    Instant now = clock.instant();
    // Before it is looked whom it finds: who comes in between is news.
    if (!searches.add(id, employer, name.strip(), form.address(), now)) {
      return refused("You keep " + SavedSearches.MOST + " searches: delete one first.");
    }
    return watch
        .named(employer, query, MOST_KNOWN)
        .<Result>map(known -> {
          matches.add(id, known, true, now);
          return new Result.Saved(id);
        })
        .orElseGet(() -> {
          searches.delete(employer, id);
          return refused("More than 2,000 people are found by it: ask for more, then save it.");
        });
  }

  private static Result refused(String fault) {
    return new Result.Refused(List.of(fault));
  }
}
