package org.vellum.credentials.clr1;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Fields;
import org.vellum.credentials.json.WireForm;
import org.vellum.credentials.record.Institution;

/**
 * What somebody says of a record, an assertion, an achievement or a Profile (CLR 1.0,
 * EndorsementDType). It is signed by {@link SignedClr#sign}, or hosted at its id.
 *
 * @param id its id; where it is hosted, if it is
 * @param issuer who says it
 * @param endorsed the id of what it is said of
 * @param comment what is said, in Markdown
 * @param issuedOn when
 */
public record Clr1Endorsement(
    String id, Institution issuer, String endorsed, @Nullable String comment, Instant issuedOn)
    implements WireForm {

  /** The endorsement as hosted: as one that stands alone, it brings its context. */
  public ObjectNode document() {
    ObjectNode document = Fields.empty().put("@context", Clr1Writer.CONTEXT).node();
    return document.setAll(toJson());
  }

  @Override
  public ObjectNode toJson() {
    return Fields.empty()
        .put("id", id)
        .put("type", "Endorsement")
        .put(
            "claim",
            Fields.empty()
                .put("id", endorsed)
                .put("type", "EndorsementClaim")
                .put("endorsementComment", comment)
                .node())
        .put("issuedOn", issuedOn)
        .put("issuer", Clr1Writer.profile(issuer))
        .put("verification", Fields.empty().put("type", "Hosted").node())
        .node();
  }
}
