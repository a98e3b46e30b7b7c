package org.vellum.credentials.clr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vellum.credentials.json.Fields;
import org.vellum.credentials.json.WireForm;

/**
 * How one achievement of a record relates to another (CLR 2.0, Association).
 *
 * @param associationType the relation
 * @param sourceId the id of the achievement that has the relation
 * @param targetId the id of the achievement that it has it to
 */
public record Association(Type associationType, String sourceId, String targetId)
    implements WireForm {

  /** The relations of CLR 2.0, spelt as on the wire. */
  public enum Type {
    /** The source is the same as the target. */
    exactMatchOf,
    /** The source is a child of the target. */
    isChildOf,
    /** The source is the parent of the target. */
    isParentOf,
    /** The source is a part of the target. */
    isPartOf,
    /** Source and target stand side by side. */
    isPeerOf,
    /** Source and target have to do with each other. */
    isRelatedTo,
    /** The source comes before the target. */
    precedes,
    /** The source was replaced by the target. */
    replacedBy
  }

  @Override
  public ObjectNode toJson() {
    // The standard makes this type a scalar.
    return Fields.empty()
        .put("type", "Association")
        .put("associationType", associationType.name())
        .put("sourceId", sourceId)
        .put("targetId", targetId)
        .node();
  }
}
