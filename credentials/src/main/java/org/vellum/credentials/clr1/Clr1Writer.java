package org.vellum.credentials.clr1;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Fields;
import org.vellum.credentials.record.Attainment;
import org.vellum.credentials.record.Identifier;
import org.vellum.credentials.record.Institution;
import org.vellum.credentials.record.Learner;
import org.vellum.credentials.record.LearnerRecord;
import org.vellum.credentials.record.Period;

/** Writes one record as a CLR 1.0 (ClrDType). */
final class Clr1Writer {
  static final String CONTEXT = "https://purl.imsglobal.org/spec/clr/v1p0/context/clr_v1p0.jsonld";

  private final LearnerRecord record;
  private final Map<String, String> periods = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Set<String> linked = new HashSet<>();

  Clr1Writer(LearnerRecord record) {
    this.record = record;
    for (Period period : record.periods()) {
      periods.put(period.id(), period.name());
    }
    for (Attainment attainment : record.attainments()) {
      names.put(attainment.achievement().id(), attainment.achievement().name());
    }
  }

  ObjectNode write() {
    return Fields.empty()
        .put("@context", CONTEXT)
        .put("id", record.id())
        .put("type", "Clr")
        .put("name", record.name())
        .put("issuedOn", record.issued())
        .put("learner", learner(record.learner()))
        .put("publisher", profile(record.institution()))
        .nodes("assertions", record.attainments().stream().map(this::assertion).toList())
        .node();
  }

  /** An id is required; a learner without one is named within the record. */
  static String nameless(String record) {
    return record + "#learner";
  }

  private ObjectNode learner(Learner learner) {
    LocalDate born = learner.dateOfBirth();
    return Fields.empty()
        .put("id", learner.id() == null ? nameless(record.id()) : learner.id())
        .put("type", "Profile")
        .put("name", learner.fullName())
        .put("givenName", learner.givenName())
        .put("familyName", learner.familyName())
        .put("birthDate", born == null ? null : born.toString())
        .put("email", learner.email())
        .nodes("identifiers", identifiers(learner.identifiers()))
        .node();
  }

  static ObjectNode profile(Institution institution) {
    return Fields.empty()
        .put("id", institution.id())
        .put("type", "Profile")
        .put("name", institution.name())
        .put("url", institution.url())
        .put("email", institution.email())
        .put("telephone", institution.phone())
        .put("address", institution.address() == null ? null : address(institution.address()))
        .nodes("identifiers", identifiers(institution.identifiers()))
        .node();
  }

  private static ObjectNode address(Institution.Address address) {
    return Fields.empty()
        .put("type", "Address")
        .put("streetAddress", address.street())
        .put("addressLocality", address.locality())
        .put("addressRegion", address.region())
        .put("postalCode", address.postalCode())
        .put("addressCountry", address.countryCode())
        .node();
  }

  private static List<ObjectNode> identifiers(List<Identifier> identifiers) {
    return identifiers.stream()
        .map(identifier ->
            Fields.empty()
                .put("type", "SystemIdentifier")
                .put("identifier", identifier.value())
                .put("identifierType", Words.write(identifier.type(), Words.IDENTIFIERS))
                .node())
        .toList();
  }

  private ObjectNode assertion(Attainment attainment) {
    Institution awardedBy = attainment.awardedBy();
    String period = attainment.periodId();
    return Fields.empty()
        .put("id", attainment.id())
        .put("type", "Assertion")
        .put("achievement", achievement(attainment))
        .put("issuedOn", attainment.awarded())
        .put("expires", attainment.validUntil())
        .put("activityStartDate", start(attainment.started()))
        .put("activityEndDate", start(attainment.ended()))
        .put("term", period == null ? null : periods.getOrDefault(period, period))
        .put("creditsEarned", attainment.creditsEarned())
        .put("narrative", attainment.narrative())
        .nodes("evidence", attainment.evidence().stream().map(Clr1Writer::evidence).toList())
        .nodes("results", Clr1Results.results(attainment))
        .put("source", awardedBy == null ? null : profile(awardedBy))
        .node();
  }

  /** CLR 1.0 asks for a moment where the record knows a day. */
  private static @Nullable String start(@Nullable LocalDate day) {
    return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant().toString();
  }

  private static ObjectNode evidence(Attainment.Evidence evidence) {
    String name = evidence.name();
    return Fields.empty()
        .put("id", evidence.url())
        .put("type", "Evidence")
        // Required in CLR 1.0.
        .put("name", name == null ? "Evidence" : name)
        .put("narrative", evidence.narrative())
        .put("genre", evidence.genre())
        .node();
  }

  private ObjectNode achievement(Attainment attainment) {
    Attainment.Achievement achievement = attainment.achievement();
    String criteria = achievement.criteria();
    return Fields.empty()
        .put("id", achievement.id())
        .put("type", "Achievement")
        .put("achievementType", Words.write(achievement.type(), Words.ACHIEVEMENTS))
        .put("name", achievement.name())
        .put("description", achievement.description())
        .put(
            "requirement",
            criteria == null
                ? null
                : Fields.empty().put("type", "Criteria").put("narrative", criteria).node())
        .put("humanCode", achievement.code())
        .put("fieldOfStudy", achievement.fieldOfStudy())
        .put("creditsAvailable", achievement.creditsAvailable())
        .nodes("alignments", achievement.alignments().stream().map(Clr1Writer::alignment).toList())
        .nodes("identifiers", identifiers(achievement.identifiers()))
        .strings("tags", achievement.tags())
        .nodes("associations", associations(achievement.id()))
        .nodes("resultDescriptions", Clr1Results.descriptions(attainment))
        .put("issuer", profile(record.institution()))
        .node();
  }

  private static ObjectNode alignment(Attainment.Alignment alignment) {
    String type = alignment.type();
    return Fields.empty()
        .put("type", "Alignment")
        .put("targetType", type == null ? null : Words.write(type, Words.TARGETS))
        .put("targetName", alignment.name())
        .put("targetUrl", alignment.url())
        .put("targetCode", alignment.code())
        .put("targetFramework", alignment.framework())
        .node();
  }

  /** The links that start at an achievement, where it is written for the first time. */
  private List<ObjectNode> associations(String achievement) {
    if (!linked.add(achievement)) {
      return List.of();
    }
    return record.links().stream()
        .filter(link -> link.sourceId().equals(achievement))
        .map(link ->
            Fields.empty()
                .put("associationType", link.type())
                .put("targetId", link.targetId())
                .put("title", names.getOrDefault(link.targetId(), link.targetId()))
                .node())
        .toList();
  }
}
