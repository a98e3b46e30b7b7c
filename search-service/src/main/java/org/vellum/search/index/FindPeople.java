package org.vellum.search.index;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.UseCase;

/** Finds people by what they can do, for an employer, and notes who was shown. */
@UseCase
public class FindPeople {
  /** The largest page. */
  public static final int LARGEST_PAGE = 50;

  /** How many people one search shows at most, over all of its pages. */
  public static final int DEEPEST = 500;

  /**
   * How often an index is asked for one page, whose first answers named people who do not stand.
   */
  private static final int ROUNDS = 4;

  private final ReadQuery readQuery;
  private final SkillIndex index;
  private final StandingPeople standing;
  private final Sightings sightings;
  private final AuditLog audit;
  private final PlatformConfiguration configuration;
  private final Clock clock;
  private final Ids ids;

  @Inject
  public FindPeople(
      ReadQuery readQuery,
      SkillIndex index,
      StandingPeople standing,
      Sightings sightings,
      AuditLog audit,
      PlatformConfiguration configuration,
      Clock clock,
      Ids ids) {
    this.readQuery = readQuery;
    this.index = index;
    this.standing = standing;
    this.sightings = sightings;
    this.audit = audit;
    this.configuration = configuration;
    this.clock = clock;
    this.ids = ids;
  }

  /** What came of it. */
  public sealed interface Result {
    /**
     * A page of people.
     *
     * @param people the best match first; perhaps none
     * @param count at least so many were found, a multiple of five; on later pages 0
     * @param facets by what the search can be narrowed; on the first page only
     * @param checkedAt at which instant consents and credentials were looked at
     * @param unknown the skills asked for, and the occupation, that nothing here answers to
     * @param next what to ask with for the next page; empty on the last
     */
    record Page(
        List<FoundPerson> people,
        int count,
        List<Facet> facets,
        Instant checkedAt,
        List<String> unknown,
        Optional<String> next)
        implements Result {}

    /** It cannot be asked so; each fault is a sentence. */
    record Refused(List<String> faults) implements Result {}

    /** Fewer than five people lie within the filters, so that a search would be about somebody. */
    record TooNarrow() implements Result {}

    /** The cursor was not handed out for this search of this employer. */
    record BadCursor() implements Result {}
  }

  /**
   * Finds a page of people.
   *
   * @param employer who asks: a sign-in name, or {@code client:<id>}
   * @param cursor what the page before gave; empty for the first page
   * @param size how many people, 1 to {@link #LARGEST_PAGE}
   */
  public Result find(String employer, SkillQuery query, String cursor, int size) {
    List<String> faults = query.faults();
    if (!faults.isEmpty()) {
      return new Result.Refused(faults);
    }
    String binding = employer + "\n" + query;
    String secret = configuration.auditSecret();
    Optional<PageCursor> after = PageCursor.parse(cursor, secret, binding);
    if (!cursor.isEmpty() && after.isEmpty()) {
      return new Result.BadCursor();
    }
    Instant now = clock.instant();
    LocalDate asOf = after.map(PageCursor::asOf).orElse(LocalDate.ofInstant(now, ZoneOffset.UTC));
    Asked asked = readQuery.read(employer, query, now, asOf);
    if (standing.tooFew(asked, index)) {
      return new Result.TooNarrow();
    }
    return page(asked, after, Math.clamp(size, 1, LARGEST_PAGE), binding);
  }

  private Result page(Asked asked, Optional<PageCursor> after, int size, String binding) {
    int before = after.map(PageCursor::shown).orElse(0);
    int wanted = Math.min(size, DEEPEST - before);
    Optional<Candidate> place = after.map(PageCursor::place);
    Answer answer = index.search(asked, place, wanted + 1);
    final Answer first = answer;
    List<StandingPeople.Shown> shown = new ArrayList<>();
    boolean more = true;
    for (int round = 1; more; round++) {
      int room = wanted - shown.size();
      more = answer.candidates().size() > room;
      List<Candidate> named = more ? answer.candidates().subList(0, room) : answer.candidates();
      shown.addAll(standing.among(asked, named.stream().map(Candidate::profile).toList()));
      place = named.isEmpty() ? place : Optional.of(named.getLast());
      if (round == ROUNDS || shown.size() == wanted || !more) {
        break;
      }
      answer = index.search(asked, place, wanted - shown.size() + 1);
    }
    UUID search = after.map(PageCursor::search).orElseGet(ids::next);
    note(asked, shown, search);
    Optional<String> next = Optional.empty();
    if (more && place.isPresent() && before + wanted < DEEPEST) {
      PageCursor end = PageCursor.of(search, asked.asOf(), place.get(), before + shown.size());
      next = Optional.of(end.text(configuration.auditSecret(), binding));
    }
    return new Result.Page(
        shown.stream().map(StandingPeople.Shown::person).toList(),
        SmallGroups.told(first.count()),
        told(first.facets()),
        asked.now(),
        unknown(asked),
        next);
  }

  /** Facets as they may be told. */
  private static List<Facet> told(List<Facet> facets) {
    return facets.stream()
        .map(each ->
            new Facet(each.field(), each.value(), each.label(), SmallGroups.told(each.count())))
        .filter(each -> each.count() > 0)
        .toList();
  }

  /** House rule: every disclosure is accounted for; never what was asked, and nobody's name. */
  private void note(Asked asked, List<StandingPeople.Shown> shown, UUID search) {
    if (shown.isEmpty()) {
      return;
    }
    List<UUID> learners = shown.stream().map(StandingPeople.Shown::learner).toList();
    audit.record(
        AuditEntry.of(
            asked.employer(),
            "profiles-shown",
            search.toString(),
            Map.of("people", Integer.toString(shown.size()))),
        sightings.found(learners, asked.employer(), search, asked.now()));
  }

  private static List<String> unknown(Asked asked) {
    List<Wanted> wanted = asked.query().all();
    List<String> unknown = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      if (asked.matches().get(i).isEmpty()) {
        unknown.add(wanted.get(i).text());
      }
    }
    return unknown;
  }
}
