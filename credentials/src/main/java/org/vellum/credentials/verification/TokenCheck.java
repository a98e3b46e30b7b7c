package org.vellum.credentials.verification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vellum.credentials.jose.JwtCredential;
import org.vellum.credentials.jose.JwtFinding;
import org.vellum.credentials.jose.KeyBinding;
import org.vellum.credentials.json.Pointer;

/**
 * Whether a signed token holds, and whose it is (Open Badges 3.0, section 8.2; VC-JOSE-COSE,
 * section 4). A key that the token brings along tells whether the token was changed, never who
 * issued it.
 */
final class TokenCheck {
  private final Keys keys;
  private final Instant at;

  TokenCheck(Keys keys, Instant at) {
    this.keys = keys;
    this.at = at;
  }

  ProofCheck.Outcome check(JwtCredential jwt, Credential credential) {
    Findings proof = read(jwt, credential);
    if (jwt.isRefused()) {
      return ProofCheck.Outcome.of(Findings.notReached(Check.Kind.ISSUER), proof.check());
    }
    if (jwt.signatureExpires().filter(at::isAfter).isPresent()) {
      proof.invalid("proof-expired", credential.place(), "the signature's own time is over");
    }
    Findings issuer = new Findings(Check.Kind.ISSUER);
    Optional<SigningKey> key = key(jwt.binding(), credential, issuer);
    if (key.isEmpty()) {
      proof.unknown(
          "no-key", credential.place(), "the key was not found, so the signature is unread");
      return ProofCheck.Outcome.of(issuer.check(), proof.check());
    }
    boolean holds = jwt.verify(key.get().key());
    if (!holds) {
      proof.invalid(
          "jwt-changed",
          credential.place(),
          "it is not what was signed: something in it was changed, or another key signed it");
    }
    String algorithm = jwt.header().path("alg").asText();
    return new ProofCheck.Outcome(
        new Findings(Check.Kind.CONTEXT).check(),
        issuer.check(),
        proof.check(),
        !holds,
        holds
            ? List.of(key.get().signature(credential.place(), algorithm, "the whole token"))
            : List.of());
  }

  private static Findings read(JwtCredential jwt, Credential credential) {
    Findings proof = new Findings(Check.Kind.PROOF);
    for (JwtFinding finding : jwt.findings()) {
      Severity severity =
          switch (finding.weight()) {
            case INVALID -> Severity.ERROR;
            case BREACH -> Severity.WARNING;
            case REMARK -> Severity.REMARK;
          };
      proof.add(severity, finding.code(), finding.place(), finding.message());
    }
    if (credential.isSigned()) {
      proof.note(
          "embedded-proof",
          credential.place().child("proof"),
          "signed with the rest and not looked at: the signature of the token counts");
    }
    return proof;
  }

  private Optional<SigningKey> key(KeyBinding binding, Credential credential, Findings issuer) {
    Pointer place = credential.place();
    return switch (binding) {
      case KeyBinding.ByName(var kid) ->
          SigningKey.find(keys, credential, absolute(kid, credential), place, issuer);
      case KeyBinding.ByKey(var key, var kid) ->
          Optional.of(SigningKey.brought(keys, credential, kid, key, place, issuer));
      case KeyBinding.Absent absent -> {
        issuer.unknown("no-key", place, "the token does not name its key");
        yield Optional.empty();
      }
    };
  }

  /** VC-JOSE-COSE, section 4.1: a name that is no URL is one of the issuer's. */
  private static String absolute(String kid, Credential credential) {
    if (kid.startsWith("did:") || kid.startsWith("https://")) {
      return kid;
    }
    String fragment = kid.startsWith("#") ? kid : "#" + kid;
    return credential.issuer().map(issuer -> issuer + fragment).orElse(kid);
  }
}
