package org.vellum.competency.framework.caseservice;

import jakarta.ws.rs.Path;
import org.vellum.competency.framework.casepackage.CaseVersion;
import org.vellum.platform.imsx.Case10Dialect;
import org.vellum.platform.imsx.Speaks;
import org.vellum.platform.usecase.Component;

/** The CASE service, version 1.0. */
@Component
@Path("/ims/case/v1p0")
@Speaks(Case10Dialect.class)
public class Case10Resource extends CaseResource {

  public Case10Resource() {
    super(CaseVersion.V1_0);
  }
}
