package org.vellum.credentials.verification;

import java.util.List;
import java.util.Optional;
import org.vellum.credentials.json.Pointer;

/**
 * The signed record around a credential. A credential without a proof of its own is covered by it,
 * as far as the same issuer speaks.
 *
 * @param issuer the issuer of the record
 * @param outcome what is known of the record's issuer and proof
 */
record Envelope(Optional<String> issuer, ProofCheck.Outcome outcome) {

  ProofCheck.Outcome coverFor(Credential credential) {
    Pointer place = credential.place();
    Findings proof = new Findings(Check.Kind.PROOF);
    proof.add(
        severity(outcome.proof()),
        "signed-by-envelope",
        place.toString(),
        "it has no proof of its own; the proof of the record around it covers it");
    Findings byIssuer = new Findings(Check.Kind.ISSUER);
    if (issuer.isPresent() && issuer.equals(credential.issuer())) {
      byIssuer.add(
          severity(outcome.issuer()),
          "signed-by-envelope",
          place.toString(),
          "the issuer of the record around it is its issuer");
    } else {
      byIssuer.unknown(
          "vouched-by-another",
          place.child("issuer"),
          "it names another issuer than the one who signed the record around it");
    }
    return new ProofCheck.Outcome(
        new Findings(Check.Kind.CONTEXT).check(),
        byIssuer.check(),
        proof.check(),
        false,
        List.of());
  }

  /** What the record's own check comes to, for what it covers. */
  static Severity severity(Check check) {
    return switch (check.verdict()) {
      case VALID -> Severity.REMARK;
      case COULD_NOT_BE_CHECKED -> Severity.COULD_NOT_BE_CHECKED;
      case INVALID -> Severity.ERROR;
    };
  }
}
