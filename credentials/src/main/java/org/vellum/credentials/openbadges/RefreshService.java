package org.vellum.credentials.openbadges;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vellum.credentials.json.Fields;
import org.vellum.credentials.json.WireForm;

/**
 * Where a newer form of a credential can be had, in the type that 1EdTech defines for it.
 *
 * @param id the address
 */
public record RefreshService(String id) implements WireForm {
  /** Checks that the id is absolute. */
  public RefreshService {
    Vocabulary.requireAbsolute("RefreshService.id", id);
  }

  @Override
  public ObjectNode toJson() {
    return Fields.empty().put("id", id).put("type", "1EdTechCredentialRefresh").node();
  }
}
