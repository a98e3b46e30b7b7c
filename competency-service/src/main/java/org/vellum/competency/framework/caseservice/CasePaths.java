package org.vellum.competency.framework.caseservice;

import java.util.UUID;
import org.vellum.competency.framework.casepackage.CaseIdentifier;
import org.vellum.platform.imsx.Fault;
import org.vellum.platform.imsx.ImsxException;

/** Reads what stands in the service's paths. */
final class CasePaths {
  private CasePaths() {}

  /**
   * The identifier in a path.
   *
   * @throws ImsxException 404 "Invalid UUID" if it is none
   */
  static UUID identifier(String text) {
    return CaseIdentifier.parse(text)
        .orElseThrow(() -> new ImsxException(Fault.INVALID_IDENTIFIER, "Invalid UUID"));
  }

  /** 404: the description that the standard wants (CASE 1.1, OpenAPI). */
  static ImsxException unknown() {
    return new ImsxException(Fault.UNKNOWN_OBJECT, "Unknown Object");
  }
}
