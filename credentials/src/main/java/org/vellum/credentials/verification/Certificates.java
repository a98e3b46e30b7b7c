package org.vellum.credentials.verification;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vellum.credentials.json.Pointer;

/**
 * Whose a key is by its certificate (RFC 5280, section 6): a path to an authority that the caller
 * trusts, and the issuer's id, or the host of it, among the subject's alternative names.
 */
final class Certificates {
  private final Authorities authorities;
  private final Instant at;

  Certificates(Authorities authorities, Instant at) {
    this.authorities = authorities;
    this.at = at;
  }

  /** The key of the first certificate, bound to the credential's issuer if all is well. */
  SigningKey key(
      List<X509Certificate> path, Credential credential, Pointer place, Findings issuer) {
    X509Certificate own = path.getFirst();
    String method = "x5c:" + own.getSubjectX500Principal().getName();
    if (authorities.isEmpty()) {
      issuer.unknown(
          "no-authorities", place, "it names its issuer by certificate; none is trusted");
    } else if (!authorities.vouchFor(path, at)) {
      issuer.unknown(
          "untrusted-certificate",
          place,
          "its certificate does not lead to an authority that is trusted, or is out of its time");
    } else {
      Optional<String> named = credential.speaker().filter(id -> Authorities.names(own, id));
      if (named.isPresent()) {
        return new SigningKey(
            method, own.getPublicKey(), named.get(), Signature.Binding.CERTIFICATE);
      }
      issuer.invalid(
          "not-the-issuers-certificate", place, "its certificate is of another than the issuer");
    }
    return SigningKey.unbound(method, own.getPublicKey());
  }
}
