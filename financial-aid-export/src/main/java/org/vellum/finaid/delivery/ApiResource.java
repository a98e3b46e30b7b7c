package org.vellum.finaid.delivery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.vellum.credentials.jose.Jwks;
import org.vellum.credentials.key.Multikey;
import org.vellum.finaid.run.PackageKeys;
import org.vellum.platform.json.Json;
import org.vellum.platform.usecase.Component;

/** What everybody may know of the interface: its description, and the keys that sign packages. */
@Component
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
public class ApiResource {
  @Inject private PackageKeys keys;

  /** The description of the interface (OpenAPI 3.1). */
  @GET
  @Path("openapi.json")
  @PermitAll
  public byte[] description() throws IOException {
    try (InputStream in = ApiResource.class.getResourceAsStream("openapi.json")) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  /** The public keys (RFC 7517); a signature's {@code kid} names one of them. */
  @GET
  @Path("jwks.json")
  @PermitAll
  public ObjectNode keys() {
    ObjectNode set = Json.mapper().createObjectNode();
    ArrayNode all = set.putArray("keys");
    for (PackageKeys.Published key : keys.list()) {
      all.add(
          Jwks.of(Multikey.decode(key.multikey()))
              .put("kid", key.verificationMethod())
              .put("use", "sig"));
    }
    return set;
  }
}
