package org.vellum.credentials.elmo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.record.LearnerRecord;
import org.vellum.credentials.record.Loss;
import org.vellum.credentials.xml.RecordTree;
import org.vellum.credentials.xml.Seen;
import org.w3c.dom.Document;

/** Reads one document, leniently: an element that is missing or odd is no reason to refuse all. */
final class ElmoReader {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final ObjectNode record = NODES.objectNode();
  private final ArrayNode periods = record.putArray("periods");
  private final ArrayNode attainments = record.putArray("attainments");
  private final ArrayNode links = record.putArray("links");
  private final List<Loss> losses;

  private ElmoReader(List<Loss> losses) {
    this.losses = losses;
  }

  /**
   * The record in a document.
   *
   * @param losses gets what was not read
   * @throws IllegalArgumentException if it is no ELMO document with a report
   */
  static LearnerRecord read(Document document, List<Loss> losses) {
    Seen elmo = Seen.of(document.getDocumentElement());
    boolean known = Elmo.NAMESPACE.equals(document.getDocumentElement().getNamespaceURI());
    if (!elmo.is("elmo") || !known) {
      throw new IllegalArgumentException("not an ELMO document of a known namespace");
    }
    return new ElmoReader(losses).record(elmo);
  }

  private LearnerRecord record(Seen elmo) {
    Seen report =
        elmo.child("report")
            .orElseThrow(() -> new IllegalArgumentException("an ELMO document without a report"));
    elmo.child("Signature").ifPresent(Seen::markAll);
    ObjectNode learner = learner(elmo.child("learner").orElse(report));
    ObjectNode institution = institution(report.child("issuer").orElse(report));
    Instant generated = instant(elmo, elmo.text("generatedDate"));
    Instant issued = instant(report, report.text("issueDate"));
    Instant when = issued == null ? generated : issued;
    if (when == null) {
      throw new IllegalArgumentException("an ELMO document that does not say when it was issued");
    }
    String name = learner.path("fullName").asText("");
    record.put("id", institution.get("id").asText() + "#elmo-" + when);
    record.put("name", name.isEmpty() ? "Transcript" : "Transcript of " + name);
    record.set("learner", learner);
    record.set("institution", institution);
    record.put("issued", when.toString());
    record.putArray("averages");
    report.children("learningOpportunitySpecification").forEach(each -> specification(each, null));
    losses.addAll(elmo.unseen());
    return RecordTree.record(record);
  }

  private static ObjectNode learner(Seen from) {
    ObjectNode learner = NODES.objectNode();
    identifiers(from, learner, null);
    String given = from.text("givenNames");
    String family = from.text("familyName");
    String full =
        Stream.of(given, family).filter(each -> each != null).collect(Collectors.joining(" "));
    put(learner, "fullName", full.isEmpty() ? null : full);
    put(learner, "givenName", given);
    put(learner, "familyName", family);
    // Version 2.0 has another name for it.
    String born = from.text("bday");
    put(learner, "dateOfBirth", date(born == null ? from.text("dateOfBirth") : born));
    return learner;
  }

  private static ObjectNode institution(Seen from) {
    ObjectNode institution = NODES.objectNode();
    identifiers(from, institution, null);
    String url = from.text("url");
    if (!institution.has("id")) {
      institution.put("id", url == null ? "urn:elmo:issuer" : url);
    }
    boolean said = url != null && !url.equals(institution.get("id").asText());
    put(institution, "url", said ? url : null);
    put(institution, "name", Optional.ofNullable(title(from)).orElse("Unknown institution"));
    String country = from.text("country");
    if (country != null) {
      institution.putObject("address").put("countryCode", country);
    }
    return institution;
  }

  private void specification(Seen from, @Nullable String whole) {
    int number = attainments.size() + 1;
    ObjectNode attainment = attainments.addObject();
    ObjectNode achievement = attainment.putObject("achievement");
    identifiers(from, achievement, "code");
    if (!achievement.has("id")) {
      achievement.put("id", "urn:elmo:achievement:" + number);
    }
    String name = Optional.ofNullable(title(from)).orElse("Untitled");
    achievement.put("name", name);
    from.child("title").ifPresent(each -> put(achievement, "language", each.language()));
    String kind = from.text("type");
    achievement.put("type", type(kind));
    put(achievement, "fieldOfStudy", from.text("subjectArea"));
    String description = from.text("description");
    achievement.put("description", description == null ? name : description);
    from.child("specifies")
        .flatMap(each -> each.child("learningOpportunityInstance"))
        .ifPresent(each -> instance(each, attainment));
    if (!attainment.has("id")) {
      attainment.put("id", "urn:elmo:attainment:" + number);
    }
    String id = achievement.get("id").asText();
    if (whole != null) {
      links.addObject().put("type", "isPartOf").put("sourceId", id).put("targetId", whole);
    }
    from.children("hasPart")
        .forEach(part ->
            part.children("learningOpportunitySpecification")
                .forEach(each -> specification(each, id)));
  }

