package org.vellum.credentials.openbadges;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vellum.credentials.json.Fields;
import org.vellum.credentials.json.WireForm;

/**
 * An identifier that somebody else gave (Open Badges 3.0, IdentifierEntry).
 *
 * @param identifier the identifier
 * @param identifierType its kind, one of the standard's or with {@code ext:}
 */
public record IdentifierEntry(String identifier, String identifierType) implements WireForm {
  /** Checks the kind. */
  public IdentifierEntry {
    Vocabulary.requireText("IdentifierEntry.identifier", identifier);
    Vocabulary.require(
        "IdentifierEntry.identifierType", identifierType, Vocabulary.IDENTIFIER_TYPES);
  }

  @Override
  public ObjectNode toJson() {
    // The standard makes this type a scalar, unlike most others.
    return Fields.empty()
        .put("type", "IdentifierEntry")
        .put("identifier", identifier)
        .put("identifierType", identifierType)
        .node();
  }
}
