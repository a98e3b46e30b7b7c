package org.vellum.search.index;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vellum.platform.usecase.Component;

/**
 * Looks whether somebody in particular answers to a search, for one that is made again and again.
 * Called within a transaction.
 */
@Component
public class WatchPeople {
  private static final int NAMED_AT_ONCE = 500;

  private final ReadQuery readQuery;
  private final SkillIndex index;
  private final StandingPeople standing;
  private final Sightings sightings;
  private final Clock clock;

  @Inject
  public WatchPeople(
      ReadQuery readQuery,
      SkillIndex index,
      StandingPeople standing,
      Sightings sightings,
      Clock clock) {
    this.readQuery = readQuery;
    this.index = index;
    this.standing = standing;
    this.sightings = sightings;
    this.clock = clock;
  }

  /** Whether fewer than five people lie within its filters, so that nobody is to be told of. */
  public boolean tooNarrow(String employer, SkillQuery query) {
    return standing.tooFew(asked(employer, query), index);
  }

  /**
   * Everybody whom the index names, whether they may be shown or not.
   *
   * @return empty if they are more than {@code most}
   */
  public Optional<List<UUID>> named(String employer, SkillQuery query, int most) {
    Asked asked = asked(employer, query);
    List<UUID> all = new ArrayList<>();
    Optional<Candidate> last = Optional.empty();
    while (true) {
      List<Candidate> next = index.search(asked, last, NAMED_AT_ONCE).candidates();
      next.forEach(each -> all.add(each.profile()));
      if (all.size() > most) {
        return Optional.empty();
      }
      if (next.size() < NAMED_AT_ONCE) {
        return Optional.of(all);
      }
      last = Optional.of(next.getLast());
    }
  }

  /**
   * Those of the profiles who answer and may be shown to the employer now, the best match first.
   * Nobody is shown by this.
   */
  public List<FoundPerson> answering(String employer, SkillQuery query, Collection<UUID> profiles) {
    return standing.among(asked(employer, query), profiles).stream()
        .map(StandingPeople.Shown::person)
        .toList();
  }

  /**
   * The same, to be shown to the employer, which each of them can see in their own account.
   *
   * @param search by what their sightings count as one
   */
  public List<FoundPerson> show(
      String employer, SkillQuery query, UUID search, Collection<UUID> profiles) {
    Asked asked = asked(employer, query);
    if (standing.tooFew(asked, index)) {
      return List.of();
    }
    List<StandingPeople.Shown> shown = standing.among(asked, profiles);
    sightings
        .found(
            shown.stream().map(StandingPeople.Shown::learner).toList(),
            employer,
            search,
            asked.now())
        .send();
    return shown.stream().map(StandingPeople.Shown::person).toList();
  }

  private Asked asked(String employer, SkillQuery query) {
    Instant now = clock.instant();
    return readQuery.read(employer, query, now, LocalDate.ofInstant(now, ZoneOffset.UTC));
  }
}
