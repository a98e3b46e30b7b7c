package org.vellum.credentials.jose;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A credential in a signed token, taken apart. Safe for use by many threads as long as nobody
 * changes the trees.
 */
public final class JwtCredential implements SignedToken {
  private final CompactJws jws;
  private final ObjectNode header;
  private final ObjectNode credential;
  private final JwtProfile profile;
  private final KeyBinding binding;
  private final Optional<Instant> signatureExpires;
  private final List<JwtFinding> findings;

  JwtCredential(
      CompactJws jws,
      ObjectNode header,
      Claims.Contents contents,
      JwtProfile profile,
      KeyBinding binding,
      List<JwtFinding> findings) {
    this.jws = jws;
    this.header = header;
    this.credential = contents.credential();
    this.signatureExpires = contents.signatureExpires();
    this.profile = profile;
    this.binding = binding;
    this.findings = List.copyOf(findings);
  }

  /**
   * Reads a compact JWS of at most 16 MiB. White space around it, as files and mail programs add
   * it, is ignored. Never throws, whatever the text is, and fetches nothing.
   */
  public static JwtRead read(String compact) {
    return JwtReader.read(compact.strip());
  }

  /** The credential: the payload without the claims of the token, or the claim {@code vc}. */
  public ObjectNode credential() {
    return credential;
  }

  @Override
  public ObjectNode header() {
    return header;
  }

  /** By which standard the token was made. */
  public JwtProfile profile() {
    return profile;
  }

  @Override
  public KeyBinding binding() {
    return binding;
  }

  @Override
  public List<X509Certificate> certificates() {
    return X5c.read(header.path("x5c"));
  }

  /**
   * When the signature itself ends, apart from the credential ({@code exp} in VC-JOSE-COSE, section
   * 3.1.3). In the other profiles {@code exp} is the credential's own end.
   */
  @Override
  public Optional<Instant> signatureExpires() {
    return signatureExpires;
  }

  @Override
  public List<JwtFinding> findings() {
    return findings;
  }

  @Override
  public byte[] signingInput() {
    return jws.signingInput().clone();
  }

  @Override
  public boolean verify(PublicKey key) {
    return jws.isSignedBy(key, header.path("alg").asText(""));
  }
}
