package org.vellum.competency.framework.caseservice;

import org.vellum.platform.configuration.Key;

/**
 * What an operator can set of the CASE service.
 *
 * @param certificationMode whether no extensions are sent
 * @param packageFiles most bytes of packages that are kept as files
 */
public record CaseServiceConfiguration(
    @Key(
            name = "vellum.case.certification-mode",
            meaning =
                "Whether the CASE service sends no extensions, as 1EdTech's certification of a"
                    + " provider wants it. What is stored is not changed.",
            defaultValue = "false")
        boolean certificationMode,
    @Key(
            name = "vellum.case.package-files",
            meaning =
                "Most bytes of CASE packages that are kept as files in the system's folder for"
                    + " temporary files, so that they need not be put together for each request.",
            defaultValue = "536870912")
        long packageFiles) {

  public CaseServiceConfiguration {
    if (packageFiles < 0) {
      throw new IllegalArgumentException("vellum.case.package-files: at least 0");
    }
  }
}
