package org.vellum.search.profile;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.vellum.platform.pages.Page;
import org.vellum.platform.usecase.Component;
import org.vellum.search.achievement.Achievement;
import org.vellum.search.achievement.Achievements;
import org.vellum.search.achievement.Learner;
import org.vellum.search.achievement.Learners;
import org.vellum.search.index.Availability;
import org.vellum.search.index.Sighting;
import org.vellum.search.index.Sightings;

/** What a learner sees of being found. */
@Component
public class MyProfilePage {
  private static final String PAGES = "org/vellum/search/profile/";
  private static final int USUAL_MONTHS = 6;

  private final Learners learners;
  private final Achievements achievements;
  private final Profiles profiles;
  private final Employers employers;
  private final Sightings sightings;
  private final ViewProfile viewProfile;
  private final CheckTerms checkTerms;
  private final Clock clock;

  @Inject
  public MyProfilePage(
      Learners learners,
      Achievements achievements,
      Profiles profiles,
      Employers employers,
      Sightings sightings,
      ViewProfile viewProfile,
      CheckTerms checkTerms,
      Clock clock) {
    this.learners = learners;
    this.achievements = achievements;
    this.profiles = profiles;
    this.employers = employers;
    this.sightings = sightings;
    this.viewProfile = viewProfile;
    this.checkTerms = checkTerms;
    this.clock = clock;
  }

  /** The page as it is now. */
  public Page of(String username) {
    Optional<Learner> learner = learners.find(username);
    return page(learner, learner.map(this::current).orElseGet(this::usual), List.of());
  }

  /** The page with a form that was refused. */
  Page refused(String username, TermsForm form, List<TermsRefusal> reasons) {
    return page(learners.find(username), form, reasons);
  }

  /** What came of asking for a preview. */
  sealed interface Preview {
    /** What an employer would see. */
    record Shown(Page page) implements Preview {}

    /** The form again, with what speaks against it. */
    record Refused(Page page) implements Preview {}

    /** The roster has not told of this learner. */
    record UnknownLearner() implements Preview {}
  }

  /** What an employer would see. */
  Preview preview(String username, TermsForm form) {
    Optional<Learner> learner = learners.find(username);
    if (learner.isEmpty()) {
      return new Preview.UnknownLearner();
    }
    Terms terms = form.terms();
    List<TermsRefusal> reasons = checkTerms.refusals(learner.get().id(), terms);
    return reasons.isEmpty()
        ? new Preview.Shown(
            Page.of(
                PAGES + "preview",
                Map.of("view", viewProfile.preview(learner.get(), terms), "form", form)))
        : new Preview.Refused(page(learner, form, reasons));
  }

  private Page page(Optional<Learner> learner, TermsForm form, List<TermsRefusal> reasons) {
    Map<String, Object> model = new HashMap<>();
    List<Achievement> own =
        learner.map(each -> achievements.listOf(each.id(), clock.instant())).orElse(List.of());
    Optional<Profile> profile = learner.flatMap(each -> profiles.findOf(each.id()));
    List<Sighting> seen = learner.map(each -> sightings.listOf(each.id())).orElse(List.of());
    model.put("achievements", own);
    model.put("chosen", form.terms().achievements());
    model.put("profile", profile);
    model.put("stands", profile.filter(each -> each.standsAt(clock.instant())).isPresent());
    model.put("view", profile.map(viewProfile::of));
    model.put("form", form);
    model.put("reasons", reasons.stream().map(TermsRefusal::words).toList());
    model.put("availabilities", List.of(Availability.values()));
    model.put("employers", employers.list());
    model.put("sightings", seen);
    model.put(
        "searches", learner.map(each -> sightings.listSearchesOf(each.id())).orElse(List.of()));
    return Page.of(PAGES + "my-profile", model);
  }

  private TermsForm current(Learner learner) {
    return profiles
        .findOf(learner.id())
        .map(profile ->
            new TermsForm(
                texts(profiles.listCredentials(learner.id())),
                profile.shownName().isPresent() ? "name" : "pseudonym",
                profile.region().orElse(""),
                profile.availability().map(Enum::name).orElse(""),
                profile.everyone() ? "everyone" : "named",
                profiles.listEmployers(learner.id()),
                LocalDate.ofInstant(profile.lastDay(), ZoneOffset.UTC).toString()))
        .orElseGet(this::usual);
  }

  private TermsForm usual() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return new TermsForm(
        List.of(),
        "pseudonym",
        "",
        "",
        "everyone",
        List.of(),
        today.plusMonths(USUAL_MONTHS).toString());
  }

  private static List<String> texts(Set<UUID> credentials) {
    return credentials.stream().map(UUID::toString).sorted().collect(Collectors.toList());
  }
}
