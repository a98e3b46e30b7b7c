package org.vellum.competency.framework.caseservice.pages;

import jakarta.ws.rs.Path;
import org.vellum.platform.usecase.Component;

/** The pages at the addresses of version 1.0. */
@Component
@Path("/ims/case/v1p0")
public class Case10PagesResource extends CasePagesResource {}
