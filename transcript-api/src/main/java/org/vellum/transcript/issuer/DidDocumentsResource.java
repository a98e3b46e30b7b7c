package org.vellum.transcript.issuer;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.stream.Stream;
import org.vellum.credentials.key.DidWeb;
import org.vellum.credentials.key.VerificationKey;
import org.vellum.platform.usecase.Component;

/** The issuer's DID document (did:web method specification, section 2.5.2). */
@Component
@Path("/.well-known/did.json")
public class DidDocumentsResource {
  @Inject private Issuer issuer;
  @Inject private SigningKeys keys;
  @Inject private Seal seal;

  /**
   * The document with every key that ever signed, so that what they signed can be verified, and the
   * one that seals transcripts.
   */
  @GET
  @Produces({MediaType.APPLICATION_JSON, "application/did+json", "application/did+ld+json"})
  @PermitAll
  public Response document() {
    String did = issuer.did();
    Stream<VerificationKey> signing = keys.list(did).stream().map(SigningKey::verificationKey);
    return Response.ok(
            DidWeb.document(did, Stream.concat(signing, seal.published().stream()).toList()))
        .header("Cache-Control", "public, max-age=300")
        .header("Access-Control-Allow-Origin", "*")
        .build();
  }
}
