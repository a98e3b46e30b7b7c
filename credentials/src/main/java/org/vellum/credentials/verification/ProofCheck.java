package org.vellum.credentials.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Pointer;

/**
 * Whether a credential is unchanged since its issuer signed it (W3C Data Integrity 1.0, sections
 * 4.4 Verify Proof and 4.5 Verify Proof Sets and Chains). Proofs of kinds not known here are
 * skipped; one good proof suffices, and a bad one beside it is a warning.
 */
final class ProofCheck {
  private static final int MOST_PROOFS = 10;

  private final SingleProof single;

  ProofCheck(SingleProof single) {
    this.single = single;
  }

  /**
   * What is known of words, issuer and proof.
   *
   * @param changed whether a signature was computed and does not fit the document
   * @param signatures those that hold
   */
  record Outcome(
      Check context, Check issuer, Check proof, boolean changed, List<Signature> signatures) {
    Verdict verdict() {
      return Verdict.worst(List.of(context.verdict(), issuer.verdict(), proof.verdict()));
    }

    /** What is known when a second proof of the same credential counts as much as this one. */
    Outcome and(Outcome other) {
      return new Outcome(
          both(context, other.context),
          both(issuer, other.issuer),
          both(proof, other.proof),
          changed || other.changed,
          Stream.concat(signatures.stream(), other.signatures.stream()).toList());
    }

    private static Check both(Check one, Check other) {
      return new Check(
          one.kind(),
          Verdict.worst(List.of(one.verdict(), other.verdict())),
          Stream.concat(one.findings().stream(), other.findings().stream()).distinct().toList());
    }

    /** Nothing is known of words and signatures. */
    static Outcome of(Check issuer, Check proof) {
      return new Outcome(new Findings(Check.Kind.CONTEXT).check(), issuer, proof, false, List.of());
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
    return known(credential, proofs).orElseGet(() -> notSupported(credential));
  }

  /** Checks the proofs of a credential that is signed as a token as well. */
  Outcome insideToken(Credential credential) {
    return known(credential, credential.each("proof"))
        .orElseGet(() -> {
          Pointer place = credential.place().child("proof");
          Findings proof = new Findings(Check.Kind.PROOF);
          proof.note("unknown-proof", place, "a proof of a kind that is not known here");
          return Outcome.of(new Findings(Check.Kind.ISSUER).check(), proof.check());
        });
  }

  private Optional<Outcome> known(Credential credential, Map<Pointer, JsonNode> proofs) {
    Map<Pointer, Outcome> outcomes = new LinkedHashMap<>();
    List<Pointer> unknown = new ArrayList<>();
    proofs.entrySet().stream()
        .limit(MOST_PROOFS)
        .forEach(entry -> {
          if (entry.getValue() instanceof ObjectNode proof && single.knows(proof)) {
            outcomes.put(entry.getKey(), single.check(credential, proof, entry.getKey()));
          } else {
            unknown.add(entry.getKey());
          }
        });
    Map<Pointer, Outcome> judged = new LinkedHashMap<>();
    outcomes.forEach(
        (place, outcome) -> judged.put(place, chained(place, outcome, proofs, outcomes)));
    return judged.entrySet().stream()
        .min(Comparator.comparing(entry -> entry.getValue().verdict()))
        .map(best -> together(best.getKey(), best.getValue(), judged, unknown));
  }

  /** Section 2.1.2: a proof that builds on others holds only as far as they do. */
  private static Outcome chained(
      Pointer place,
      Outcome outcome,
      Map<Pointer, JsonNode> proofs,
      Map<Pointer, Outcome> outcomes) {
    Findings findings = copy(outcome.proof());
    if (!(proofs.get(place) instanceof ObjectNode proof)) {
      return outcome;
    }
    Credential own = new Credential(proof, place);
    own.each("previousProof")
        .forEach((at, name) -> {
          Optional<Pointer> previous =
              proofs.entrySet().stream()
                  .filter(each -> each.getValue().path("id").isTextual())
                  .filter(each -> each.getValue().path("id").equals(name))
                  .map(Map.Entry::getKey)
                  .filter(each -> !each.equals(place))
                  .findFirst();
          Verdict verdict =
              previous
                  .flatMap(each -> Optional.ofNullable(outcomes.get(each)))
                  .map(Outcome::verdict)
                  .orElse(Verdict.INVALID);
          if (verdict != Verdict.VALID) {
            findings.invalid(
                "previous-proof", at, "the proof on which this one builds is missing or broken");
          }
        });
    return new Outcome(
        outcome.context(),
        outcome.issuer(),
        findings.check(),
        outcome.changed(),
        findings.verdict() == Verdict.VALID ? outcome.signatures() : List.of());
  }

  private static Outcome together(
      Pointer place, Outcome best, Map<Pointer, Outcome> all, List<Pointer> unknown) {
    Findings proof = copy(best.proof());
    List<Signature> signatures = new ArrayList<>(best.signatures());
    all.forEach((other, outcome) -> {
      if (!other.equals(place) && outcome.verdict() == Verdict.VALID) {
        signatures.addAll(outcome.signatures());
      } else if (!other.equals(place)) {
        proof.warning("other-proof", other, "another proof of it does not hold: " + why(outcome));
      }
    });
    unknown.forEach(
        other -> proof.note("unknown-proof", other, "a proof of a kind that is not known here"));
    return new Outcome(best.context(), best.issuer(), proof.check(), best.changed(), signatures);
  }

  private static String why(Outcome outcome) {
    return List.of(outcome.proof(), outcome.issuer(), outcome.context()).stream()
        .filter(check -> check.verdict() != Verdict.VALID)
        .flatMap(check -> check.findings().stream())
        .filter(finding -> finding.severity().verdict() != Verdict.VALID)
        .map(Finding::message)
        .findFirst()
        .orElse("it could not be checked");
  }

  private static Findings copy(Check check) {
    Findings findings = new Findings(check.kind());
    check.findings().forEach(findings::add);
    return findings;
  }

  private static Outcome unsigned(Credential credential) {
    Findings proof = new Findings(Check.Kind.PROOF);
    proof.invalid(
        "unsigned", credential.place(), "it carries no proof, so anybody may have made it");
    Findings issuer = new Findings(Check.Kind.ISSUER);
    issuer.unknown("unsigned", credential.place(), "without a proof nobody can tell who issued it");
    return Outcome.of(issuer.check(), proof.check());
  }

  private static Outcome notSupported(Credential credential) {
    Findings proof = new Findings(Check.Kind.PROOF);
    Pointer place = credential.place().child("proof");
    proof.unknown("unsupported-proof", place, "none of its proofs is of a kind known here");
    return Outcome.of(Findings.notReached(Check.Kind.ISSUER), proof.check());
  }
}
