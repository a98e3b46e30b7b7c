package org.vellum.credentials.openbadges;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Fields;
import org.vellum.credentials.json.WireForm;

/**
 * The terms under which a credential was issued (VC Data Model 2.0, termsOfUse). No context of Open
 * Badges defines a type of terms, so the type is written as the IRI that it stands for.
 *
 * @param id the address of the terms
 * @param type what kind of terms, an absolute IRI
 */
public record TermsOfUse(@Nullable String id, String type) implements WireForm {
  /** Checks that both are absolute. */
  public TermsOfUse {
    Vocabulary.requireAbsolute("TermsOfUse.type", type);
    if (id != null) {
      Vocabulary.requireAbsolute("TermsOfUse.id", id);
    }
  }

  @Override
  public ObjectNode toJson() {
    return Fields.empty().put("id", id).put("type", type).node();
  }
}
