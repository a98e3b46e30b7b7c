package org.vellum.transcript.home;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.vellum.platform.pages.Page;
import org.vellum.platform.usecase.Component;

/** Describes the types of problems that our answers name (RFC 9457, section 3.1.1). */
@Component
@Path("/problems")
public class ProblemsResource {
  private static final String TEMPLATE = "org/vellum/transcript/home/problems";

  @GET
  @Produces(MediaType.TEXT_HTML)
  @PermitAll
  public Page list() {
    return page("");
  }

  @GET
  @Path("{name:[a-z0-9-]{1,80}}")
  @Produces(MediaType.TEXT_HTML)
  @PermitAll
  public Page type(@PathParam("name") String name) {
    return page(name);
  }

  private static Page page(String name) {
    return Page.of(
        TEMPLATE,
        Map.of(
            "name", name,
            "known", ProblemType.find(name).isPresent(),
            "types", ProblemType.list()));
  }
}
