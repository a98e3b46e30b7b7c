package org.vellum.credentials.openbadges;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Fields;
import org.vellum.credentials.json.WireForm;

/**
 * A line of evidence for an achievement (Open Badges 3.0, Evidence).
 *
 * @param id the address of the evidence, or a data: URI
 * @param name its title
 * @param description what it is
 * @param narrative how it came about
 * @param genre what kind it is, such as {@code Assessment}
 * @param audience whom it is for
 */
public record Evidence(
    @Nullable String id,
    @Nullable String name,
    @Nullable String description,
    @Nullable String narrative,
    @Nullable String genre,
    @Nullable String audience)
    implements WireForm {

  /** Checks that the id, if any, is absolute. */
  public Evidence {
    if (id != null) {
      Vocabulary.requireAbsolute("Evidence.id", id);
    }
  }

  /** Evidence that is told and not shown. */
  public static Evidence told(String name, @Nullable String narrative, @Nullable String genre) {
    return new Evidence(null, name, null, narrative, genre, null);
  }

  @Override
  public ObjectNode toJson() {
    return Fields.empty()
        .put("id", id)
        .strings("type", List.of("Evidence"))
        .put("name", name)
        .put("description", description)
        .put("narrative", narrative)
        .put("genre", genre)
        .put("audience", audience)
        .node();
  }
}
