package org.vellum.platform.imsx;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The shape that all dialects share; what differs is given by each. */
final class StatusInfo {
  private StatusInfo() {}

  /**
   * A failure.
   *
   * @param minorBlock the member's name of the minor codes, spelt as the standard spells it
   * @param codeMinor the standard's own word for what happened
   */
  static ObjectNode failure(String minorBlock, String codeMinor, String description) {
    ObjectNode info = JsonNodeFactory.instance.objectNode();
    info.put("imsx_codeMajor", "failure");
    info.put("imsx_severity", "error");
    info.put("imsx_description", description);
    info.putObject(minorBlock)
        .putArray("imsx_codeMinorField")
        .addObject()
        .put("imsx_codeMinorFieldName", "TargetEndSystem")
        .put("imsx_codeMinorFieldValue", codeMinor);
    return info;
  }
}
