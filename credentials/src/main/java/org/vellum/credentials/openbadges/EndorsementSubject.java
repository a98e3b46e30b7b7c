package org.vellum.credentials.openbadges;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Fields;
import org.vellum.credentials.json.WireForm;

/**
 * What is endorsed (Open Badges 3.0, EndorsementSubject).
 *
 * @param id the id of what is endorsed: an achievement, a credential or a profile
 * @param endorsementComment what the endorser says
 */
public record EndorsementSubject(String id, @Nullable String endorsementComment)
    implements WireForm {
  /** Checks that the id is absolute. */
  public EndorsementSubject {
    Vocabulary.requireAbsolute("EndorsementSubject.id", id);
  }

  @Override
  public ObjectNode toJson() {
    return Fields.empty()
        .put("id", id)
        .strings("type", List.of("EndorsementSubject"))
        .put("endorsementComment", endorsementComment)
        .node();
  }
}
