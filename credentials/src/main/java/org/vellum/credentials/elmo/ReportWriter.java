package org.vellum.credentials.elmo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.record.Attainment;
import org.vellum.credentials.record.LearnerRecord;
import org.vellum.credentials.record.Link;
import org.vellum.credentials.record.Period;
import org.vellum.credentials.xml.Branch;
import org.vellum.credentials.xml.XmlText;

/**
 * Writes what one institution awarded. Parts stand inside what they are part of, by the record's
 * links; grading schemes and attachments follow, and are referred to.
 */
final class ReportWriter {
  private static final int DEPTH = 20;

  private final List<Attainment> attainments;
  private final Map<String, Period> periods = new HashMap<>();
  private final Map<String, String> wholes = new HashMap<>();
  private final Map<String, List<Attainment>> parts;
  private final Set<String> written = new HashSet<>();
  private final Map<GradingScheme, String> schemes = new LinkedHashMap<>();
  private final List<Attainment.Evidence> evidence = new ArrayList<>();

  ReportWriter(LearnerRecord record, List<Attainment> attainments) {
    this.attainments = attainments;
    record.periods().forEach(each -> periods.put(each.id(), each));
    Set<String> own =
        attainments.stream().map(each -> each.achievement().id()).collect(Collectors.toSet());
    record.links().stream()
        .filter(each -> isPart(each, own))
        .forEach(each -> wholes.putIfAbsent(each.sourceId(), each.targetId()));
    this.parts =
        attainments.stream()
            .filter(each -> wholes.containsKey(each.achievement().id()))
            .collect(
                Collectors.groupingBy(each -> String.valueOf(wholes.get(each.achievement().id()))));
  }

  private static boolean isPart(Link link, Set<String> own) {
    return link.type().equals("isPartOf")
        && !link.sourceId().equals(link.targetId())
        && own.contains(link.targetId());
  }

  void write(Branch report, String issued) {
    attainments.stream()
        .filter(each -> !wholes.containsKey(each.achievement().id()))
        .forEach(each -> specification(report, each, 0));
    // What is left is part of itself in a circle, or of something too deep.
    attainments.forEach(each -> specification(report, each, DEPTH));
    report.text("issueDate", issued);
    schemes.forEach((scheme, id) ->
        report
            .child("gradingScheme")
            .attribute("localId", id)
            .text("description", scheme.description()));
    for (int i = 0; i < evidence.size(); i++) {
      attachment(report.child("attachment"), evidence.get(i), "evidence-" + (i + 1));
    }
  }

  private void specification(Branch parent, Attainment attainment, int depth) {
    if (!written.add(attainment.id())) {
      return;
    }
    Attainment.Achievement achievement = attainment.achievement();
    Branch to = parent.child("learningOpportunitySpecification");
    Elmo.identifier(to, Elmo.URI, achievement.id());
    Elmo.identifier(to, Elmo.LOCAL, achievement.code());
    achievement.identifiers().stream()
        .filter(each -> each.salt() == null)
        .forEach(each -> Elmo.identifier(to, each.type(), each.value()));
    Branch title = to.child("title").attribute("xml:lang", language(achievement.language()));
    title.content(XmlText.token(achievement.name()));
    to.text("type", kind(achievement.type()));
    String field = achievement.fieldOfStudy();
    to.text("subjectArea", field == null ? null : XmlText.token(field));
    Branch description = to.child("description");
    description.attribute("xml:lang", language(achievement.language()));
    description.content(achievement.description());
    instance(to.child("specifies").child("learningOpportunityInstance"), attainment);
    if (depth < DEPTH) {
      parts.getOrDefault(achievement.id(), List.of()).stream()
          .filter(each -> !written.contains(each.id()))
          .forEach(each -> specification(to.child("hasPart"), each, depth + 1));
    }
  }

  private void instance(Branch to, Attainment attainment) {
    Elmo.identifier(to, Elmo.URI, attainment.id());
    to.text("start", XmlText.date(attainment.started()));
    to.text("date", XmlText.date(day(attainment.awarded())));
    Period period = attainment.periodId() == null ? null : periods.get(attainment.periodId());
    String start = period == null ? null : XmlText.date(period.start());
    String end = period == null ? null : XmlText.date(period.end());
    if (period != null && start != null && end != null) {
      Branch term = to.child("academicTerm");
      term.text("title", XmlText.token(period.name())).text("start", start).text("end", end);
    }
    to.text("status", status(attainment));
    attainment.outcomes().stream()
        .filter(each -> !each.kind().equals("Status"))
        .findFirst()
        .ifPresent(each -> {
          GradingScheme scheme = GradingScheme.of(each);
          to.text("gradingSchemeLocalId", scheme.isTelling() ? id(scheme) : null);
          to.text("resultLabel", XmlText.token(each.value()));
        });
    credit(to, attainment);
    attainment.achievement().alignments().forEach(each -> level(to, each));
    if (!attainment.evidence().isEmpty()) {
      Branch attachments = to.child("attachments");
      for (Attainment.Evidence each : attainment.evidence()) {
        evidence.add(each);
        attachments.text("ref", "evidence-" + evidence.size());
      }
    }
  }

  private String id(GradingScheme scheme) {
    return schemes.computeIfAbsent(scheme, each -> "scheme-" + (schemes.size() + 1));
  }

  /** The level of a degree stands with its credits, of which there need not be any. */
  private static void credit(Branch to, Attainment attainment) {
    String level = Elmo.level(attainment.achievement().type());
    String credits = XmlText.decimal(attainment.creditsEarned());
    if (level != null || credits != null) {
      to.child("credit").text("scheme", "credits").text("level", level).text("value", credits);
    }
  }

  private static void level(Branch to, Attainment.Alignment alignment) {
    if (Elmo.QUALIFICATION_LEVEL.equals(alignment.type()) && alignment.framework() != null) {
      Branch level = to.child("level").text("type", XmlText.token(alignment.framework()));
      level.text("description", alignment.name());
      String code = alignment.code();
      level.text("value", code == null ? null : XmlText.token(code));
    }
  }

  /** ELMO asks for the content as a data URI; what is elsewhere is named by its address. */
  private static void attachment(Branch to, Attainment.Evidence evidence, String id) {
    String url = evidence.url();
    boolean inside = url != null && url.startsWith("data:");
    Elmo.identifier(to, Elmo.INTERNAL, id);
    Elmo.identifier(to, Elmo.URI, inside ? null : url);
    to.text("title", evidence.name() == null ? null : XmlText.token(evidence.name()));
    to.text("type", "Other");
    to.text("description", evidence.narrative());
    to.text("content", inside ? XmlText.token(String.valueOf(url)) : null);
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

  /** As {@code xs:language} has it. */
  private static @Nullable String language(@Nullable String language) {
    boolean written = language != null && language.matches("[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*");
    return written ? language : null;
  }

  private static @Nullable LocalDate day(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
