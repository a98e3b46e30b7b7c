package org.vellum.credentials.verification;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vellum.credentials.jose.JwtCredential;
import org.vellum.credentials.jose.JwtFinding;
import org.vellum.credentials.jose.JwtRead;
import org.vellum.credentials.jose.KeyBinding;
import org.vellum.credentials.jose.SignedToken;
import org.vellum.credentials.json.Pointer;

/**
 * Whether a signed token holds, and whose it is (Open Badges 3.0, section 8.2; VC-JOSE-COSE,
 * section 4). A key that the token brings along tells whether the token was changed, never who
 * issued it.
 */
final class TokenCheck {
  private final Keys keys;
  private final Certificates certificates;
  private final ProofCheck proofs;
  private final Instant at;

  TokenCheck(Keys keys, Certificates certificates, ProofCheck proofs, Instant at) {
    this.keys = keys;
    this.certificates = certificates;
    this.proofs = proofs;
    this.at = at;
  }

  /**
   * The credential of a token, and what is known of its signature.
   *
   * @param credential what the token says, at the place of the token
   * @param outcome of its signature
   */
  record Judged(Credential credential, ProofCheck.Outcome outcome) {}

  /** Reads and checks a token that stands somewhere; none if it is no token with a credential. */
  Optional<Judged> check(String compact, Pointer place) {
    if (!(JwtCredential.read(compact) instanceof JwtRead.Decoded(var jwt))) {
      return Optional.empty();
    }
    Credential credential = new Credential(jwt.credential(), place);
    return Optional.of(new Judged(credential, check(jwt, credential)));
  }

  /** A proof inside the token is looked at as well, and counts as much as the token. */
  ProofCheck.Outcome check(SignedToken jwt, Credential credential) {
    ProofCheck.Outcome token = around(jwt, credential);
    return credential.isSigned() ? token.and(proofs.insideToken(credential)) : token;
  }

  private ProofCheck.Outcome around(SignedToken jwt, Credential credential) {
    Findings proof = read(jwt);
    if (jwt.isRefused()) {
      return ProofCheck.Outcome.of(Findings.notReached(Check.Kind.ISSUER), proof.check());
    }
    if (jwt.signatureExpires().filter(at::isAfter).isPresent()) {
      proof.invalid("proof-expired", credential.place(), "the signature's own time is over");
    }
    Findings issuer = new Findings(Check.Kind.ISSUER);
    Optional<SigningKey> key = key(jwt, credential, issuer);
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
            ? List.of(
                key.get()
                    .signature(
                        credential.place(),
                        algorithm,
                        "the whole token",
                        SigningKey.digest(jwt.signingInput())))
            : List.of());
  }

  private static Findings read(SignedToken jwt) {
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
    return proof;
  }

  private Optional<SigningKey> key(SignedToken jwt, Credential credential, Findings issuer) {
    Pointer place = credential.place();
    List<X509Certificate> path = jwt.certificates();
    boolean named = jwt.binding() instanceof KeyBinding.ByName;
    if (!path.isEmpty()) {
      Findings byCertificate = new Findings(Check.Kind.ISSUER);
      SigningKey key = certificates.key(path, credential, place, byCertificate);
      if (!named || key.binding() == Signature.Binding.CERTIFICATE) {
        byCertificate.check().findings().forEach(issuer::add);
        return Optional.of(key);
      }
    }
    SigningKey.When when = new SigningKey.When(begins(credential), at);
    return switch (jwt.binding()) {
      case KeyBinding.ByName(var kid) ->
          SigningKey.find(keys, credential, absolute(kid, credential), when, place, issuer);
      case KeyBinding.ByKey(var key, var kid) ->
          Optional.of(SigningKey.brought(keys, credential, kid, key, when, place, issuer));
      case KeyBinding.Absent absent -> {
        issuer.unknown("no-key", place, "the token does not name its key");
        yield Optional.empty();
      }
    };
  }

  /** A token does not say when it was signed; by its own word not before it holds. */
  private static Optional<Instant> begins(Credential credential) {
    String from = credential.tree().has("validFrom") ? "validFrom" : "issuanceDate";
    return WrittenTime.read(credential.tree().path(from).asText("")).map(WrittenTime::instant);
  }

  /** VC-JOSE-COSE, section 4.1: a name that is no URL is one of the issuer's. */
  private static String absolute(String kid, Credential credential) {
    if (kid.startsWith("did:") || kid.startsWith("https://")) {
      return kid;
    }
    String fragment = kid.startsWith("#") ? kid : "#" + kid;
    return credential.speaker().map(issuer -> issuer + fragment).orElse(kid);
  }
}
