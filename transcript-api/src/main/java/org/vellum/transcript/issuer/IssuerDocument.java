package org.vellum.transcript.issuer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.vellum.credentials.key.DidWeb;
import org.vellum.credentials.key.VerificationKey;
import org.vellum.platform.usecase.Component;

/**
 * The issuer's DID document, with every key that ever signed, so that what they signed can be
 * verified, and the one that seals transcripts.
 */
@Component
public class IssuerDocument {
  private final Issuer issuer;
  private final SigningKeys keys;
  private final Seal seal;

  @Inject
  public IssuerDocument(Issuer issuer, SigningKeys keys, Seal seal) {
    this.issuer = issuer;
    this.keys = keys;
    this.seal = seal;
  }

  /** The document as of now. */
  public ObjectNode json() {
    String did = issuer.did();
    Stream<VerificationKey> signing = keys.list(did).stream().map(SigningKey::verificationKey);
    return DidWeb.document(did, Stream.concat(signing, seal.published().stream()).toList());
  }
}
