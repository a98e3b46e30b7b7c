package org.vellum.credentials.openbadges;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Fields;
import org.vellum.credentials.json.WireForm;

/**
 * One level of a rubric (Open Badges 3.0, RubricCriterionLevel).
 *
 * @param id what {@link Result#achievedLevel} points to
 * @param name the level's name
 * @param description what the level asks
 * @param level its rank, in words or figures
 * @param points what it is worth
 * @param alignment where the level stands in a framework
 */
public record RubricCriterionLevel(
    String id,
    String name,
    @Nullable String description,
    @Nullable String level,
    @Nullable String points,
    List<Alignment> alignment)
    implements WireForm {

  /** Checks the id and the name. */
  public RubricCriterionLevel {
    Vocabulary.requireAbsolute("RubricCriterionLevel.id", id);
    Vocabulary.requireText("RubricCriterionLevel.name", name);
    alignment = List.copyOf(alignment);
  }

  /** A level that is only a name and a rank. */
  public static RubricCriterionLevel of(String id, String name, @Nullable String level) {
    return new RubricCriterionLevel(id, name, null, level, null, List.of());
  }

  @Override
  public ObjectNode toJson() {
    return Fields.empty()
        .put("id", id)
        .strings("type", List.of("RubricCriterionLevel"))
        .list("alignment", alignment)
        .put("description", description)
        .put("level", level)
        .put("name", name)
        .put("points", points)
        .node();
  }
}
