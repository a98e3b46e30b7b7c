package org.vellum.credentials.clr;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.openbadges.Achievement;
import org.vellum.credentials.openbadges.AchievementCredential;
import org.vellum.credentials.openbadges.AchievementSubject;
import org.vellum.credentials.openbadges.Alignment;
import org.vellum.credentials.openbadges.Criteria;
import org.vellum.credentials.openbadges.Evidence;
import org.vellum.credentials.openbadges.IdentifierEntry;
import org.vellum.credentials.openbadges.Profile;
import org.vellum.credentials.openbadges.Vocabulary;
import org.vellum.credentials.record.Attainment;
import org.vellum.credentials.record.LearnerRecord;
import org.vellum.credentials.record.Period;

/** Writes attainments as achievement credentials. */
record AttainmentWriter(LearnerRecord record, Profile issuer, People.Holder holder, Words words) {
  private static final String LANGUAGE = "[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?";

  AchievementCredential write(String place, Attainment attainment, @Nullable Period period) {
    String id = Names.uri(record.id(), attainment.id());
    OutcomeWriter outcomes = new OutcomeWriter(id, words);
    for (int i = 0; i < attainment.outcomes().size(); i++) {
      outcomes.add(place + ".outcomes[" + i + "]", attainment.outcomes().get(i));
    }
    words.lost(
        attainment.awarded() != null || unfinished(attainment),
        place + ".awarded",
        "awarded",
        "not awarded and without a status: readers take the date of issue");
    AchievementSubject subject =
        AchievementSubject.builder(achievement(place, attainment, outcomes))
            .id(holder.id())
            .identifier(holder.identities())
            .activityStartDate(SummaryWriter.midnight(attainment.started()))
            .activityEndDate(SummaryWriter.midnight(attainment.ended()))
            .creditsEarned(attainment.creditsEarned())
            .narrative(attainment.narrative())
            .term(period == null ? null : period.name())
            .result(outcomes.results())
            .source(source(place, attainment))
            .build();
    return AchievementCredential.builder(
            id, subject.achievement().name(), issuer, validFrom(attainment), subject)
        .awardedDate(attainment.awarded())
        .validUntil(attainment.validUntil())
        .evidence(evidence(place, attainment))
        .build();
  }

  private @Nullable Profile source(String place, Attainment attainment) {
    return attainment.awardedBy() == null
        ? null
        : new People(words).profile(place + ".awardedBy", attainment.awardedBy());
  }

  private static boolean unfinished(Attainment attainment) {
    return attainment.outcomes().stream()
        .anyMatch(each -> each.kind().equals("Status") && !each.value().equals("Completed"));
  }

  /** What ended before the record was issued held from when it was awarded. */
  private Instant validFrom(Attainment attainment) {
    Instant until = attainment.validUntil();
    if (until == null || !until.isBefore(record.issued())) {
      return record.issued();
    }
    Instant awarded = Objects.requireNonNullElse(attainment.awarded(), until);
    return awarded.isAfter(until) ? until : awarded;
  }

  private Achievement achievement(String place, Attainment attainment, OutcomeWriter outcomes) {
    Attainment.Achievement what = attainment.achievement();
    String in = place + ".achievement";
    String id = Names.uri(record.id(), what.id());
    String name = words.required(in + ".name", "name", what.name(), what.type());
    String type = words.known(in + ".type", "type", what.type(), Vocabulary.ACHIEVEMENT_TYPES);
    List<IdentifierEntry> identifiers = new ArrayList<>();
    for (int i = 0; i < what.identifiers().size(); i++) {
      new People(words)
          .identifier(in + ".identifiers[" + i + "]", what.identifiers().get(i), identifiers);
    }
    boolean languageFits = what.language() == null || what.language().matches(LANGUAGE);
    words.lost(languageFits, in + ".language", "language", "not as Open Badges 3.0 writes it");
    return Achievement.builder(
            id,
            name,
            words.required(in + ".description", "description", what.description(), name),
            criteria(id, what.criteria()))
        .achievementType(type)
        .humanCode(what.code())
        .fieldOfStudy(what.fieldOfStudy())
        .inLanguage(languageFits ? what.language() : null)
        .creditsAvailable(what.creditsAvailable())
        .alignment(alignments(in, what.alignments()))
        .otherIdentifier(identifiers)
        .resultDescription(outcomes.descriptions())
        .tag(what.tags())
        .build();
  }

  /** Criteria are required: where there are none, the achievement's own address stands for them. */
  private static Criteria criteria(String id, @Nullable String text) {
    return text == null || text.isBlank() ? new Criteria(id, null) : Criteria.of(text);
  }

  private List<Alignment> alignments(String place, List<Attainment.Alignment> all) {
    List<Alignment> written = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Attainment.Alignment each = all.get(i);
      String at = place + ".alignments[" + i + "]";
      if (words.uri(at + ".url", "url", each.url()) == null) {
        continue;
      }
      String type =
          each.type() == null
              ? null
              : words.known(at + ".type", "type", each.type(), Vocabulary.TARGET_TYPES);
      String name = words.required(at + ".name", "name", each.name(), each.url());
      written.add(new Alignment(name, each.url(), type, each.code(), null, each.framework()));
    }
    return written;
  }

  private List<Evidence> evidence(String place, Attainment attainment) {
    List<Evidence> written = new ArrayList<>();
    for (int i = 0; i < attainment.evidence().size(); i++) {
      Attainment.Evidence each = attainment.evidence().get(i);
      String url = words.uri(place + ".evidence[" + i + "].url", "url", each.url());
      written.add(new Evidence(url, each.name(), null, each.narrative(), each.genre(), null));
    }
    return written;
  }
}
