package org.vellum.credentials.clr;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.record.Attainment;
import org.vellum.credentials.record.Institution;

/** Reads one achievement credential. */
final class AttainmentReader {
  private final String recordId;
  private final Institution institution;
  private final PeopleReader people;
  private @Nullable String term;

  AttainmentReader(String recordId, Institution institution, PeopleReader people) {
    this.recordId = recordId;
    this.institution = institution;
    this.people = people;
  }

  /** The name of the period, once {@link #read} was called. */
  @Nullable String term() {
    return term;
  }

  Optional<Attainment> read(
      Members credential, String id, Members subject, Instant issued, @Nullable Instant until) {
    Members what = subject.object("achievement");
    if (!what.present()) {
      subject.lost("achievement", "there is none");
      return Optional.empty();
    }
    OutcomeReader results = new OutcomeReader(what.objects("resultDescription"));
    List<Attainment.Outcome> outcomes = results.read(subject.objects("result"));
    Instant awarded = credential.time("awardedDate");
    boolean unfinished =
        outcomes.stream()
            .anyMatch(each -> each.kind().equals("Status") && !each.value().equals("Completed"));
    if (awarded == null && !unfinished) {
      awarded = issued;
    }
    term = subject.text("term");
    Attainment attainment =
        new Attainment(
            Names.local(recordId, id),
            achievement(what),
            awarded,
            until,
            subject.day("activityStartDate"),
            subject.day("activityEndDate"),
            null,
            subject.number("creditsEarned"),
            outcomes,
            subject.text("narrative"),
            evidence(credential),
            awardedBy(credential, subject));
    subject.rest();
    return Optional.of(attainment);
  }

  /** Whoever else issued the credential, or assessed for the issuer. */
  private @Nullable Institution awardedBy(Members credential, Members subject) {
    Institution issuer = people.institution(credential, "issuer");
    if (subject.object("source").present()) {
      return people.institution(subject, "source");
    }
    return issuer.id().equals(institution.id()) ? null : issuer;
  }

  private Attainment.Achievement achievement(Members what) {
    String id = Objects.requireNonNullElse(what.text("id"), "");
    String name = Objects.requireNonNullElse(what.text("name"), "");
    Attainment.Achievement read =
        new Attainment.Achievement(
            Names.local(recordId, id),
            Objects.requireNonNullElse(what.text("achievementType"), "Achievement"),
            name,
            Objects.requireNonNullElse(what.text("description"), ""),
            criteria(id, what.object("criteria")),
            what.text("humanCode"),
            what.text("fieldOfStudy"),
            what.text("inLanguage"),
            what.number("creditsAvailable"),
            alignments(what),
            people.identifiers(what),
            what.texts("tag"));
    what.rest();
    return read;
  }

  private static @Nullable String criteria(String achievement, Members criteria) {
    String narrative = criteria.text("narrative");
    String page = criteria.text("id");
    criteria.rest();
    if (narrative == null) {
      return achievement.equals(page) ? null : page;
    }
    if (page != null) {
      criteria.lost("id", "the criteria are taken in words");
    }
    return narrative;
  }

  private static List<Attainment.Alignment> alignments(Members what) {
    List<Attainment.Alignment> read = new ArrayList<>();
    for (Members each : what.objects("alignment")) {
      read.add(
          new Attainment.Alignment(
              each.text("targetType"),
              Objects.requireNonNullElse(each.text("targetName"), ""),
              Objects.requireNonNullElse(each.text("targetUrl"), ""),
              each.text("targetCode"),
              each.text("targetFramework")));
      each.rest();
    }
    return read;
  }

  private static List<Attainment.Evidence> evidence(Members credential) {
    List<Attainment.Evidence> read = new ArrayList<>();
    for (Members each : credential.objects("evidence")) {
      read.add(
          new Attainment.Evidence(
              each.text("id"), each.text("name"), each.text("narrative"), each.text("genre")));
      each.rest();
    }
    return read;
  }
}
