package org.vellum.credentials.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vellum.credentials.json.Pointer;
import org.vellum.credentials.jsonld.Refusal;
import org.vellum.credentials.proof.ProofResult;
import org.vellum.credentials.proof.ProofSuite;
import org.vellum.credentials.proof.ProofSuites;

/** Whether one proof holds, and whose it is (W3C Data Integrity 1.0, section 4.4 Verify Proof). */
final class SingleProof {
  private static final Set<String> OF_WORDS =
      Set.of("unknown-context", "inline-context", "too-many-contexts");

  private final ProofSuites suites;
  private final Keys keys;
  private final Answer answer;
  private final Instant at;

  SingleProof(ProofSuites suites, Keys keys, Answer answer, Instant at) {
    this.suites = suites;
    this.keys = keys;
    this.answer = answer;
    this.at = at;
  }

  /** Whether the proof is of a kind that can be checked here. */
  boolean knows(ObjectNode proof) {
    return suites.find(proof).isPresent();
  }

  ProofCheck.Outcome check(Credential credential, ObjectNode proof, Pointer place) {
    Findings issuer = new Findings(Check.Kind.ISSUER);
    Findings findings = new Findings(Check.Kind.PROOF);
    JsonNode method = proof.path("verificationMethod");
    if (!method.isTextual()) {
      findings.invalid("no-verification-method", place, "the proof does not say whose it is");
      return ProofCheck.Outcome.of(Findings.notReached(Check.Kind.ISSUER), findings.check());
    }
    Pointer methodPlace = place.child("verificationMethod");
    Optional<SigningKey> key =
        SigningKey.find(keys, credential, method.textValue(), when(proof), methodPlace, issuer);
    options(credential, proof, place, findings);
    if (key.isEmpty()) {
      findings.unknown("no-key", methodPlace, "the key was not found, so the signature is unread");
      return ProofCheck.Outcome.of(issuer.check(), findings.check());
    }
    ProofSuite suite = suites.find(proof).orElseThrow();
    ProofResult result = suite.verify(credential.tree(), proof, key.get().key());
    Findings context = new Findings(Check.Kind.CONTEXT);
    judge(result, credential, place, findings, context);
    List<Signature> signatures =
        result instanceof ProofResult.Genuine(var digest)
            ? List.of(
                key.get()
                    .signature(place, suite.name(), "the whole credential but its proofs", digest))
            : List.of();
    return new ProofCheck.Outcome(
        context.check(),
        issuer.check(),
        findings.check(),
        result instanceof ProofResult.Forged,
        signatures);
  }

  private SigningKey.When when(ObjectNode proof) {
    Optional<WrittenTime> created = WrittenTime.read(proof.path("created").asText(""));
    return new SigningKey.When(created.map(WrittenTime::instant), at);
  }

  /** Section 4.4, steps 3 and following: what the proof says about itself. */
  private void options(Credential credential, ObjectNode proof, Pointer place, Findings findings) {
    String purpose = credential.purpose();
    if (!proof.path("proofPurpose").asText().equals(purpose)) {
      findings.invalid(
          "wrong-purpose", place.child("proofPurpose"), "not made for the purpose " + purpose);
    }
    if (credential.isPresentation()) {
      answer.check(proof.path("challenge"), proof.path("domain"), place, findings);
    }
    times(proof, place, findings);
  }

  private void times(ObjectNode proof, Pointer place, Findings findings) {
    for (String member : List.of("created", "expires")) {
      JsonNode value = proof.path(member);
      Optional<WrittenTime> time = WrittenTime.read(value.asText(""));
      if (!value.isMissingNode() && time.isEmpty()) {
        findings.invalid("not-a-time", place.child(member), "not a time");
      }
      if (time.filter(t -> !t.hasZone()).isPresent()) {
        findings.warning("no-zone", place.child(member), "the zone is missing; taken as UTC");
      }
      if (member.equals("created") && time.filter(t -> isFuture(t.instant())).isPresent()) {
        findings.warning(
            "signed-later", place.child(member), "it says that it was signed later than asked for");
      }
      if (member.equals("expires") && time.filter(t -> at.isAfter(t.instant())).isPresent()) {
        findings.invalid("proof-expired", place.child(member), "the proof's own time is over");
      }
    }
  }

  /** Clocks differ by minutes. */
  private boolean isFuture(Instant time) {
    return time.isAfter(at.plus(Duration.ofMinutes(5)));
  }

  private static void judge(
      ProofResult result,
      Credential credential,
      Pointer place,
      Findings findings,
      Findings context) {
    switch (result) {
      case ProofResult.Genuine genuine -> {}
      case ProofResult.Forged forged ->
          findings.invalid(
              "changed",
              credential.place(),
              "it is not what was signed: something in it was changed, or another key signed it");
      case ProofResult.Malformed malformed ->
          findings.invalid("malformed-proof", place.child("proofValue"), malformed.message());
      case ProofResult.NotCanonical refused -> {
        for (Refusal refusal : refused.refusals()) {
          boolean unsigned = refusal.reason() == Refusal.Reason.UNSIGNED_DATA;
          Findings right = OF_WORDS.contains(refusal.code()) ? context : findings;
          right.add(
              unsigned ? Severity.ERROR : Severity.COULD_NOT_BE_CHECKED,
              refusal.code(),
              credential.place() + refusal.place(),
              refusal.message());
        }
        if (findings.verdict() == Verdict.VALID) {
          findings.unknown("unread", place, "the signature is unread: not all words are known");
        }
      }
    }
  }
}
