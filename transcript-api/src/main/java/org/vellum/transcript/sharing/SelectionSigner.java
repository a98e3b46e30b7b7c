package org.vellum.transcript.sharing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.json.Json;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.Component;
import org.vellum.transcript.issuer.Issuer;
import org.vellum.transcript.issuer.Signer;
import org.vellum.transcript.issuing.PublishedRecord;

/**
 * Signs chosen achievements of a record as a record of their own. The achievement credentials are
 * taken as they were signed; of the record only what is named here is taken over, so nothing slips
 * in that the learner did not choose.
 *
 * <p>The selection carries the status entry of its record: revoking the record revokes every
 * selection from it, and an achievement is revoked by its own entry wherever it stands.
 */
@Component
public class SelectionSigner {
  private static final List<String> TAKEN = List.of("@context", "type", "name", "issuer");
  private static final List<String> TAKEN_OF_SUBJECT = List.of("id", "type", "identifier");
  private static final String CREDENTIALS = "verifiableCredential";

  private final Issuer issuer;
  private final Signer signer;
  private final AuditLog audit;
  private final Clock clock;
  private final Ids ids;

  @Inject
  public SelectionSigner(Issuer issuer, Signer signer, AuditLog audit, Clock clock, Ids ids) {
    this.issuer = issuer;
    this.signer = signer;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Signs a selection.
   *
   * @param chosen identifiers of achievements that the record holds, at least one
   * @param actor the learner's sign-in name
   */
  Selection sign(PublishedRecord record, Set<UUID> chosen, String actor) {
    UUID id = ids.nextV4();
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    ObjectNode whole = parsed(record.credential());
    ObjectNode selection = whole.objectNode();
    TAKEN.forEach(member -> take(member, whole, selection));
    selection.put("id", issuer.credentialUrl(id).toString());
    selection.put("description", "Achievements that the learner chose from the record.");
    selection.put("partial", true);
    selection.put("validFrom", now.toString());
    take("credentialStatus", whole, selection);
    selection.set("credentialSubject", subject(whole.path("credentialSubject"), addresses(chosen)));
    audit.record(
        AuditEntry.of(
            actor, "selection-signed", id.toString(), Map.of("record", record.id().toString())));
    return new Selection(id, chosen.size(), text(signer.sign(selection, signer.key(), now)));
  }

  private Set<String> addresses(Set<UUID> chosen) {
    Set<String> addresses = new HashSet<>();
    chosen.forEach(id -> addresses.add(issuer.credentialUrl(id).toString()));
    return addresses;
  }

  private static ObjectNode subject(JsonNode whole, Set<String> chosen) {
    ObjectNode subject = ((ObjectNode) whole).objectNode();
    TAKEN_OF_SUBJECT.forEach(member -> take(member, whole, subject));
    ArrayNode credentials = subject.putArray(CREDENTIALS);
    Set<String> achievements = new HashSet<>();
    for (JsonNode credential : whole.path(CREDENTIALS)) {
      if (chosen.contains(credential.path("id").asText())) {
        credentials.add(credential);
        achievements.add(credential.at("/credentialSubject/achievement/id").asText());
      }
    }
    if (credentials.size() != chosen.size()) {
      throw new IllegalStateException("the record does not hold what was chosen from it");
    }
    ArrayNode associations = subject.arrayNode();
    for (JsonNode association : whole.path("association")) {
      if (achievements.contains(association.path("sourceId").asText())
          && achievements.contains(association.path("targetId").asText())) {
        associations.add(association);
      }
    }
    if (!associations.isEmpty()) {
      subject.set("association", associations);
    }
    return subject;
  }

  private static void take(String member, JsonNode from, ObjectNode to) {
    if (from.has(member)) {
      to.set(member, from.get(member));
    }
  }

  private static ObjectNode parsed(String credential) {
    try {
      return (ObjectNode) Json.mapper().readTree(credential);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was signed is JSON", e);
    }
  }

  private static String text(ObjectNode credential) {
    try {
      return Json.mapper().writeValueAsString(credential);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can be written as JSON", e);
    }
  }
}
