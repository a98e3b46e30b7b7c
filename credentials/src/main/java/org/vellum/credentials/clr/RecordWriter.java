package org.vellum.credentials.clr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.vellum.credentials.openbadges.AchievementCredential;
import org.vellum.credentials.openbadges.Profile;
import org.vellum.credentials.record.Attainment;
import org.vellum.credentials.record.Average;
import org.vellum.credentials.record.Converted;
import org.vellum.credentials.record.LearnerRecord;
import org.vellum.credentials.record.Link;
import org.vellum.credentials.record.Loss;
import org.vellum.credentials.record.Period;

/** Writes one record as a CLR 2.0 document or as badges. */
final class RecordWriter {
  private final LearnerRecord record;
  private final UnaryOperator<ObjectNode> sign;
  private final List<Loss> losses = new ArrayList<>();
  private final Words words = new Words(losses);
  private final Map<String, Period> periods = new HashMap<>();

  RecordWriter(LearnerRecord record, UnaryOperator<ObjectNode> sign) {
    this.record = record;
    this.sign = sign;
    record.periods().forEach(period -> periods.put(period.id(), period));
  }

  Converted<ObjectNode> clr() {
    People people = new People(words);
    Profile issuer = people.profile("institution", record.institution());
    People.Holder holder = people.holder(record);
    String id = Names.uri("urn:record", record.id());
    List<ObjectNode> children = new ArrayList<>();
    AttainmentWriter attainments = new AttainmentWriter(record, issuer, holder, words);
    for (int i = 0; i < record.attainments().size(); i++) {
      Attainment each = record.attainments().get(i);
      String place = "attainments[" + i + "]";
      children.add(sign.apply(attainments.write(place, each, period(place, each)).toJson()));
    }
    SummaryWriter summaries = new SummaryWriter(record, issuer, holder);
    record.periods().forEach(each -> children.add(signed(summaries.period(each))));
    for (Average each : record.averages()) {
      children.add(signed(summaries.average(each, periods.get(each.periodId()))));
    }
    if (children.isEmpty()) {
      throw new IllegalArgumentException("a CLR without any credential cannot be written");
    }
    ClrSubject subject =
        new ClrSubject(holder.id(), holder.identities(), List.of(), children, associations());
    ClrCredential envelope =
        ClrCredential.builder(id, record.name(), issuer, record.issued(), subject)
            .validUntil(record.validUntil())
            .build();
    return new Converted<>(sign.apply(envelope.toJson()), losses);
  }

  Converted<List<ObjectNode>> badges() {
    People people = new People(words);
    Profile issuer = people.profile("institution", record.institution());
    AttainmentWriter attainments =
        new AttainmentWriter(record, issuer, people.holder(record), words);
    List<ObjectNode> badges = new ArrayList<>();
    for (int i = 0; i < record.attainments().size(); i++) {
      Attainment each = record.attainments().get(i);
      String place = "attainments[" + i + "]";
      badges.add(sign.apply(attainments.write(place, each, period(place, each)).toJson()));
    }
    String why = "a badge stands alone";
    words.lost(false, "id", "id", why);
    words.lost(false, "name", "name", why);
    words.lost(record.validUntil() == null, "validUntil", "validUntil", why);
    boolean allHeld =
        record.attainments().stream()
            .allMatch(
                each -> each.validUntil() == null || !each.validUntil().isBefore(record.issued()));
    words.lost(allHeld, "issued", "issued", "what had ended by then says when it was awarded");
    for (int i = 0; i < record.attainments().size(); i++) {
      boolean none = record.attainments().get(i).periodId() == null;
      words.lost(none, "attainments[" + i + "].periodId", "periodId", why);
    }
    words.lost(record.periods().isEmpty(), "periods", "periods", why);
    words.lost(record.links().isEmpty(), "links", "links", why);
    words.lost(record.averages().isEmpty(), "averages", "averages", why);
    return new Converted<>(badges, losses);
  }

  private ObjectNode signed(AchievementCredential credential) {
    return sign.apply(credential.toJson());
  }

  private @org.jspecify.annotations.Nullable Period period(String place, Attainment attainment) {
    Period found = periods.get(attainment.periodId());
    words.lost(
        attainment.periodId() == null || found != null,
        place + ".periodId",
        "periodId",
        "the record has no such period");
    return found;
  }

  private List<Association> associations() {
    Set<Association> all = new LinkedHashSet<>();
    for (int i = 0; i < record.links().size(); i++) {
      Link link = record.links().get(i);
      if (Words.isRelation(link.type())) {
        all.add(association(link.type(), link.sourceId(), link.targetId()));
      } else {
        words.lost(false, "links[" + i + "]", link.type(), "CLR 2.0 has no such association");
      }
    }
    for (Attainment each : record.attainments()) {
      if (each.periodId() != null && periods.containsKey(each.periodId())) {
        all.add(association("isPartOf", each.achievement().id(), each.periodId()));
      }
    }
    for (Average each : record.averages()) {
      if (each.periodId() != null && periods.containsKey(each.periodId())) {
        all.add(
            association("isPartOf", SummaryWriter.achievementOf(record, each), each.periodId()));
      }
    }
    return List.copyOf(all);
  }

  private Association association(String type, String source, String target) {
    return new Association(
        Association.Type.valueOf(type),
        Names.uri(record.id(), source),
        Names.uri(record.id(), target));
  }
}
