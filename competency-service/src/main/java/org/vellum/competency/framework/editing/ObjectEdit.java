package org.vellum.competency.framework.editing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.UUID;
import org.vellum.competency.framework.casepackage.CaseClass;

/**
 * An object as it is to be from now on.
 *
 * @param type its class
 * @param identifier its identifier
 * @param expected fingerprint that it had when the change was thought of; empty if it was not there
 * @param after the object; empty if it is to be removed
 */
record ObjectEdit(CaseClass type, UUID identifier, String expected, Optional<ObjectNode> after) {

  static ObjectEdit add(CaseClass type, ObjectNode object) {
    UUID identifier = UUID.fromString(object.path("identifier").textValue());
    return new ObjectEdit(type, identifier, "", Optional.of(object));
  }

  static ObjectEdit change(CaseClass type, UUID identifier, String expected, ObjectNode after) {
    return new ObjectEdit(type, identifier, expected, Optional.of(after));
  }

  static ObjectEdit remove(CaseClass type, UUID identifier, String expected) {
    return new ObjectEdit(type, identifier, expected, Optional.empty());
  }
}
