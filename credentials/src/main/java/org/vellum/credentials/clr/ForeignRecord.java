package org.vellum.credentials.clr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Fields;
import org.vellum.credentials.json.Lenient;
import org.vellum.credentials.json.Pointer;
import org.vellum.credentials.jsonld.Canonical;
import org.vellum.credentials.jsonld.Canonicalizer;
import org.vellum.credentials.jsonld.Refusal;
import org.vellum.credentials.openbadges.ExtensionContexts;
import org.vellum.credentials.openbadges.Profile;
import org.vellum.credentials.record.Converted;
import org.vellum.credentials.record.Loss;

/**
 * A record of another issuer, handed on: the credentials in it stay as they are, to the last
 * member, so that their proofs still hold; only the envelope around them is issued anew.
 */
public final class ForeignRecord {
  private static final List<String> CARRIED =
      List.of("name", "description", "image", "partial", "awardedDate", "validUntil", "evidence");
  private static final Set<String> OWN =
      Set.of("@context", "id", "type", "issuer", "validFrom", "issuanceDate", "credentialSubject");
  private static final String SUBJECT = "credentialSubject";

  private final Canonicalizer canonicalizer = new Canonicalizer();
  private final List<Loss> losses = new ArrayList<>();
  private final ObjectNode foreign;

  private ForeignRecord(ObjectNode foreign) {
    this.foreign = foreign;
  }

  /**
   * Writes the envelope, unsigned, for whoever hands the record on.
   *
   * @param foreign the record as it came; not changed
   * @param id the id of the new envelope
   * @param issuer who hands it on, and says no more than that these are the credentials
   * @param at from when it holds
   * @return the envelope; as losses, by JSON pointers into the foreign record, what stood in the
   *     old envelope and is not in the new one: its proof and its status, which were its issuer's
   *     to give, and what no context of the new one defines. Never anything of the credentials
   */
  public static Converted<ObjectNode> reissue(
      ObjectNode foreign, String id, Profile issuer, Instant at) {
    ClrSubject.requireAbsolute("id", id);
    ForeignRecord record = new ForeignRecord(foreign);
    return new Converted<>(record.envelope(id, issuer, at), record.losses);
  }

  private ObjectNode envelope(String id, Profile issuer, Instant at) {
    ObjectNode envelope =
        Fields.empty()
            .strings("@context", ClrCredential.CONTEXT)
            .put("id", id)
            .strings("type", List.of("VerifiableCredential", "ClrCredential"))
            .put("name", name())
            .put("issuer", issuer)
            .put("validFrom", at)
            .node();
    for (Map.Entry<String, JsonNode> member : foreign.properties()) {
      if (CARRIED.contains(member.getKey())) {
        carry(member.getKey(), member.getValue(), envelope, Pointer.ROOT);
      } else if (!OWN.contains(member.getKey())) {
        lost("/" + member.getKey(), "it was for the first issuer's envelope");
      }
    }
    envelope.set(SUBJECT, subject());
    ExtensionContexts.added(envelope);
    leaveUndefined(envelope);
    return envelope;
  }

  private String name() {
    return Lenient.of(foreign).text("name", "Comprehensive Learner Record");
  }

  private ObjectNode subject() {
    ObjectNode subject = JsonNodeFactory.instance.objectNode();
    JsonNode told = foreign.path(SUBJECT);
    Pointer place = Pointer.ROOT.child(SUBJECT);
    subject.putArray("type").add("ClrSubject");
    for (Map.Entry<String, JsonNode> member : told.properties()) {
      if (member.getKey().equals("association")) {
        subject.set("association", associations(member.getValue(), place.child("association")));
      } else if (member.getKey().equals("verifiableCredential")) {
        // As they are: whatever is in them, somebody may have signed.
        subject.set("verifiableCredential", list(member.getValue()).deepCopy());
      } else if (!member.getKey().equals("type")) {
        carry(member.getKey(), member.getValue(), subject, place);
      }
    }
    if (subject.path("association").isEmpty()) {
      subject.remove("association");
    }
    return subject;
  }

  /** Moments without a zone are UTC (VCDM 2.0, section 4.9), and are written so. */
  private void carry(String name, JsonNode value, ObjectNode to, Pointer at) {
    boolean moment = name.equals("awardedDate") || name.equals("validUntil");
    Instant instant = moment ? Lenient.of(foreign).instant(name) : null;
    if (instant != null) {
      to.put(name, instant.toString());
    } else if (moment || value.isNull() || (value.isContainerNode() && value.isEmpty())) {
      lost(at.child(name).toString(), "it says nothing, or not in a form that may be written");
    } else {
      to.set(name, value.deepCopy());
    }
  }

  /** Some write the type as a list, which the standard does not allow. */
  private ArrayNode associations(JsonNode told, Pointer place) {
    ArrayNode written = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < list(told).size(); i++) {
      Lenient read = Lenient.of(list(told).get(i));
      String type = read.text("associationType", "");
      String source = read.text("sourceId");
      String target = read.text("targetId");
      if (Words.isRelation(type) && source != null && target != null) {
        written.add(new Association(Association.Type.valueOf(type), source, target).toJson());
      } else {
        lost(place.child(i).toString(), "CLR 2.0 has no such association");
      }
    }
    return written;
  }

  private static ArrayNode list(JsonNode node) {
    return node instanceof ArrayNode array ? array : JsonNodeFactory.instance.arrayNode().add(node);
  }

  /** What no context defines would be in the envelope and under no signature. */
  private void leaveUndefined(ObjectNode envelope) {
    if (canonicalizer.canonicalize(envelope) instanceof Canonical.Refused refused) {
      for (Refusal refusal : refused.refusals()) {
        boolean inside = refusal.place().startsWith("/" + SUBJECT + "/verifiableCredential");
        if (!inside
            && refusal.reason() == Refusal.Reason.UNSIGNED_DATA
            && removed(envelope, refusal.place())) {
          lost(refusal.place(), "no context defines it: " + refusal.message());
        }
      }
    }
  }

  private static boolean removed(ObjectNode envelope, String place) {
    int last = place.lastIndexOf('/');
    JsonNode owner = last < 0 ? null : envelope.at(place.substring(0, last));
    String name = place.substring(last + 1).replace("~1", "/").replace("~0", "~");
    return owner instanceof ObjectNode object && removed(object.remove(name));
  }

  private static boolean removed(@Nullable JsonNode value) {
    return value != null;
  }

  private void lost(String place, String why) {
    losses.add(new Loss(place, place.substring(place.lastIndexOf('/') + 1), why));
  }
}
