package org.vellum.credentials.clr1;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.vellum.credentials.json.Fields;
import org.vellum.credentials.json.WireForm;

/**
 * The signed records, assertions and endorsements that an issuer took back (CLR 1.0,
 * RevocationListDType). Unlike a list of Open Badges 2.0 it tells no reasons.
 *
 * @param id where it is hosted
 * @param issuer the id of the issuer's Profile
 * @param revokedAssertions the ids of what was taken back
 */
public record Clr1RevocationList(String id, String issuer, List<String> revokedAssertions)
    implements WireForm {
  /** Copies the list. */
  public Clr1RevocationList {
    revokedAssertions = List.copyOf(revokedAssertions);
  }

  @Override
  public ObjectNode toJson() {
    return Fields.empty()
        .put("@context", Clr1Writer.CONTEXT)
        .put("id", id)
        .put("type", "RevocationList")
        .put("issuer", issuer)
        .strings("revokedAssertions", revokedAssertions)
        .node();
  }
}
