package org.vellum.credentials.verification;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
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
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Pointer;
import org.vellum.credentials.key.DidWeb;
import org.vellum.credentials.record.Institution;
import org.vellum.credentials.xmldsig.Profile;
import org.vellum.credentials.xmldsig.XmlVerification;

/**
 * Whose the key of an XML signature is. The key came with the signature, which proves nothing: the
 * institution that the transcript names must list it in its own document, or an authority that the
 * caller trusts must have certified it for the institution.
 */
final class XmlIssuer {
  /** Kinds of names in a certificate (RFC 5280, section 4.2.1.6). */
  private static final int DNS = 2;

  private static final int URI_NAME = 6;

  private final Keys keys;
  private final TrustedIssuers trusted;
  private final Instant at;

  XmlIssuer(Keys keys, TrustedIssuers trusted, Instant at) {
    this.keys = keys;
    this.trusted = trusted;
    this.at = at;
  }

  List<Signature> check(
      Institution institution, XmlVerification verification, String place, Findings issuer) {
    if (!(verification instanceof XmlVerification.Valid valid)) {
      String why = "without a signature that holds nobody can tell who issued it";
      XmlVerifier.add(issuer, Severity.COULD_NOT_BE_CHECKED, "unsigned", place, why);
      return List.of();
    }
    SigningKey key = bound(institution, valid, place, issuer);
    if (trusted.isList() && issuer.verdict() == Verdict.VALID) {
      trusted
          .names()
          .apply(institution.id())
          .ifPresentOrElse(
              name -> note(issuer, "trusted-issuer", place, "on the list of issuers as " + name),
              () -> note(issuer, "unknown-issuer", place, "not on the list of known issuers"));
    }
    String suite = valid.profile() == Profile.XADES_B_B ? "XAdES-B-B" : "XMLDSig";
    Signature signature =
        key.signature(Pointer.ROOT, suite, "the whole document but the signature itself");
    return List.of(signature);
  }

  private SigningKey bound(
      Institution institution, XmlVerification.Valid valid, String place, Findings issuer) {
    String id = institution.id();
    PublicKey key = valid.key();
    String method = valid.signer().orElse("");
    Keys.Search search = keys.ofIssuer(id, key);
    if (search instanceof Keys.Search.Bound bound) {
      return new SigningKey(method, key, bound.controller(), bound.binding());
    }
    if (isCertified(valid.certificates(), institution)) {
      return new SigningKey(method, key, id, Signature.Binding.CERTIFICATE);
    }
    switch (search) {
      case Keys.Search.Disowned disowned ->
          XmlVerifier.add(issuer, Severity.ERROR, disowned.code(), place, disowned.why());
      case Keys.Search.Unknown unknown ->
          XmlVerifier.add(
              issuer, Severity.COULD_NOT_BE_CHECKED, unknown.code(), place, unknown.why());
      case Keys.Search.Bound bound -> throw new IllegalStateException("told above");
      case Keys.Search.Unclaimed unclaimed ->
          XmlVerifier.add(
              issuer,
              Severity.COULD_NOT_BE_CHECKED,
              "unclaimed-key",
              place,
              "nobody says whose the key is");
    }
    return SigningKey.unbound(method, key);
  }

  /** RFC 5280, section 6, without revocation, for which nothing is fetched. */
  private boolean isCertified(List<X509Certificate> chain, Institution institution) {
    if (chain.isEmpty() || trusted.authorities().isEmpty()) {
      return false;
    }
    try {
      Set<TrustAnchor> anchors =
          trusted.authorities().stream()
              .map(each -> new TrustAnchor(each, null))
              .collect(Collectors.toSet());
      PKIXParameters parameters = new PKIXParameters(anchors);
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(at));
      // An authority that came along is not part of the path to itself.
      List<X509Certificate> path =
          chain.stream().filter(each -> !trusted.authorities().contains(each)).toList();
      CertPathValidator.getInstance("PKIX")
          .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
      return !path.isEmpty() && names(chain.getFirst(), institution);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static boolean names(X509Certificate certificate, Institution institution)
      throws CertificateParsingException {
    Collection<List<?>> names = certificate.getSubjectAlternativeNames();
    if (names == null) {
      return false;
    }
    String host = host(institution.id());
    return names.stream()
        .anyMatch(each -> {
          Object value = each.get(1);
          boolean same = each.get(0).equals(URI_NAME) && institution.id().equals(value);
          return same || (each.get(0).equals(DNS) && host != null && host.equals(lower(value)));
        });
  }

  private static @Nullable String host(String id) {
    try {
      URI uri = DidWeb.isDidWeb(id) ? DidWeb.documentUrl(id) : URI.create(id);
      return "https".equals(uri.getScheme()) ? lower(uri.getHost()) : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static String lower(@Nullable Object text) {
    return String.valueOf(text).toLowerCase(Locale.ROOT);
  }

  private static void note(Findings to, String code, String place, String message) {
    XmlVerifier.add(to, Severity.REMARK, code, place, message);
  }
}
