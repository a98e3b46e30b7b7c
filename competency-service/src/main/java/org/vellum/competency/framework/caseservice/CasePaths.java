package org.vellum.competency.framework.caseservice;

import java.util.UUID;
import org.vellum.competency.framework.casepackage.CaseIdentifier;
import org.vellum.competency.framework.casepackage.CaseVersion;
import org.vellum.platform.imsx.Fault;
import org.vellum.platform.imsx.ImsxException;

/** Reads what stands in the service's paths. */
final class CasePaths {
  private static final String ROOT = "/competency/ims/case/";

  private CasePaths() {}

  /** Path of the service in a version (CASE 1.1, REST binding, section 2.2). */
  static String service(CaseVersion version) {
    return ROOT + version.path();
  }

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
