package org.vellum.credentials.verification;

import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vellum.credentials.json.Pointer;
import org.vellum.credentials.record.Institution;
import org.vellum.credentials.xmldsig.Profile;
import org.vellum.credentials.xmldsig.XmlVerification;

/**
 * Whose the key of an XML signature is. The key came with the signature, which proves nothing: the
 * institution that the transcript names must list it in its own document, or an authority that the
 * caller trusts must have certified it for the institution.
 */
final class XmlIssuer {
  private final Keys keys;
  private final TrustedIssuers trusted;
  private final Authorities authorities;
  private final Instant at;

  XmlIssuer(Keys keys, TrustedIssuers trusted, Instant at) {
    this.keys = keys;
    this.trusted = trusted;
    this.authorities = new Authorities(trusted.authorities());
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
        key.signature(Pointer.ROOT, suite, "the whole document but the signature itself", "");
    return List.of(signature);
  }

  private SigningKey bound(
      Institution institution, XmlVerification.Valid valid, String place, Findings issuer) {
    String id = institution.id();
    PublicKey key = valid.key();
    String method = valid.signer().orElse("");
    Keys.Search search = keys.ofIssuer(id, key);
    if (search instanceof Keys.Search.Bound bound) {
      bound.term().judge(Optional.ofNullable(valid.signingTime()), at, place, issuer);
      return new SigningKey(method, key, bound.controller(), bound.binding());
    }
    if (authorities.vouchFor(valid.certificates(), at)
        && Authorities.names(valid.certificates().getFirst(), id)) {
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

  private static void note(Findings to, String code, String place, String message) {
    XmlVerifier.add(to, Severity.REMARK, code, place, message);
  }
}
