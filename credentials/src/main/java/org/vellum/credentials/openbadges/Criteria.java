package org.vellum.credentials.openbadges;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Fields;
import org.vellum.credentials.json.WireForm;

/**
 * What a learner had to do (Open Badges 3.0, Criteria). At least one of the two is present.
 *
 * @param id the address of a page that says so
 * @param narrative the same in words, Markdown allowed
 */
public record Criteria(@Nullable String id, @Nullable String narrative) implements WireForm {
  /** Checks that something is said. */
  public Criteria {
    if (id == null && narrative == null) {
      throw new IllegalArgumentException("Criteria says nothing");
    }
    if (id != null) {
      Vocabulary.requireAbsolute("Criteria.id", id);
    }
  }

  /** Criteria in words only. */
  public static Criteria of(String narrative) {
    return new Criteria(null, narrative);
  }

  @Override
  public ObjectNode toJson() {
    return Fields.empty().put("id", id).put("narrative", narrative).node();
  }
}
