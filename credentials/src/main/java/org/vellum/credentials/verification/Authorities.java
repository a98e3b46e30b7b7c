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
import org.vellum.credentials.key.DidWeb;

/**
 * The authorities whose word the caller takes for a certificate (RFC 5280, section 6). Whether one
 * took a certificate back is not asked, since nothing is fetched for it.
 *
 * @param certificates their certificates; with none, nobody is vouched for
 */
public record Authorities(Set<X509Certificate> certificates) {
  private static final int DNS_NAME = 2;
  private static final int URI_NAME = 6;

  /** Copies the set. */
  public Authorities {
    certificates = Set.copyOf(certificates);
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return certificates.isEmpty();
  }

  /**
   * Whether the first certificate may sign by the word of an authority. None vouches for itself.
   *
   * @param path the signer's certificate first, then who certified whom
   * @param at the instant at which all of them are to hold
   */
  public boolean vouchFor(List<X509Certificate> path, Instant at) {
    return !isEmpty() && !path.isEmpty() && isForSigning(path) && leadsHere(path, at);
  }

  private static boolean isForSigning(List<X509Certificate> path) {
    boolean[] usage = path.getFirst().getKeyUsage();
    boolean signs = usage == null || usage[0] || usage[1];
    return signs && path.getFirst().getBasicConstraints() < 0;
  }

  private boolean leadsHere(List<X509Certificate> path, Instant at) {
    try {
      X509Certificate signer = path.getFirst();
      Set<X509Certificate> others =
          certificates.stream().filter(each -> !each.equals(signer)).collect(Collectors.toSet());
      // An authority that came along is not part of the path to itself.
      List<X509Certificate> below = path.stream().filter(each -> !others.contains(each)).toList();
      PKIXParameters parameters =
          new PKIXParameters(
              others.stream().map(each -> new TrustAnchor(each, null)).collect(Collectors.toSet()));
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(at));
      CertPathValidator.getInstance("PKIX")
          .validate(CertificateFactory.getInstance("X.509").generateCertPath(below), parameters);
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /**
   * Whether a certificate names an issuer: its id, or the host that speaks for it. Names are
   * compared whole: a wildcard certifies servers, not an issuer.
   */
  static boolean names(X509Certificate certificate, String issuer) {
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
