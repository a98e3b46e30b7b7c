package org.vellum.credentials.openbadges;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vellum.credentials.json.Fields;
import org.vellum.credentials.json.WireForm;

/**
 * The JSON Schema that a credential claims to meet, in the type that 1EdTech defines for it.
 *
 * @param id the address of the schema
 */
public record CredentialSchema(String id) implements WireForm {
  /** Checks that the id is absolute. */
  public CredentialSchema {
    Vocabulary.requireAbsolute("CredentialSchema.id", id);
  }

  @Override
  public ObjectNode toJson() {
    return Fields.empty().put("id", id).put("type", "1EdTechJsonSchemaValidator2019").node();
  }
}
