package org.vellum.transcript.issuer;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.vellum.platform.usecase.Component;

/** The issuer's DID document (did:web method specification, section 2.5.2). */
@Component
@Path("/.well-known/did.json")
public class DidDocumentsResource {
  @Inject private IssuerDocument issuerDocument;

  /** The document, which may be kept for five minutes. */
  @GET
  @Produces({MediaType.APPLICATION_JSON, "application/did+json", "application/did+ld+json"})
  @PermitAll
  public Response document() {
    return Response.ok(issuerDocument.json())
        .header("Cache-Control", "public, max-age=300")
        .header("Access-Control-Allow-Origin", "*")
        .build();
  }
}
