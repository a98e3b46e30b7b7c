package org.vellum.credentials.clr1;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Lenient;
import org.vellum.credentials.record.Attainment;
import org.vellum.credentials.record.Identifier;
import org.vellum.credentials.record.Institution;
import org.vellum.credentials.record.Learner;
import org.vellum.credentials.record.LearnerRecord;
import org.vellum.credentials.record.Link;
import org.vellum.credentials.record.Period;

/** Reads a CLR 1.0 into a record. */
final class Clr1Reader {
  /** The members that are read, or that only say what an object is and how it is verified. */
  static final Set<String> KNOWN =
      Set.of(
          ("@context id type name issuedOn learner publisher assertions givenName familyName"
                  + " birthDate email identifiers identifier identifierType url telephone address"
                  + " streetAddress addressLocality addressRegion postalCode addressCountry"
                  + " achievement achievementType description requirement narrative humanCode"
                  + " fieldOfStudy creditsAvailable alignments targetType targetName targetUrl"
                  + " targetCode targetFramework tags associations associationType targetId title"
                  + " resultDescriptions resultType valueMin valueMax requiredValue allowedValues"
                  + " issuer expires activityStartDate activityEndDate term creditsEarned evidence"
                  + " genre results resultDescription status value source verification"
                  + " rubricCriterionLevels achievedLevel recipient sourcedId studentId"
                  + " publicKey revocationList")
              .split(" "));

  /**
   * Their insides are not looked at: an achievement's issuer is the publisher as a rule, a
   * recipient the learner.
   */
  static final Set<String> OPAQUE =
      Set.of("@context", "verification", "recipient", "issuer", "publicKey");

  private final Lenient clr;
  private final List<Period> periods = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();

  Clr1Reader(ObjectNode clr) {
    this.clr = Lenient.of(clr);
  }

  LearnerRecord record() {
    String id = clr.text("id", "urn:vellum:unnamed");
    Institution publisher = institution(clr.object("publisher"));
    Instant issued = clr.instant("issuedOn");
    List<Attainment> attainments = clr.list("assertions").stream().map(this::attainment).toList();
    return new LearnerRecord(
        id,
        clr.text("name", "Comprehensive Learner Record"),
        learner(clr.object("learner"), id),
        publisher,
        issued == null ? Instant.EPOCH : issued,
        null,
        periods,
        attainments,
        links,
        List.of());
  }

  private static Learner learner(Lenient learner, String record) {
    String id = learner.text("id");
    return new Learner(
        Clr1Writer.nameless(record).equals(id) ? null : id,
        learner.text("name"),
        learner.text("givenName"),
        learner.text("familyName"),
        date(learner.text("birthDate")),
        learner.text("email"),
        identifiers(learner));
  }

  private static @Nullable LocalDate date(@Nullable String text) {
    try {
      return text == null || text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Institution institution(Lenient profile) {
    String id = profile.text("id", "urn:vellum:unnamed");
    Lenient address = profile.object("address");
    return new Institution(
        id,
        profile.text("name", id),
        profile.text("url"),
        profile.text("email"),
        profile.text("telephone"),
        address.isPresent() ? address(address) : null,
        identifiers(profile));
  }

  private static Institution.Address address(Lenient address) {
    return new Institution.Address(
        address.text("streetAddress"),
        address.text("addressLocality"),
        address.text("addressRegion"),
        address.text("postalCode"),
        address.text("addressCountry"));
  }

  /** The identifiers of a profile or an achievement; 1.0 also has two members for them. */
  private static List<Identifier> identifiers(Lenient owner) {
    List<Identifier> identifiers = new ArrayList<>();
    for (Lenient identifier : owner.list("identifiers")) {
      String type = Words.read(identifier.text("identifierType", "identifier"));
      identifiers.add(new Identifier(type, identifier.text("identifier", ""), null));
    }
    String sourced = owner.text("sourcedId");
    if (sourced != null) {
      identifiers.add(new Identifier("sourcedId", sourced, null));
    }
    String student = owner.text("studentId");
    if (student != null) {
      identifiers.add(new Identifier("ext:studentId", student, null));
    }
    return identifiers;
  }

  private Attainment attainment(Lenient assertion) {
    Lenient source = assertion.object("source");
    return new Attainment(
        assertion.text("id", "urn:vellum:unnamed"),
        achievement(assertion.object("achievement")),
        assertion.instant("issuedOn"),
        assertion.instant("expires"),
        assertion.date("activityStartDate"),
        assertion.date("activityEndDate"),
        period(assertion.text("term")),
        assertion.number("creditsEarned"),
        Clr1Results.read(assertion),
        assertion.text("narrative"),
        assertion.list("evidence").stream().map(Clr1Reader::evidence).toList(),
        source.isPresent() ? institution(source) : null);
  }

  /** A term is only a name in 1.0, so the name is its id. */
  private @Nullable String period(@Nullable String term) {
    Period period = term == null ? null : new Period(term, term, null, null);
    if (period != null && !periods.contains(period)) {
      periods.add(period);
    }
    return term;
  }

  private Attainment.Achievement achievement(Lenient achievement) {
    String id = achievement.text("id", "urn:vellum:unnamed");
    for (Lenient association : achievement.list("associations")) {
      String type = association.text("associationType", "isRelatedTo");
      links.add(new Link(type, id, association.text("targetId", "")));
    }
    Lenient requirement = achievement.object("requirement");
    String narrative = requirement.text("narrative");
    return new Attainment.Achievement(
        id,
        Words.read(achievement.text("achievementType", "Achievement")),
        achievement.text("name", id),
        achievement.text("description", ""),
        narrative == null ? requirement.text("id") : narrative,
        achievement.text("humanCode"),
        achievement.text("fieldOfStudy"),
        null,
        achievement.number("creditsAvailable"),
        achievement.list("alignments").stream().map(Clr1Reader::alignment).toList(),
        identifiers(achievement),
        achievement.texts("tags"));
  }

  private static Attainment.Alignment alignment(Lenient alignment) {
    String type = alignment.text("targetType");
    String url = alignment.text("targetUrl", "");
    return new Attainment.Alignment(
        type == null ? null : Words.read(type),
        alignment.text("targetName", url),
        url,
        alignment.text("targetCode"),
        alignment.text("targetFramework"));
  }

  private static Attainment.Evidence evidence(Lenient evidence) {
    String narrative = evidence.text("narrative");
    return new Attainment.Evidence(
        evidence.text("id"),
        evidence.text("name"),
        narrative == null ? evidence.text("description") : narrative,
        evidence.text("genre"));
  }
}
