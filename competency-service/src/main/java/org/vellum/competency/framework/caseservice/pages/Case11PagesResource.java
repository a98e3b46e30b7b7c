package org.vellum.competency.framework.caseservice.pages;

import jakarta.ws.rs.Path;
import org.vellum.platform.usecase.Component;

/** The pages at the addresses of version 1.1. */
@Component
@Path("/ims/case/v1p1")
public class Case11PagesResource extends CasePagesResource {}
