package org.vellum.search.alert;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.usecase.UseCase;
import org.vellum.search.index.FoundPerson;
import org.vellum.search.index.WatchPeople;
import org.vellum.search.people.QueryForm;

/** Shows an employer who is new, of those who may be shown at this moment. */
@UseCase
public class ShowNew {
  /** How many are shown at most. */
  public static final int MOST = 50;

  private final Matches matches;
  private final WatchPeople watch;
  private final AuditLog audit;

  @Inject
  public ShowNew(Matches matches, WatchPeople watch, AuditLog audit) {
    this.matches = matches;
    this.watch = watch;
    this.audit = audit;
  }

  /** The newest first. */
  public List<NewMatch> show(SavedSearch search) {
    Map<UUID, Instant> news = matches.news(search.id(), MOST);
    List<FoundPerson> people =
        watch.show(
            search.employer(), QueryForm.of(search.address()).query(), search.id(), news.keySet());
    List<UUID> profiles = people.stream().map(FoundPerson::profile).toList();
    int first = matches.shown(search.id(), profiles);
    if (first > 0) {
      audit.record(
          AuditEntry.of(
              search.employer(),
              "profiles-shown",
              search.id().toString(),
              Map.of("people", Integer.toString(first))));
    }
    return people.stream()
        .map(each -> new NewMatch(each, Objects.requireNonNull(news.get(each.profile()))))
        .sorted(
            Comparator.comparing(NewMatch::foundAt)
                .reversed()
                .thenComparing(each -> each.person().profile()))
        .toList();
  }
}
