package org.vellum.credentials.elmo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.record.Attainment;
import org.vellum.credentials.record.Identifier;
import org.vellum.credentials.record.Institution;
import org.vellum.credentials.record.Learner;
import org.vellum.credentials.record.LearnerRecord;
import org.vellum.credentials.record.Link;
import org.vellum.credentials.record.Period;
import org.vellum.credentials.xml.Branch;
import org.vellum.credentials.xml.XmlText;
import org.w3c.dom.Document;

/** Writes one record. Parts stand inside what they are part of, by the record's links. */
final class ElmoWriter {
  private static final int DEPTH = 20;

  private final LearnerRecord record;
  private final Map<String, Period> periods = new HashMap<>();
  private final Map<String, String> wholes = new HashMap<>();
  private final Set<String> written = new HashSet<>();

  private ElmoWriter(LearnerRecord record) {
    this.record = record;
    record.periods().forEach(each -> periods.put(each.id(), each));
    record.links().stream()
        .filter(this::nests)
        .forEach(each -> wholes.putIfAbsent(each.sourceId(), each.targetId()));
  }

  static Document write(LearnerRecord record) {
    return new ElmoWriter(record).document();
  }

  private Document document() {
    Branch elmo = Branch.root(Elmo.NAMESPACE, "elmo", Elmo.NAMESPACE);
    elmo.text("generatedDate", record.issued());
    learner(elmo.child("learner"), record.learner());
    Branch report = elmo.child("report");
    issuer(report.child("issuer"), record.institution());
    record.attainments().stream()
        .filter(each -> !wholes.containsKey(each.achievement().id()))
        .forEach(each -> specification(report, each, 0));
    // What is left is part of itself in a circle, or of something too deep.
    record.attainments().forEach(each -> specification(report, each, DEPTH));
    report.text("issueDate", record.issued());
    return elmo.document();
  }

  private boolean nests(Link link) {
    return link.type().equals("isPartOf")
        && !link.sourceId().equals(link.targetId())
        && record.attainments().stream()
            .anyMatch(each -> each.achievement().id().equals(link.targetId()));
  }

  private static void learner(Branch to, Learner learner) {
    identifier(to, Elmo.URI, learner.id());
    learner.identifiers().forEach(each -> identifier(to, each));
    String full = Optional.ofNullable(learner.fullName()).orElse("").strip();
    int blank = full.lastIndexOf(' ');
    String given = blank < 0 ? "" : full.substring(0, blank);
    to.text("givenNames", token(Optional.ofNullable(learner.givenName()).orElse(given)));
    String family = full.substring(blank + 1);
    to.text("familyName", token(Optional.ofNullable(learner.familyName()).orElse(family)));
    to.text("bday", learner.dateOfBirth());
  }

  private static void issuer(Branch to, Institution institution) {
    Institution.Address address = institution.address();
    to.text("country", address == null ? null : address.countryCode());
    identifier(to, Elmo.URI, institution.id());
    institution.identifiers().forEach(each -> identifier(to, each));
    to.text("title", token(institution.name()));
    to.text("url", Optional.ofNullable(institution.url()).orElse(institution.id()));
  }

  private void specification(Branch parent, Attainment attainment, int depth) {
    if (!written.add(attainment.id())) {
      return;
    }
    Attainment.Achievement achievement = attainment.achievement();
    Branch to = parent.child("learningOpportunitySpecification");
    identifier(to, Elmo.URI, achievement.id());
    identifier(to, Elmo.LOCAL, achievement.code());
    achievement.identifiers().forEach(each -> identifier(to, each));
    Branch title = to.child("title").attribute("xml:lang", achievement.language());
    title.content(token(achievement.name()));
    to.text("type", kind(achievement.type()));
    to.text("subjectArea", achievement.fieldOfStudy());
    Branch description = to.child("description");
    description.attribute("xml:lang", achievement.language()).content(achievement.description());
    instance(to.child("specifies").child("learningOpportunityInstance"), attainment);
    if (depth < DEPTH) {
      parts(achievement.id())
          .forEach(each -> {
            Branch part = to.child("hasPart");
            specification(part, each, depth + 1);
            part.pruneIfEmpty();
          });
    }
  }

  private List<Attainment> parts(String whole) {
    return record.attainments().stream()
        .filter(each -> whole.equals(wholes.get(each.achievement().id())))
        .filter(each -> !written.contains(each.id()))
        .toList();
  }

  private void instance(Branch to, Attainment attainment) {
    identifier(to, Elmo.URI, attainment.id());
    to.text("start", attainment.started());
    to.text("date", day(attainment.awarded()));
    Period period = attainment.periodId() == null ? null : periods.get(attainment.periodId());
    if (period != null && period.start() != null && period.end() != null) {
      Branch term = to.child("academicTerm");
      term.text("title", token(period.name()));
      term.text("start", period.start()).text("end", period.end());
    }
    to.text("status", status(attainment));
    attainment.outcomes().stream()
        .filter(each -> !each.kind().equals("Status"))
        .findFirst()
        .ifPresent(each -> to.text("resultLabel", token(each.value())));
    if (attainment.creditsEarned() != null) {
      Branch credit = to.child("credit");
      credit.text("scheme", "credits").text("value", attainment.creditsEarned().toPlainString());
    }
  }

  /** The schema recommends a status strongly; without one an award says that it was passed. */
  private static String status(Attainment attainment) {
    String said =
        attainment.outcomes().stream()
            .filter(each -> each.kind().equals("Status"))
            .map(Attainment.Outcome::value)
            .findFirst()
            .orElse(attainment.awarded() == null ? "InProgress" : "Completed");
    return switch (said) {
      case "Completed" -> "passed";
      case "Failed", "Withdrew" -> "failed";
      default -> "in-progress";
    };
  }

  private static @Nullable String kind(String type) {
    if (type.endsWith("Degree")) {
      return "Degree Programme";
    }
    return type.equals("Course") ? "Course" : null;
  }

  private static @Nullable LocalDate day(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private static void identifier(Branch to, Identifier identifier) {
    identifier(to, identifier.type(), identifier.value());
  }

  private static void identifier(Branch to, String type, @Nullable String value) {
    if (value != null) {
      to.child("identifier").attribute("type", type).content(token(value));
    }
  }

  private static String token(String text) {
    return XmlText.token(text);
  }
}
