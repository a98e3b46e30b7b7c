package org.vellum.credentials.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vellum.credentials.jose.JwtPresentation;
import org.vellum.credentials.json.Pointer;

/**
 * Judges what a holder shows (VCDM 2.0, section 4.13 Verifiable Presentations; VCDM 1.1, section
 * 4.10). The holder's proof tells who shows the credentials and to whom; it vouches for none of
 * them, so each is judged by its own.
 */
final class PresentationCheck {
  private final Judge judge;
  private final ProofCheck proofs;
  private final TokenCheck tokens;
  private final Answer answer;
  private final Instant at;

  PresentationCheck(Judge judge, ProofCheck proofs, TokenCheck tokens, Answer answer, Instant at) {
    this.judge = judge;
    this.proofs = proofs;
    this.tokens = tokens;
    this.answer = answer;
    this.at = at;
  }

  VerificationReport document(ObjectNode tree, String unusualEncoding) {
    Credential presentation = new Credential(tree, Pointer.ROOT, true);
    Findings document = new Findings(Check.Kind.DOCUMENT);
    if (!unusualEncoding.isEmpty()) {
      document.note(
          "encoding", Pointer.ROOT, "JSON is exchanged in UTF-8; this is " + unusualEncoding);
    }
    return report(
        presentation,
        document,
        presentation.isSigned() ? proofs.check(presentation, null) : unsigned(presentation));
  }

  private ProofCheck.Outcome unsigned(Credential presentation) {
    Findings holder = new Findings(Check.Kind.ISSUER);
    Findings proof = new Findings(Check.Kind.PROOF);
    answer.unsigned(presentation, holder, proof);
    return ProofCheck.Outcome.of(holder.check(), proof.check());
  }

  VerificationReport token(JwtPresentation jwt) {
    Credential presentation = new Credential(jwt.presentation(), Pointer.ROOT, true);
    Findings proof = new Findings(Check.Kind.PROOF);
    answer.check(jwt.nonce(), jwt.audience(), Pointer.ROOT, proof);
    if (jwt.notBefore().filter(at::isBefore).isPresent()) {
      proof.invalid("not-yet-valid", Pointer.ROOT, "it may not be shown before the time it names");
    }
    ProofCheck.Outcome asked =
        ProofCheck.Outcome.of(new Findings(Check.Kind.ISSUER).check(), proof.check());
    return report(
        presentation,
        new Findings(Check.Kind.DOCUMENT),
        tokens.check(jwt, presentation).and(asked));
  }

  private VerificationReport report(
      Credential presentation, Findings document, ProofCheck.Outcome outcome) {
    structure(presentation, document);
    List<VerificationReport> nested = judge.shown(presentation, document);
    List<Check> checks = new ArrayList<>();
    for (Check.Kind kind : Check.Kind.values()) {
      checks.add(
          switch (kind) {
            case DOCUMENT -> document.check();
            case CONTEXT -> outcome.context();
            case ISSUER -> outcome.issuer();
            case PROOF -> outcome.proof();
            case CREDENTIALS -> credentials(presentation, nested);
            default -> new Findings(kind).check();
          });
    }
    return new VerificationReport(
        Verdict.worst(checks.stream().map(Check::verdict).toList()),
        checks,
        outcome.signatures(),
        nested,
        List.of(),
        presentation.tree(),
        "");
  }

  /** What would make a reader take the holder for somebody else. */
  private static void structure(Credential presentation, Findings document) {
    if (!presentation.saysPresentation()) {
      document.invalid(
          "structure-contains",
          presentation.place().child("type"),
          "not a VerifiablePresentation, or a credential as well");
    }
    for (String member : List.of("issuer", "credentialSubject")) {
      if (presentation.tree().has(member)) {
        document.invalid(
            "structure-additional",
            presentation.place().child(member),
            "a member of credentials, which a presentation has no right to");
      }
    }
    if (presentation.tree().has("holder") && presentation.speaker().isEmpty()) {
      document.invalid(
          "structure-type",
          presentation.place().child("holder"),
          "neither an id nor an object of one");
    }
    if (!presentation.tree().has("verifiableCredential")) {
      document.note("nothing-shown", presentation.place(), "there is no credential in it");
    }
  }

  private static Check credentials(Credential presentation, List<VerificationReport> nested) {
    Findings findings = new Findings(Check.Kind.CREDENTIALS);
    Inside.credentials(nested).findings().forEach(findings::add);
    for (VerificationReport report : nested) {
      JsonNode credential = report.credential();
      if (credential == null) {
        continue;
      }
      String subject = credential.path("credentialSubject").path("id").asText("");
      boolean another = presentation.speaker().filter(id -> !id.equals(subject)).isPresent();
      if (subject.startsWith("did:") && another) {
        findings.add(
            Severity.REMARK,
            "shown-by-another",
            report.place(),
            "the holder who shows it is not the one of whom it speaks");
      }
    }
    return findings.check();
  }
}
