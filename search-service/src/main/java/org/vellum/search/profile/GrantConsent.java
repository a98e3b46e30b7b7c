package org.vellum.search.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Jsonb;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.UseCase;
import org.vellum.search.achievement.Learner;
import org.vellum.search.achievement.Learners;
import org.vellum.search.index.Entries;

/** Lets a learner be found, on the learner's terms, which take the place of earlier ones. */
@UseCase
public class GrantConsent {
  private final Learners learners;
  private final Profiles profiles;
  private final CheckTerms checkTerms;
  private final Entries entries;
  private final AuditLog audit;
  private final Clock clock;
  private final Ids ids;
  private final ProfileIds profileIds;

  @Inject
  public GrantConsent(
      Learners learners,
      Profiles profiles,
      CheckTerms checkTerms,
      Entries entries,
      AuditLog audit,
      Clock clock,
      Ids ids,
      ProfileIds profileIds) {
    this.learners = learners;
    this.profiles = profiles;
    this.checkTerms = checkTerms;
    this.entries = entries;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
    this.profileIds = profileIds;
  }

  /** What came of it. */
  public sealed interface Result {
    /** Employers find the learner from now on. */
    record Granted(Profile profile) implements Result {}

    /** Nothing was changed, for these reasons. */
    record Refused(List<TermsRefusal> reasons) implements Result {}

    /** The roster has told of no such learner. */
    record UnknownLearner() implements Result {}
  }

  /** Grants for the learner who signs in under this name. */
  public Result grant(String username, Terms terms) {
    Optional<Learner> found = learners.find(username);
    if (found.isEmpty()) {
      return new Result.UnknownLearner();
    }
    Learner learner = found.get();
    profiles.lock(learner.id());
    List<TermsRefusal> reasons = checkTerms.refusals(learner.id(), terms);
    if (!reasons.isEmpty()) {
      return new Result.Refused(reasons);
    }
    Profile profile = profile(learner, terms);
    profiles.keep(profile, terms);
    profiles.addVersion(
        ids.next(),
        learner.id(),
        profile.version(),
        profile.grantedAt(),
        Optional.of(new Jsonb(text(terms))));
    entries.renew(learner.id());
    audit.record(
        AuditEntry.of(
            username,
            "search-consent-granted",
            learner.id().toString(),
            Map.of(
                "version", Integer.toString(profile.version()),
                "achievements", Integer.toString(terms.achievements().size()),
                "audience", profile.everyone() ? "everyone" : "named",
                "until", terms.lastDay().toString())));
    return new Result.Granted(profile);
  }

  private Profile profile(Learner learner, Terms terms) {
    int version = profiles.nextVersion(learner.id());
    UUID id =
        profiles
            .findOf(learner.id())
            .map(Profile::id)
            .orElseGet(() -> profileIds.of(learner.id(), version));
    Instant now = clock.instant();
    return new Profile(
        learner.id(),
        id,
        version,
        terms.showName() ? Optional.of(learner.name()) : Optional.empty(),
        Optional.of(terms.region()).filter(region -> !region.isEmpty()),
        terms.availability(),
        terms.employers().isEmpty(),
        now,
        terms.lastDay().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  private static String text(Terms terms) {
    try {
      return Json.mapper().writeValueAsString(terms);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("terms can be written as JSON", e);
    }
  }
}
