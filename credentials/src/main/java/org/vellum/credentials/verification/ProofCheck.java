package org.vellum.credentials.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Pointer;
import org.vellum.credentials.jsonld.Refusal;
import org.vellum.credentials.proof.EddsaRdfc2022;
import org.vellum.credentials.proof.ProofResult;

/**
 * Whether a credential is unchanged since its issuer signed it (W3C Data Integrity 1.0, section 4.4
 * Verify Proof). Proofs of kinds not known here are skipped; one good proof suffices.
 */
final class ProofCheck {
  private static final int MOST_PROOFS = 10;

  private final EddsaRdfc2022 suite;
  private final Keys keys;
  private final Instant at;

  ProofCheck(EddsaRdfc2022 suite, Keys keys, Instant at) {
    this.suite = suite;
    this.keys = keys;
    this.at = at;
  }

  /**
   * What is known of issuer and proof.
   *
   * @param changed whether a signature was computed and does not fit the document
   */
  record Outcome(Check issuer, Check proof, boolean changed) {
    private Verdict verdict() {
      return Verdict.worst(List.of(issuer.verdict(), proof.verdict()));
    }
  }

  /**
   * Checks the credential's own proofs, or takes the word of the signed envelope around it.
   *
   * @param envelope the outcome for the credential around this one, if there is one
   */
  Outcome check(Credential credential, @Nullable Envelope envelope) {
    Map<Pointer, JsonNode> proofs = credential.each("proof");
    if (proofs.isEmpty()) {
      return envelope == null ? unsigned(credential) : envelope.coverFor(credential);
    }
    return proofs.entrySet().stream()
        .limit(MOST_PROOFS)
        .filter(entry -> isOurs(entry.getValue()))
        .map(entry -> one(credential, (ObjectNode) entry.getValue(), entry.getKey()))
        .min(Comparator.comparing(Outcome::verdict))
        .orElseGet(() -> notSupported(credential));
  }

  private static boolean isOurs(JsonNode proof) {
    return proof.isObject()
        && proof.path("type").asText().equals("DataIntegrityProof")
        && proof.path("cryptosuite").asText().equals(EddsaRdfc2022.CRYPTOSUITE)
        && !proof.has("previousProof");
  }

  private static Outcome unsigned(Credential credential) {
    Findings proof = new Findings(Check.Kind.PROOF);
    proof.invalid(
        "unsigned", credential.place(), "it carries no proof, so anybody may have made it");
    Findings issuer = new Findings(Check.Kind.ISSUER);
    issuer.unknown("unsigned", credential.place(), "without a proof nobody can tell who issued it");
    return new Outcome(issuer.check(), proof.check(), false);
  }

  private static Outcome notSupported(Credential credential) {
    Findings proof = new Findings(Check.Kind.PROOF);
    Pointer place = credential.place().child("proof");
    proof.unknown("unsupported-proof", place, "none of its proofs is of a kind known here");
    return new Outcome(Findings.notReached(Check.Kind.ISSUER), proof.check(), false);
  }

  private Outcome one(Credential credential, ObjectNode proof, Pointer place) {
    Findings issuer = new Findings(Check.Kind.ISSUER);
    Findings findings = new Findings(Check.Kind.PROOF);
    JsonNode method = proof.path("verificationMethod");
    if (!method.isTextual()) {
      findings.invalid("no-verification-method", place, "the proof does not say whose it is");
      return new Outcome(Findings.notReached(Check.Kind.ISSUER), findings.check(), false);
    }
    Pointer methodPlace = place.child("verificationMethod");
    Optional<PublicKey> key = key(credential, method.textValue(), methodPlace, issuer);
    options(proof, place, findings);
    if (key.isEmpty()) {
      findings.unknown("no-key", methodPlace, "the key was not found, so the signature is unread");
      return new Outcome(issuer.check(), findings.check(), false);
    }
    ProofResult result = suite.verify(credential.tree(), proof, key.get());
    judge(result, credential, place, findings);
    return new Outcome(issuer.check(), findings.check(), result instanceof ProofResult.Forged);
  }

  /** The key to verify with; whether it is the issuer's is found on the way. */
  private Optional<PublicKey> key(
      Credential credential, String method, Pointer place, Findings issuer) {
    return switch (keys.find(method)) {
      case Keys.Search.Bound bound -> {
        if (!credential.issuer().filter(bound.controller()::equals).isPresent()) {
          issuer.invalid("not-the-issuers-key", place, "the key belongs to " + bound.controller());
        }
        yield Optional.of(bound.key());
      }
      case Keys.Search.Disowned disowned -> {
        issuer.invalid(disowned.code(), place, disowned.why());
        yield Keys.named(method);
      }
      case Keys.Search.Unknown unknown -> {
        issuer.unknown(unknown.code(), place, unknown.why());
        yield Keys.named(method);
      }
    };
  }

  /** Section 4.4, steps 3 and following: what the proof says about itself. */
  private void options(ObjectNode proof, Pointer place, Findings findings) {
    if (!proof.path("proofPurpose").asText().equals("assertionMethod")) {
      findings.invalid("wrong-purpose", place.child("proofPurpose"), "not made to assert claims");
    }
    for (String member : List.of("created", "expires")) {
      JsonNode value = proof.path(member);
      Optional<WrittenTime> time = WrittenTime.read(value.asText(""));
      if (!value.isMissingNode() && time.isEmpty()) {
        findings.invalid("not-a-time", place.child(member), "not a time");
      }
      if (member.equals("expires") && time.filter(t -> at.isAfter(t.instant())).isPresent()) {
        findings.invalid("proof-expired", place.child(member), "the proof's own time is over");
      }
    }
  }

  private static void judge(
      ProofResult result, Credential credential, Pointer place, Findings findings) {
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
          findings.add(
              unsigned ? Verdict.INVALID : Verdict.COULD_NOT_BE_CHECKED,
              refusal.code(),
              credential.place() + refusal.place(),
              refusal.message());
        }
      }
    }
  }
}
