package org.vellum.competency.framework.caseservice;

import jakarta.ws.rs.Path;
import org.vellum.competency.framework.casepackage.CaseVersion;
import org.vellum.platform.imsx.Case11Dialect;
import org.vellum.platform.imsx.Speaks;
import org.vellum.platform.usecase.Component;

/** The CASE service, version 1.1. */
@Component
@Path("/ims/case/v1p1")
@Speaks(Case11Dialect.class)
public class Case11Resource extends CaseResource {

  public Case11Resource() {
    super(CaseVersion.V1_1);
  }
}