  private void instance(Seen from, ObjectNode attainment) {
    identifiers(from, attainment, null);
    attainment.remove("identifiers");
    put(attainment, "started", date(from.text("start")));
    String awarded = date(from.text("date"));
    String status = from.text("status");
    if (awarded != null) {
      attainment.put(
          "awarded", LocalDate.parse(awarded).atStartOfDay(ZoneOffset.UTC).toInstant().toString());
    }
    from.child("academicTerm").ifPresent(each -> attainment.put("periodId", period(each)));
    ArrayNode outcomes = attainment.putArray("outcomes");
    String label = from.text("resultLabel");
    if (label != null) {
      outcomes.addObject().put("kind", "Result").put("name", "Result").put("value", label);
    }
    if (status != null) {
      outcomes.addObject().put("kind", "Status").put("name", "Status").put("value", status(status));
    }
    from.child("credit")
        .flatMap(each -> Optional.ofNullable(number(scheme(each).text("value"))))
        .ifPresent(each -> attainment.put("creditsEarned", each));
  }

  /** The scheme of credits is not part of a record, but it is no loss to have looked at it. */
  private static Seen scheme(Seen credit) {
    credit.child("scheme");
    return credit;
  }

  private String period(Seen term) {
    String name = Optional.ofNullable(title(term)).orElse("Term");
    String start = date(term.text("start"));
    String end = date(term.text("end"));
    String id = "term:" + name + ":" + start + ":" + end;
    boolean known = false;
    for (var each : periods) {
      known |= id.equals(each.path("id").asText());
    }
    if (!known) {
      ObjectNode period = periods.addObject().put("id", id).put("name", name);
      put(period, "start", start);
      put(period, "end", end);
    }
    return id;
  }

  private static void identifiers(Seen from, ObjectNode to, @Nullable String local) {
    ArrayNode others = to.putArray("identifiers");
    for (Seen each : from.children("identifier")) {
      String type = Optional.ofNullable(each.attribute("type")).orElse("identifier");
      String value = each.content();
      if (value == null) {
        continue;
      }
      if (type.equals(Elmo.URI) && !to.has("id")) {
        to.put("id", value);
      } else if (local != null && type.equals(Elmo.LOCAL) && !to.has(local)) {
        to.put(local, value);
      } else {
        others.addObject().put("type", type).put("value", value);
      }
    }
  }

  private static @Nullable String title(Seen from) {
    List<Seen> titles = from.children("title");
    return titles.stream()
        .filter(each -> "en".equals(each.language()))
        .findFirst()
        .or(() -> titles.stream().findFirst())
        .map(Seen::content)
        .orElse(null);
  }

  private static String type(@Nullable String kind) {
    return switch (kind) {
      case "Degree Programme" -> "Degree";
      case "Module", "Course", "Class" -> "Course";
      case null, default -> "Achievement";
    };
  }

  private static String status(String status) {
    return switch (status) {
      case "passed" -> "Completed";
      case "failed" -> "Failed";
      default -> "InProgress";
    };
  }

  private static void put(ObjectNode to, String name, @Nullable String value) {
    if (value != null) {
      to.put(name, value);
    }
  }

  private static @Nullable String date(@Nullable String text) {
    try {
      // xs:date may carry a time zone, which a day of a record has not.
      return text == null || text.length() < 10
          ? null
          : LocalDate.parse(text.substring(0, 10)).toString();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private @Nullable Instant instant(Seen at, @Nullable String text) {
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      losses.add(new Loss(Seen.place(at.element()), "date", "not a time with its zone"));
      return null;
    }
  }

  private static @Nullable BigDecimal number(@Nullable String text) {
    try {
      return text == null || text.length() > 30 ? null : new BigDecimal(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
