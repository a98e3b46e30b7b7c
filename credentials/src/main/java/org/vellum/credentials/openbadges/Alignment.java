package org.vellum.credentials.openbadges;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Fields;
import org.vellum.credentials.json.WireForm;

/**
 * Where an achievement stands in somebody's framework (Open Badges 3.0, Alignment).
 *
 * @param targetName the name of the target: for a CASE item its human coding scheme or statement
 * @param targetUrl the address of the target: for a CASE item its {@code uri}
 * @param targetType one of the standard's target types, such as {@code CFItem}
 * @param targetCode a code that the framework gives the target: for a CASE item its identifier
 * @param targetDescription the statement of the target
 * @param targetFramework the name of the framework
 */
public record Alignment(
    String targetName,
    String targetUrl,
    @Nullable String targetType,
    @Nullable String targetCode,
    @Nullable String targetDescription,
    @Nullable String targetFramework)
    implements WireForm {

  /** Checks the name, the address and the type. */
  public Alignment {
    Vocabulary.requireText("Alignment.targetName", targetName);
    Vocabulary.requireAbsolute("Alignment.targetUrl", targetUrl);
    if (targetType != null) {
      Vocabulary.require("Alignment.targetType", targetType, Vocabulary.TARGET_TYPES);
    }
  }

  /** An alignment to an item of a CASE framework, by the item's {@code uri}. */
  public static Alignment toCaseItem(
      String statement, String uri, @Nullable String code, @Nullable String framework) {
    return new Alignment(statement, uri, "CFItem", code, null, framework);
  }

  @Override
  public ObjectNode toJson() {
    return Fields.typed("Alignment")
        .put("targetCode", targetCode)
        .put("targetDescription", targetDescription)
        .put("targetName", targetName)
        .put("targetFramework", targetFramework)
        .put("targetType", targetType)
        .put("targetUrl", targetUrl)
        .node();
  }
}
