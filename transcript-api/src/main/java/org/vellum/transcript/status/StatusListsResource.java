package org.vellum.transcript.status;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.usecase.Component;

/** The published status lists (Bitstring Status List 1.0, section 2.2). */
@Component
@Path("/status/{list}")
public class StatusListsResource {
  @Inject private SignStatusList signStatusList;

  @GET
  @Produces({"application/vc", "application/vc+ld+json", MediaType.APPLICATION_JSON})
  @PermitAll
  public Response list(@PathParam("list") UUID list, @Context Request request) {
    String document =
        signStatusList
            .sign(list)
            .orElseThrow(
                () -> Problem.of(404, "Unknown status list", "There is no such list.").exception());
    EntityTag tag = new EntityTag(digest(document));
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    Response.ResponseBuilder answer =
        unchanged == null ? Response.ok(document.getBytes(StandardCharsets.UTF_8)) : unchanged;
    return answer
        .tag(tag)
        .header("Cache-Control", "public, max-age=" + SignStatusList.TIME_TO_LIVE.toSeconds())
        .header("Access-Control-Allow-Origin", "*")
        .build();
  }

  private static String digest(String document) {
    try {
      byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
