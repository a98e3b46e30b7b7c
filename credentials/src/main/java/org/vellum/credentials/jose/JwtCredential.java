package org.vellum.credentials.jose;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vellum.credentials.key.SignatureAlgorithm;

/**
 * A credential in a signed token, taken apart. Safe for use by many threads as long as nobody
 * changes the trees.
 */
public final class JwtCredential {
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

  /** The JOSE header. */
  public ObjectNode header() {
    return header;
  }

  /** By which standard the token was made. */
  public JwtProfile profile() {
    return profile;
  }

  /** What the header says of the key; not yet whose it is. */
  public KeyBinding binding() {
    return binding;
  }

  /**
   * The certificates in {@code x5c}, the signing key's first (RFC 7515, section 4.1.6); none if the
   * header has none or they cannot be read. They prove nothing until their path is checked.
   */
  public List<X509Certificate> certificates() {
    return X5c.read(header.path("x5c"));
  }

  /**
   * When the signature itself ends, apart from the credential ({@code exp} in VC-JOSE-COSE, section
   * 3.1.3). In the other profiles {@code exp} is the credential's own end.
   */
  public Optional<Instant> signatureExpires() {
    return signatureExpires;
  }

  /** Everything that was found in reading, in the order of reading. */
  public List<JwtFinding> findings() {
    return findings;
  }

  /** Whether something found in reading forbids to believe the token, whoever signed it. */
  public boolean isRefused() {
    return findings.stream().anyMatch(f -> f.weight() == JwtFinding.Weight.INVALID);
  }

  /**
   * Whether the private half of this key signed the token. The algorithm is the key's own: a header
   * that names another is never obeyed, so neither {@code none} nor an HMAC over a public key
   * passes. ECDSA is expected in fixed width; in DER it does not pass (RFC 7518, section 3.4).
   */
  public boolean verify(PublicKey key) {
    String named = header.path("alg").asText("");
    return SignatureAlgorithm.of(key)
        .filter(algorithm -> Algorithms.named(named).filter(algorithm::equals).isPresent())
        .filter(algorithm -> algorithm.verify(key, jws.signingInput(), jws.signature()))
        .isPresent();
  }
}
