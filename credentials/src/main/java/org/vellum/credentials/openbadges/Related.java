package org.vellum.credentials.openbadges;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Fields;
import org.vellum.credentials.json.WireForm;

/**
 * An achievement that has to do with another, such as its translation (Open Badges 3.0, Related).
 *
 * @param id the id of the other achievement
 * @param inLanguage the language of the other (BCP 47)
 * @param version the version of the other
 */
public record Related(String id, @Nullable String inLanguage, @Nullable String version)
    implements WireForm {
  /** Checks that the id is absolute. */
  public Related {
    Vocabulary.requireAbsolute("Related.id", id);
  }

  @Override
  public ObjectNode toJson() {
    return Fields.empty()
        .put("id", id)
        .strings("type", List.of("Related"))
        .put("inLanguage", inLanguage)
        .put("version", version)
        .node();
  }
}
