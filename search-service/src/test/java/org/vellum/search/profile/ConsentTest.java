package org.vellum.search.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.search.achievement.SearchCenter.ACME;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.contracts.CredentialRevoked;
import org.vellum.contracts.KeyCompromised;
import org.vellum.contracts.PublishedAchievement;
import org.vellum.contracts.RecordPublished;
import org.vellum.platform.persistence.Schemas;
import org.vellum.search.achievement.Achievement;
import org.vellum.search.achievement.SearchCenter;
import org.vellum.testsupport.TestDatabase;

class ConsentTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "search").emptyAfterEach("search");

  private static final String SKILL = "Writes a query";

  private final SearchCenter center = new SearchCenter(database);

  private Terms toEmployers(String username, String... employers) {
    Terms all = center.terms(username);
    return new Terms(
        all.achievements(),
        true,
        "  Lake   district ",
        Optional.empty(),
        Optional.of(Set.of(employers)),
        all.lastDay());
  }

  @Test
  void nobody_is_found_without_consent() throws Exception {
    center.learner("ada", center.attained(SKILL));
    assertThat(center.found(ACME, SKILL)).isEmpty();
    center.granted("ada", center.terms("ada"));
    assertThat(center.found(ACME, SKILL)).hasSize(1);
  }

  @Test
  void after_withdrawal_nothing_is_found_and_a_new_consent_has_another_face() throws Exception {
    UUID first = center.shown("ada", center.attained(SKILL));
    assertThat(center.withdraw("ada")).isEqualTo(WithdrawConsent.Result.WITHDRAWN);
    assertThat(center.found(ACME, SKILL)).isEmpty();
    assertThat(center.profiles.findFor(ACME, first, center.now())).isEmpty();
    assertThat(center.withdraw("ada")).isEqualTo(WithdrawConsent.Result.NOTHING_GRANTED);
    assertThat(center.granted("ada", center.terms("ada"))).isNotEqualTo(first);
    assertThat(center.profiles.nextVersion(SearchCenter.learner("ada")))
        .as("granted, withdrawn, granted")
        .isEqualTo(4);
  }

  @Test
  void only_the_employers_who_were_named_find_the_learner() throws Exception {
    center.learner("ada", center.attained(SKILL));
    center.employers.greet(ACME, center.now());
    UUID profile = center.granted("ada", toEmployers("ada", ACME));
    assertThat(center.found(ACME, SKILL)).containsExactly(profile);
    assertThat(center.found("another", SKILL)).isEmpty();
    assertThat(center.profiles.findFor("another", profile, center.now())).isEmpty();
  }

  @Test
  void the_preview_is_what_the_employer_sees() throws Exception {
    center.learner("ada", center.attained(SKILL), center.attained("Draws a chart"));
    center.employers.greet(ACME, center.now());
    Terms terms = toEmployers("ada", ACME);
    var learner = center.learners.find("ada").orElseThrow();
    ProfileView preview = center.viewProfile.preview(learner, terms);
    UUID profile = center.granted("ada", terms);
    ProfileView seen =
        center.viewProfile.of(center.profiles.findFor(ACME, profile, center.now()).orElseThrow());
    assertThat(seen).isEqualTo(preview);
    assertThat(seen.name()).isEqualTo("ADA Family");
    assertThat(seen.region()).contains("Lake district");
    assertThat(seen.achievements()).hasSize(2);
  }

  @Test
  void the_preview_shows_the_very_pseudonym_and_after_a_withdrawal_another() throws Exception {
    center.learner("ada", center.attained(SKILL));
    Terms terms = center.terms("ada");
    Set<String> names = new HashSet<>();
    for (int i = 0; i < 2; i++) {
      var learner = center.learners.find("ada").orElseThrow();
      ProfileView preview = center.viewProfile.preview(learner, terms);
      UUID profile = center.granted("ada", terms);
      assertThat(profile.version()).isEqualTo(8);
      assertThat(profile.variant()).isEqualTo(2);
      assertThat(center.viewProfile.of(center.profiles.findFor(ACME, profile, center.now()).get()))
          .isEqualTo(preview);
      assertThat(center.viewProfile.preview(learner, terms)).as("a change").isEqualTo(preview);
      names.add(preview.name());
      center.withdraw("ada");
    }
    assertThat(names).hasSize(2).noneMatch(each -> each.contains("ADA"));
  }

  @Test
  void a_consent_ends_by_itself() throws Exception {
    center.shown("ada", center.attained(SKILL));
    center.clock.pass(Duration.ofDays(90));
    assertThat(center.found(ACME, SKILL)).as("31 January").hasSize(1);
    center.clock.pass(Duration.ofDays(1));
    assertThat(center.found(ACME, SKILL)).isEmpty();
  }

  @Test
  void a_revoked_credential_leaves_by_itself() throws Exception {
    PublishedAchievement query = center.attained(SKILL);
    UUID profile = center.shown("ada", query, center.attained("Draws a chart"));
    center.hears(new CredentialRevoked(query.credential(), center.now()));
    assertThat(center.found(ACME, SKILL)).isEmpty();
    assertThat(center.found(ACME, "Draws a chart")).containsExactly(profile);
    assertThat(
            center
                .viewProfile
                .of(center.profiles.findFor(ACME, profile, center.now()).orElseThrow())
                .achievements())
        .extracting(Achievement::name)
        .containsExactly("Draws a chart");
  }

  @Test
  void a_revocation_that_is_heard_before_the_record_counts_too() throws Exception {
    PublishedAchievement query = center.attained(SKILL);
    center.hears(new CredentialRevoked(query.credential(), center.now()));
    center.learner("ada", query);
    assertThat(center.grant("ada", center.terms("ada")))
        .isEqualTo(new GrantConsent.Result.Refused(List.of(TermsRefusal.UNKNOWN_ACHIEVEMENT)));
  }

  @Test
  void a_revoked_record_takes_all_that_it_holds_with_it() throws Exception {
    PublishedAchievement query = center.attained(SKILL);
    center.shown("ada", query);
    RecordPublished record = center.publish("ada", query);
    assertThat(center.found(ACME, SKILL)).hasSize(1);
    center.hears(new CredentialRevoked(record.record(), center.now()));
    assertThat(center.found(ACME, SKILL)).isEmpty();
  }

  @Test
  void what_a_later_record_does_not_hold_is_superseded() throws Exception {
    center.shown("ada", center.attained(SKILL));
    center.publish("ada", center.attained("Draws a chart"));
    assertThat(center.found(ACME, SKILL)).isEmpty();
    assertThat(center.found(ACME, "Draws a chart")).as("not consented to").isEmpty();
  }

  @Test
  void what_a_compromised_key_signed_is_not_found() throws Exception {
    center.shown("ada", center.attained(SKILL));
    center.hears(new KeyCompromised(SearchCenter.KEY, center.now().plusSeconds(1)));
    assertThat(center.found(ACME, SKILL)).as("signed before").hasSize(1);
    center.hears(new KeyCompromised(SearchCenter.KEY, center.now()));
    assertThat(center.found(ACME, SKILL)).isEmpty();
  }

  @Test
  void an_expired_credential_is_not_found() throws Exception {
    PublishedAchievement lasting = center.attained(SKILL);
    PublishedAchievement expiring =
        new PublishedAchievement(
            lasting.credential(),
            lasting.name(),
            lasting.competency(),
            lasting.courseSourcedId(),
            lasting.achievedAt(),
            lasting.issuedAt(),
            lasting.verificationMethod(),
            Optional.of(center.now().plusSeconds(60)),
            lasting.percent(),
            lasting.evidence());
    center.shown("ada", expiring);
    assertThat(center.found(ACME, SKILL)).hasSize(1);
    center.clock.pass(Duration.ofMinutes(1));
    assertThat(center.found(ACME, SKILL)).isEmpty();
  }

  @Test
  void an_old_event_that_is_read_again_changes_nothing() throws Exception {
    PublishedAchievement query = center.attained(SKILL);
    UUID profile = center.shown("ada", query);
    center.publish("ada", query);
    assertThat(center.found(ACME, SKILL)).containsExactly(profile);
    assertThat(center.audited("search-consent-granted")).isPositive();
  }

  @Test
  void every_fault_of_the_terms_is_named() throws Exception {
    center.learner("ada", center.attained(SKILL));
    Terms bad =
        new Terms(
            Set.of(center.ids.nextV4()),
            false,
            "x".repeat(61),
            Optional.empty(),
            Optional.of(Set.of("nobody")),
            LocalDate.of(2026, 11, 2));
    assertThat(center.grant("ada", bad))
        .isEqualTo(
            new GrantConsent.Result.Refused(
                List.of(
                    TermsRefusal.UNKNOWN_ACHIEVEMENT,
                    TermsRefusal.REGION_TOO_LONG,
                    TermsRefusal.UNKNOWN_EMPLOYER,
                    TermsRefusal.LAST_DAY_NOT_IN_FUTURE)));
    assertThat(center.grant("nobody", bad)).isEqualTo(new GrantConsent.Result.UnknownLearner());
    assertThat(center.found(ACME, SKILL)).isEmpty();
  }
}
