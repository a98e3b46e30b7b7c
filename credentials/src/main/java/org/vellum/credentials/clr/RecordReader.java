package org.vellum.credentials.clr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Pointer;
import org.vellum.credentials.record.Attainment;
import org.vellum.credentials.record.Average;
import org.vellum.credentials.record.Converted;
import org.vellum.credentials.record.Institution;
import org.vellum.credentials.record.Learner;
import org.vellum.credentials.record.LearnerRecord;
import org.vellum.credentials.record.Link;
import org.vellum.credentials.record.Loss;
import org.vellum.credentials.record.Period;

/** Reads one document into a record. */
final class RecordReader {
  private final List<Loss> losses = new ArrayList<>();
  private final PeopleReader people = new PeopleReader();
  private final List<Period> periods = new ArrayList<>();
  private final List<Attainment> attainments = new ArrayList<>();
  private final List<Average> averages = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final Map<String, String> terms = new HashMap<>();
  private final Map<String, String> associatedPeriod = new HashMap<>();

  Converted<LearnerRecord> read(ObjectNode tree) {
    Members document = new Members(tree, Pointer.ROOT, losses);
    String id = id(document);
    String name = Objects.requireNonNullElse(document.text("name"), "");
    Institution institution = people.institution(document, "issuer");
    Instant issued = issued(document);
    Instant until = document.time("validUntil");
    until = until == null ? document.time("expirationDate") : until;
    Members subject = document.object("credentialSubject");
    if (document.isOf("ClrCredential")) {
      children(id, institution, subject);
    } else {
      badge(id, institution, document, subject);
    }
    Learner learner = people.learner(id, subject);
    subject.rest();
    document.rest();
    List<Attainment> placed = inPeriods();
    LearnerRecord record =
        new LearnerRecord(
            id, name, learner, institution, issued, until, periods, placed, links, averages);
    return new Converted<>(record, losses);
  }

  private void badge(String id, Institution institution, Members document, Members subject) {
    AttainmentReader reader = new AttainmentReader(id, institution, people);
    Instant until = document.time("validUntil");
    until = until == null ? document.time("expirationDate") : until;
    subject.objects("identifier");
    subject.text("id");
    reader.read(document, id, subject, issued(document), until).ifPresent(attainments::add);
    if (reader.term() != null) {
      subject.lost("term", "the days of a period are not in a badge");
    }
  }

  static String id(Members document) {
    String id = document.text("id");
    if (id == null || id.isBlank()) {
      document.lost("id", "it has none; one was derived from its content");
      return "urn:uuid:" + document.digest();
    }
    return id;
  }

  /** VC 1.1 calls it issuanceDate. */
  static Instant issued(Members document) {
    Instant from = document.time("validFrom");
    Instant issuance = document.time("issuanceDate");
    if (from == null && issuance == null) {
      document.lost("validFrom", "there is no date of issue; the beginning of 1970 stands there");
      return Instant.EPOCH;
    }
    return from == null ? Objects.requireNonNull(issuance) : from;
  }

  private void children(String recordId, Institution institution, Members subject) {
    for (Members child : subject.objects("verifiableCredential")) {
      Members what = child.object("credentialSubject");
      if (what.object("achievement").present()) {
        child(recordId, institution, child, what);
      } else {
        child.lost("credentialSubject", "only achievements are read");
      }
    }
    for (Members each : subject.objects("achievement")) {
      each.lost("id", "an achievement that nobody is said to have has no place in the record");
    }
    subject.objects("association").forEach(each -> association(recordId, each));
  }

  private void child(String recordId, Institution institution, Members child, Members subject) {
    Members achievement = subject.object("achievement");
    String type = achievement.text("achievementType");
    if (Names.PERIOD.equals(type)) {
      periods.add(
          new Period(
              Names.local(recordId, Objects.requireNonNullElse(achievement.text("id"), "")),
              Objects.requireNonNullElse(achievement.text("name"), ""),
              subject.day("activityStartDate"),
              subject.day("activityEndDate")));
    } else if (isSummary(type, achievement)) {
      averages.add(average(recordId, child, subject, achievement));
    } else {
      String id = id(child);
      Instant issued = issued(child);
      Instant until = child.time("validUntil");
      until = until == null ? child.time("expirationDate") : until;
      AttainmentReader reader = new AttainmentReader(recordId, institution, people);
      // The learner stands around the children; each child's own identity only repeats it.
      subject.text("id");
      subject.objects("identifier");
      child.text("name");
      reader
          .read(child, id, subject, issued, until)
          .ifPresent(attainment -> {
            attainments.add(attainment);
            String term = reader.term();
            if (term != null) {
              terms.put(attainment.id(), term);
            }
          });
      child.rest();
    }
  }

  /** Others' summaries are what has an average and is no course, competency or degree. */
  private static boolean isSummary(@Nullable String type, Members achievement) {
    boolean ownKind = type == null || type.equals("Achievement") || type.startsWith("ext:");
    return Names.SUMMARY.equals(type)
        || (ownKind
            && achievement.objects("resultDescription").stream()
                .anyMatch(each -> "GradePointAverage".equals(each.text("resultType"))));
  }

  private Average average(String recordId, Members child, Members subject, Members achievement) {
    String id = id(child);
    BigDecimal highest = null;
    for (Members each : achievement.objects("resultDescription")) {
      highest = each.number("valueMax");
    }
    BigDecimal points = null;
    for (Members each : subject.objects("result")) {
      points = each.number("value");
    }
    String term = subject.text("term");
    return new Average(
        Names.local(recordId, id),
        Objects.requireNonNullElse(achievement.text("name"), ""),
        term,
        points,
        highest,
        achievement.number("creditsAvailable"),
        subject.number("creditsEarned"));
  }

  private void association(String recordId, Members each) {
    String type = Objects.requireNonNullElse(each.text("associationType"), "");
    String source = Names.local(recordId, Objects.requireNonNullElse(each.text("sourceId"), ""));
    String target = Names.local(recordId, Objects.requireNonNullElse(each.text("targetId"), ""));
    each.rest();
    boolean toPeriod = periods.stream().anyMatch(period -> period.id().equals(target));
    if (type.equals("isPartOf") && toPeriod) {
      associatedPeriod.putIfAbsent(source, target);
    } else {
      links.add(new Link(type, source, target));
    }
  }

  /** Each attainment with the period that its term names, or that an association leads to. */
  private List<Attainment> inPeriods() {
    averages.replaceAll(each ->
        new Average(
            each.id(),
            each.name(),
            period(Names.part(each.id(), "achievement"), each.periodId()),
            each.gradePoints(),
            each.highestGradePoints(),
            each.creditsAttempted(),
            each.creditsEarned()));
    return attainments.stream()
        .map(each -> each.inPeriod(period(each.achievement().id(), terms.get(each.id()))))
        .toList();
  }

  private @Nullable String period(String achievement, @Nullable String term) {
    List<String> named =
        periods.stream().filter(each -> each.name().equals(term)).map(Period::id).toList();
    if (named.size() == 1) {
      return named.getFirst();
    }
    String associated = associatedPeriod.get(achievement);
    if (associated != null || term == null) {
      return associated;
    }
    if (named.isEmpty()) {
      periods.add(new Period(term, term, null, null));
      return term;
    }
    return named.getFirst();
  }
}
