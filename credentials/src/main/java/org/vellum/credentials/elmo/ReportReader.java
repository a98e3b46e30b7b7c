package org.vellum.credentials.elmo;

import static org.vellum.credentials.elmo.ElmoReader.put;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.xml.Seen;

/** Reads what one institution reports into a record. */
final class ReportReader {
  private final ArrayNode periods;
  private final ArrayNode attainments;
  private final ArrayNode links;
  private final Set<String> known;
  private final @Nullable ObjectNode issuer;
  private final Map<String, GradingScheme> schemes = new HashMap<>();
  private final Map<String, Seen> attachments = new HashMap<>();

  /**
   * A reader.
   *
   * @param record with its lists
   * @param known the ids of the periods that the record has
   * @param issuer who reports; null if it is the record's own institution
   */
  ReportReader(ObjectNode record, Set<String> known, @Nullable ObjectNode issuer) {
    this.known = known;
    this.periods = record.withArray("periods");
    this.attainments = record.withArray("attainments");
    this.links = record.withArray("links");
    this.issuer = issuer;
  }

  void read(Seen report) {
    // Looked at apart: what nothing refers to stays unseen.
    Seen apart = Seen.of(report.element());
    for (Seen each : apart.children("gradingScheme")) {
      String id = each.attribute("localId");
      Optional<GradingScheme> scheme = GradingScheme.read(each.text("description"));
      if (id != null && scheme.isPresent() && schemes.put(id, scheme.get()) == null) {
        report.at(each.element()).markAll();
      }
    }
    for (Seen each : apart.children("attachment")) {
      for (Seen identifier : each.children("identifier")) {
        String id = identifier.content();
        if (id != null && Elmo.INTERNAL.equals(identifier.attribute("type"))) {
          attachments.put(id, each);
        }
      }
    }
    report.children("learningOpportunitySpecification").forEach(each -> specification(each, null));
  }

  private void specification(Seen from, @Nullable String whole) {
    int number = attainments.size() + 1;
    ObjectNode attainment = attainments.addObject();
    ObjectNode achievement = attainment.putObject("achievement");
    ElmoReader.identifiers(from, achievement, "code");
    if (!achievement.has("id")) {
      achievement.put("id", "urn:elmo:achievement:" + number);
    }
    String name = Optional.ofNullable(ElmoReader.title(from)).orElse("Untitled");
    achievement.put("name", name);
    from.child("title").ifPresent(each -> put(achievement, "language", each.language()));
    put(achievement, "fieldOfStudy", from.text("subjectArea"));
    String description = from.text("description");
    achievement.put("description", description == null ? name : description);
    Optional<Seen> instance =
        from.child("specifies").flatMap(each -> each.child("learningOpportunityInstance"));
    String level =
        instance.flatMap(each -> each.child("credit")).map(each -> each.text("level")).orElse(null);
    achievement.put("type", Elmo.type(from.text("type"), level));
    instance.ifPresent(each -> instance(each, attainment));
    if (!attainment.has("id")) {
      attainment.put("id", "urn:elmo:attainment:" + number);
    }
    if (issuer != null) {
      attainment.set("awardedBy", issuer);
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
    ElmoReader.identifiers(from, attainment, null);
    attainment.remove("identifiers");
    put(attainment, "started", from.date("start"));
    String awarded = from.date("date");
    put(attainment, "awarded", awarded == null ? null : awarded + "T00:00:00Z");
    from.child("academicTerm").ifPresent(each -> attainment.put("periodId", period(each)));
    outcomes(from, attainment.putArray("outcomes"));
    from.child("credit")
        .ifPresent(each -> {
          // The scheme of credits is not part of a record, but it is no loss to have looked at it.
          each.text("scheme");
          attainment.put("creditsEarned", each.number("value"));
        });
    ArrayNode alignments = ((ObjectNode) attainment.get("achievement")).putArray("alignments");
    from.children("level").forEach(each -> level(each, alignments.addObject()));
    ArrayNode evidence = attainment.putArray("evidence");
    from.child("attachments")
        .ifPresent(each -> each.children("ref").forEach(ref -> attached(ref, evidence)));
  }

  private void outcomes(Seen from, ArrayNode outcomes) {
    String label = from.text("resultLabel");
    if (label != null) {
      ObjectNode outcome = outcomes.addObject().put("value", label);
      // Asked for apart: a scheme of another system is described in a text that stays unread.
      String id = Seen.of(from.element()).text("gradingSchemeLocalId");
      GradingScheme scheme = id == null ? null : schemes.get(id);
      if (scheme == null) {
        outcome.put("kind", "Result").put("name", "Result");
      } else {
        from.text("gradingSchemeLocalId");
        scheme.into(outcome);
      }
    }
    String status = from.text("status");
    if (status != null) {
      outcomes
          .addObject()
          .put("kind", "Status")
          .put("name", "Status")
          .put("value", Elmo.status(status));
    }
  }

  private static void level(Seen from, ObjectNode alignment) {
    String framework = Optional.ofNullable(from.text("type")).orElse("unknown");
    String code = from.text("value");
    String name = from.text("description");
    String said = code == null ? framework : framework + " " + code;
    alignment.put("type", Elmo.QUALIFICATION_LEVEL).put("name", name == null ? said : name);
    alignment.put("url", "urn:elmo:level:" + said.replaceAll("\\s+", ":"));
    put(alignment, "code", code);
    alignment.put("framework", framework);
  }

  private void attached(Seen ref, ArrayNode evidence) {
    Seen apart = attachments.get(String.valueOf(ref.content()));
    if (apart == null) {
      return;
    }
    Seen attachment = ref.at(apart.element());
    ObjectNode to = evidence.addObject();
    attachment.text("type");
    String url = attachment.text("content");
    for (Seen each : attachment.children("identifier")) {
      url = url == null && Elmo.URI.equals(each.attribute("type")) ? each.content() : url;
    }
    put(to, "url", url);
    put(to, "name", ElmoReader.title(attachment));
    put(to, "narrative", attachment.text("description"));
  }

  private String period(Seen term) {
    String name = Optional.ofNullable(ElmoReader.title(term)).orElse("Term");
    String start = term.date("start");
    String end = term.date("end");
    String id = "term:" + name + ":" + start + ":" + end;
    if (known.add(id)) {
      ObjectNode period = periods.addObject().put("id", id).put("name", name);
      put(period, "start", start);
      put(period, "end", end);
    }
    return id;
  }
}
