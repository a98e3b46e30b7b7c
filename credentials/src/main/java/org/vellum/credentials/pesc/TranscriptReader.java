package org.vellum.credentials.pesc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.record.LearnerRecord;
import org.vellum.credentials.record.Loss;
import org.vellum.credentials.xml.RecordTree;
import org.vellum.credentials.xml.Seen;
import org.w3c.dom.Element;

/**
 * Reads one transcript, leniently: an element that is missing or odd is no reason to refuse all.
 */
final class TranscriptReader {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String POSITION = "position";

  /** How a transmission is to be handled says nothing of the learner. */
  private static final List<String> HANDLING =
      List.of(
          "DocumentTypeCode",
          "TransmissionType",
          "DocumentProcessCode",
          "DocumentOfficialCode",
          "DocumentCompleteCode",
          "RequestTrackingID");

  private final ObjectNode record = NODES.objectNode();
  private final List<ObjectNode> attainments = new ArrayList<>();
  private final List<ObjectNode> averages = new ArrayList<>();
  private final ArrayNode periods = NODES.arrayNode();
  private final boolean ours;
  private final PartyReader parties;
  private final AttainmentReader reader;

  private TranscriptReader(boolean ours) {
    this.ours = ours;
    this.parties = new PartyReader(ours);
    this.reader = new AttainmentReader(parties, ours);
  }

  /**
   * The record in a transcript.
   *
   * @param transcript the element CollegeTranscript, of whatever version
   * @param losses gets what was not read
   * @throws IllegalArgumentException if it has no student, or does not say when it was written
   */
  static LearnerRecord read(Element transcript, List<Loss> losses) {
    Seen root = Seen.of(transcript);
    return new TranscriptReader(Notes.has(root, "Record")).record(root, losses);
  }

  private LearnerRecord record(Seen root, List<Loss> losses) {
    Seen transmission =
        root.child("TransmissionData").orElseThrow(() -> without("TransmissionData"));
    Seen student = root.child("Student").orElseThrow(() -> without("Student"));
    Seen person = student.child("Person").orElseThrow(() -> without("Person"));
    Instant issued = transmission.instant("CreatedDateTime");
    if (issued == null) {
      throw new IllegalArgumentException("a transcript that does not say when it was written");
    }
    Notes notes = Notes.of(root, ours);
    ObjectNode institution = parties.organization(source(transmission));
    ObjectNode learner = parties.person(person);
    HANDLING.forEach(transmission::text);
    transmission.child("Destination").ifPresent(Seen::markAll);
    root.child("UserDefinedExtensions")
        .filter(each -> each.child("Signature").isPresent())
        .ifPresent(Seen::markAll);
    String document = transmission.text("DocumentID");
    String id = institution.get("id").asText() + "#" + document;
    record.put("id", Optional.ofNullable(notes.text("Record")).orElse(id));
    String named = learner.path("fullName").asText("");
    String title = named.isEmpty() ? "Transcript" : "Transcript of " + named;
    record.put("name", Optional.ofNullable(notes.text("Title")).orElse(title));
    record.set("learner", learner);
    record.set("institution", institution);
    record.put("issued", issued.toString());
    PartyReader.put(record, "validUntil", notes.instant("Valid until"));
    student.children("AcademicRecord").forEach(this::academicRecord);
    record.set("periods", periods);
    record.putArray("attainments").addAll(ordered(attainments));
    record.putArray("links");
    record.putArray("averages").addAll(ordered(averages));
    losses.addAll(root.unseen());
    return RecordTree.record(record);
  }

  private static Seen source(Seen transmission) {
    return transmission
        .child("Source")
        .flatMap(each -> each.child("Organization"))
        .orElseThrow(() -> without("Source"));
  }

  private static IllegalArgumentException without(String element) {
    return new IllegalArgumentException("a transcript without its " + element);
  }

  private void academicRecord(Seen from) {
    from.children("AcademicAward").forEach(each -> add(reader.award(each), null));
    from.children("AcademicSummary").forEach(each -> average(each, null, "Cumulative"));
    from.children("AcademicSession").forEach(this::session);
    from.children("Course").forEach(each -> add(reader.course(each, null), null));
  }

  private void session(Seen from) {
    ObjectNode period = NODES.objectNode();
    Seen detail = from.child("AcademicSessionDetail").orElse(from);
    Notes notes = Notes.of(detail, ours);
    String designator = Optional.ofNullable(detail.text("SessionDesignator")).orElse("");
    String said = PartyReader.or(notes.text("Name"), detail.text("SessionName"));
    String name = Optional.ofNullable(said).orElse("Session " + designator);
    String own = "urn:pesc:session:" + designator + ":" + name.replaceAll("\\s+", "-");
    String id = Optional.ofNullable(notes.text("Period")).orElse(own);
    period.put("id", id).put("name", name);
    PartyReader.put(period, "start", detail.date("SessionBeginDate"));
    String ends = detail.date("SessionEndDate");
    PartyReader.put(period, "end", ends);
    periods.add(period);
    from.children("AcademicAward").forEach(each -> add(reader.award(each), id));
    from.children("Course").forEach(each -> add(reader.course(each, ends), id));
    from.children("AcademicSummary").forEach(each -> average(each, id, name));
  }

  private void add(ObjectNode attainment, @Nullable String period) {
    PartyReader.put(attainment, "periodId", period);
    attainments.add(attainment);
  }

  private void average(Seen from, @Nullable String period, String name) {
    Notes notes = Notes.of(from, ours);
    Notes.Numbered numbered = notes.numbered("Summary");
    ObjectNode average = NODES.objectNode();
    String own = "urn:pesc:summary:" + (averages.size() + 1);
    average.put("id", numbered == null ? own : numbered.id());
    average.put(POSITION, numbered == null ? Integer.MAX_VALUE : numbered.position());
    average.put("name", Optional.ofNullable(notes.text("Name")).orElse(name));
    PartyReader.put(average, "periodId", period);
    from.text("AcademicSummaryType");
    from.child("GPA")
        .ifPresent(each -> {
          average.put("gradePoints", each.number("GradePointAverage"));
          average.put("highestGradePoints", each.number("GPARangeMaximum"));
          average.put("creditsAttempted", each.number("CreditHoursAttempted"));
          average.put("creditsEarned", each.number("CreditHoursEarned"));
        });
    averages.add(average);
  }

  /** In the order of the record that was written, where the document tells it. */
  private static List<ObjectNode> ordered(List<ObjectNode> nodes) {
    Comparator<JsonNode> byPosition = Comparator.comparingInt(each -> each.path(POSITION).asInt());
    List<ObjectNode> sorted = nodes.stream().sorted(byPosition).toList();
    sorted.forEach(each -> each.remove(POSITION));
    return sorted;
  }
}
