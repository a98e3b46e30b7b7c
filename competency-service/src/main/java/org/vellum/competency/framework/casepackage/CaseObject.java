package org.vellum.competency.framework.casepackage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;

/**
 * An object of a package.
 *
 * @param type its class
 * @param identifier its identifier
 * @param positions where it stands in its collection, from 0; more than once if it is repeated
 * @param variant whether an earlier object with the same identifier says something else and is the
 *     one to serve
 * @param received JSON text of the object as it was received
 * @param fingerprint equal for what says the same under this identifier, variants included
 * @param strict the object as CASE 1.1 wants it inside a package
 */
public record CaseObject(
    CaseClass type,
    UUID identifier,
    List<Integer> positions,
    boolean variant,
    String received,
    String fingerprint,
    ObjectNode strict) {

  public CaseObject {
    positions = List.copyOf(positions);
  }
}
