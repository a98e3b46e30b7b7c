package org.vellum.platform.pages;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.usecase.Component;

/** What pages load beside themselves. */
@Component
@Path("/assets")
public class AssetsResource {

  /** One asset; browsers and caches may keep it for a year, since its address names its content. */
  @GET
  @Path("{file}")
  @PermitAll
  public Response get(@PathParam("file") String file) {
    Assets.Asset asset =
        Assets.find(file)
            .orElseThrow(() -> Problem.of(404, "Not found", "There is no such file.").exception());
    return Response.ok(asset.content(), asset.mediaType())
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
        .build();
  }
}
