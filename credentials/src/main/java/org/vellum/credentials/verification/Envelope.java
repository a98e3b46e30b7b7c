package org.vellum.credentials.verification;

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
        outcome.proof().verdict(),
        "signed-by-envelope",
        place.toString(),
        "it has no proof of its own; the proof of the record around it covers it");
    Findings byIssuer = new Findings(Check.Kind.ISSUER);
    if (issuer.isPresent() && issuer.equals(credential.issuer())) {
      byIssuer.add(
          outcome.issuer().verdict(),
          "signed-by-envelope",
          place.toString(),
          "the issuer of the record around it is its issuer");
    } else {
      byIssuer.unknown(
          "vouched-by-another",
          place.child("issuer"),
          "it names another issuer than the one who signed the record around it");
    }
    return new ProofCheck.Outcome(byIssuer.check(), proof.check(), false);
  }
}
