package org.vellum.credentials.openbadges;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Fields;
import org.vellum.credentials.json.WireForm;

/**
 * A picture (Open Badges 3.0, Image).
 *
 * @param id the address of the picture, or a data: URI
 * @param caption what it shows, for who cannot see it
 */
public record Image(String id, @Nullable String caption) implements WireForm {
  /** Checks that the id is absolute. */
  public Image {
    Vocabulary.requireAbsolute("Image.id", id);
  }

  @Override
  public ObjectNode toJson() {
    // Image.type is the one scalar type beside IdentifierEntry and IdentityObject.
    return Fields.empty().put("id", id).put("type", "Image").put("caption", caption).node();
  }
}
