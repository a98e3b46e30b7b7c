package org.vellum.credentials.verification;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vellum.credentials.json.Pointer;
import org.vellum.credentials.key.DidWeb;

/**
 * Whose a key is by its certificate (RFC 5280, section 6): a path to an authority that the caller
 * trusts, and the issuer's id, or the host of it, among the subject's alternative names. Whether an
 * authority took a certificate back is not asked, since nothing is fetched for it.
 */
final class Certificates {
  private static final int DNS_NAME = 2;
  private static final int URI_NAME = 6;

  private final Set<X509Certificate> authorities;
  private final Instant at;

  Certificates(Set<X509Certificate> authorities, Instant at) {
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
    } else if (!leadsToAuthority(path)) {
      issuer.unknown(
          "untrusted-certificate",
          place,
          "its certificate does not lead to an authority that is trusted, or is out of its time");
    } else {
      Optional<String> named = credential.issuer().filter(id -> names(own, id));
      if (named.isPresent()) {
        return new SigningKey(
            method, own.getPublicKey(), named.get(), Signature.Binding.CERTIFICATE);
      }
      issuer.invalid(
          "not-the-issuers-certificate", place, "its certificate is of another than the issuer");
    }
    return SigningKey.unbound(method, own.getPublicKey());
  }

  private boolean leadsToAuthority(List<X509Certificate> path) {
    try {
      List<X509Certificate> withoutAnchor =
          path.stream().filter(each -> !authorities.contains(each)).toList();
      PKIXParameters parameters =
          new PKIXParameters(
              authorities.stream()
                  .map(each -> new TrustAnchor(each, null))
                  .collect(Collectors.toSet()));
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(at));
      CertPathValidator.getInstance("PKIX")
          .validate(
              CertificateFactory.getInstance("X.509").generateCertPath(withoutAnchor), parameters);
      boolean[] usage = path.getFirst().getKeyUsage();
      boolean signs = usage == null || usage[0] || usage[1];
      return signs && path.getFirst().getBasicConstraints() < 0;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** Names are compared whole: a wildcard certifies servers, not an issuer. */
  private static boolean names(X509Certificate certificate, String issuer) {
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      if (names == null) {
        return false;
      }
      Optional<String> host = host(issuer);
      return names.stream()
          .anyMatch(name -> {
            String value = String.valueOf(name.get(1));
            return switch ((Integer) name.get(0)) {
              case URI_NAME -> value.equals(issuer);
              case DNS_NAME -> host.filter(value.toLowerCase(Locale.ROOT)::equals).isPresent();
              default -> false;
            };
          });
    } catch (CertificateParsingException e) {
      return false;
    }
  }

  /** The host that speaks for a whole address; an issuer below a path is not all of its host. */
  private static Optional<String> host(String issuer) {
    try {
      URI url = DidWeb.isDidWeb(issuer) ? DidWeb.documentUrl(issuer) : URI.create(issuer);
      boolean whole =
          DidWeb.isDidWeb(issuer)
              ? url.getPath().equals("/.well-known/did.json")
              : "https".equals(url.getScheme()) && url.getPath().matches("/?");
      return whole && url.getHost() != null
          ? Optional.of(url.getHost().toLowerCase(Locale.ROOT))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
