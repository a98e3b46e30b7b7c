package org.vellum.credentials.elmo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
  private final List<Loss> losses;

  private ElmoReader(List<Loss> losses) {
    this.losses = losses;
  }

  /**
   * The record in a document. The issuer of the first report is the record's institution; what
   * others report was awarded by them.
   *
   * @param losses gets what was not read
   * @throws IllegalArgumentException if it is no ELMO document with a report
   */
  static LearnerRecord read(Document document, List<Loss> losses) {
    Seen elmo = Seen.of(document.getDocumentElement());
    String namespace = String.valueOf(document.getDocumentElement().getNamespaceURI());
    if (!elmo.is("elmo") || !namespace.startsWith(Elmo.NAMESPACES)) {
      throw new IllegalArgumentException("not an ELMO document of a known namespace");
    }
    if (!namespace.equals(Elmo.NAMESPACE)) {
      String version = namespace.substring(Elmo.NAMESPACES.length());
      losses.add(
          new Loss("/elmo", "namespace", "version " + version + " is not known here; read as v1"));
    }
    return new ElmoReader(losses).record(elmo);
  }

  private LearnerRecord record(Seen elmo) {
    List<Seen> reports = elmo.children("report");
    if (reports.isEmpty()) {
      throw new IllegalArgumentException("an ELMO document without a report");
    }
    elmo.child("Signature").ifPresent(Seen::markAll);
    ObjectNode learner = learner(elmo.child("learner").orElse(reports.getFirst()));
    ObjectNode institution = institution(reports.getFirst());
    Instant generated = instant(elmo, "generatedDate");
    Instant issued = instant(reports.getFirst(), "issueDate");
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
    for (String list : List.of("periods", "attainments", "links", "averages")) {
      record.putArray(list);
    }
    Set<String> periods = new HashSet<>();
    for (Seen report : reports) {
      ObjectNode issuer = institution(report);
      boolean own = issuer.get("id").equals(institution.get("id"));
      new ReportReader(record, periods, own ? null : issuer).read(report);
      Instant then = instant(report, "issueDate");
      if (then != null && !then.equals(when)) {
        losses.add(
            new Loss(Seen.place(report.element()), "issueDate", "a record was issued at one time"));
      }
    }
    losses.addAll(elmo.unseen());
    return RecordTree.record(record);
  }

  private static ObjectNode learner(Seen from) {
    ObjectNode learner = NODES.objectNode();
    identifiers(from, learner, null);
    String given = from.text("givenNames");
    String family = from.text("familyName");
    String full =
        Stream.of(given, family).filter(Objects::nonNull).collect(Collectors.joining(" "));
    put(learner, "fullName", full.isEmpty() ? null : full);
    put(learner, "givenName", given);
    put(learner, "familyName", family);
    // Version 2.0 has another name for it.
    String born = from.date("bday");
    put(learner, "dateOfBirth", born == null ? from.date("dateOfBirth") : born);
    return learner;
  }

  private static ObjectNode institution(Seen report) {
    Seen from = report.child("issuer").orElse(report);
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

  /** The identifiers: a URI is the id, one of the institution itself goes where it is asked for. */
  static void identifiers(Seen from, ObjectNode to, @Nullable String local) {
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

  /** The title in English, else the first. */
  static @Nullable String title(Seen from) {
    List<Seen> titles = from.children("title");
    return titles.stream()
        .filter(each -> "en".equals(each.language()))
        .findFirst()
        .or(() -> titles.stream().findFirst())
        .map(Seen::content)
        .orElse(null);
  }

  static void put(ObjectNode to, String name, @Nullable String value) {
    if (value != null) {
      to.put(name, value);
    }
  }

  private @Nullable Instant instant(Seen at, String name) {
    Instant instant = at.instant(name);
    if (instant == null && at.text(name) != null) {
      losses.add(new Loss(Seen.place(at.element()), name, "not a time"));
    }
    return instant;
  }
}
