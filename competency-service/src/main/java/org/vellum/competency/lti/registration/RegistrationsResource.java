package org.vellum.competency.lti.registration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.lti.RegisterTool;
import org.vellum.platform.json.Json;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.usecase.Component;

/** Where tools that were invited register themselves (LTI Dynamic Registration 1.0). */
@Component
@Path("/lti")
public class RegistrationsResource {
  private static final int LARGEST = 262_144;
  private static final String BEARER = "bearer ";

  @Inject private RegistrationDocument documents;
  @Inject private AcceptTool acceptTool;

  /** What a tool has to know of this platform (section 3.4). */
  @GET
  @Path("openid-configuration")
  @Produces(MediaType.APPLICATION_JSON)
  @PermitAll
  public ObjectNode configuration() {
    return documents.ofPlatform();
  }

  /** Registers a tool that brings the token of its invitation (section 3.5). */
  @POST
  @Path("registrations")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @PermitAll
  public Response register(
      @HeaderParam("Authorization") @Nullable String authorization, InputStream body) {
    String token =
        authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)
            ? authorization.substring(BEARER.length()).strip()
            : "";
    if (token.isEmpty()) {
      return refused(401, "invalid_token", "The registration token is missing.");
    }
    JsonNode sent;
    try {
      sent = Json.mapper().readTree(body.readNBytes(LARGEST));
    } catch (IOException e) {
      return refused(400, "invalid_client_metadata", "The body is no JSON that could be read.");
    }
    return acceptTool
        .accept(token, documents.read(sent))
        .map(result -> answer(result, sent))
        .orElseGet(() ->
            refused(401, "invalid_token", "The invitation is unknown, was used or has expired."));
  }

  private Response answer(RegisterTool.Result result, JsonNode sent) {
    return switch (result) {
      case RegisterTool.Result.Registered made ->
          Response.status(201).entity(documents.registered(made, sent)).build();
      case RegisterTool.Result.Refused refused ->
          refused(
              400,
              "invalid_client_metadata",
              refused.findings().stream()
                  .map(RegistrationsResource::sentence)
                  .collect(Collectors.joining(" ")));
    };
  }

  private static String sentence(Finding finding) {
    return finding.place().substring(1) + ": " + finding.message();
  }

  /** As RFC 7591, section 3.2.2, has it. */
  private static Response refused(int status, String error, String why) {
    Response.ResponseBuilder answer =
        Response.status(status)
            .type(MediaType.APPLICATION_JSON_TYPE)
            .entity(
                Json.mapper().createObjectNode().put("error", error).put("error_description", why));
    return (status == 401 ? answer.header("WWW-Authenticate", "Bearer") : answer).build();
  }
}
