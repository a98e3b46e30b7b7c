package org.vellum.credentials.clr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Fields;
import org.vellum.credentials.json.WireForm;
import org.vellum.credentials.openbadges.Achievement;
import org.vellum.credentials.openbadges.IdentityObject;

/**
 * Whose record it is and what is in it (CLR 2.0, ClrSubject). It has an id or at least one
 * identifier, and at least one credential.
 *
 * @param id the learner's DID or URI
 * @param identifier who the learner is
 * @param achievement achievements that associations speak of beyond those in the credentials
 * @param verifiableCredential the signed credentials of the record
 * @param association how the achievements relate
 */
public record ClrSubject(
    @Nullable String id,
    List<IdentityObject> identifier,
    List<Achievement> achievement,
    List<ObjectNode> verifiableCredential,
    List<Association> association)
    implements WireForm {

  /** Checks what the standard requires. */
  public ClrSubject {
    if (id == null && identifier.isEmpty()) {
      throw new IllegalArgumentException("ClrSubject has neither id nor identifier");
    }
    if (id != null) {
      requireAbsolute("ClrSubject.id", id);
    }
    if (verifiableCredential.isEmpty()) {
      throw new IllegalArgumentException("ClrSubject has no credential");
    }
    identifier = List.copyOf(identifier);
    achievement = List.copyOf(achievement);
    verifiableCredential = List.copyOf(verifiableCredential);
    association = List.copyOf(association);
  }

  static void requireAbsolute(String what, String iri) {
    if (!URI.create(iri).isAbsolute()) {
      throw new IllegalArgumentException(what + " is not an absolute URI: " + iri);
    }
  }

  @Override
  public ObjectNode toJson() {
    return Fields.empty()
        .put("id", id)
        .strings("type", List.of("ClrSubject"))
        .list("identifier", identifier)
        .list("achievement", achievement)
        .nodes("verifiableCredential", verifiableCredential)
        .list("association", association)
        .node();
  }
}
