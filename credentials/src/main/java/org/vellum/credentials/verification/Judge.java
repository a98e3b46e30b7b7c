package org.vellum.credentials.verification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.jose.EmbeddedTokens;
import org.vellum.credentials.json.Pointer;

/** One verification: every credential of one document, from the outermost in. */
final class Judge {
  private final StructureCheck structure;
  private final SchemaCheck schemas;
  private final ProofCheck proofs;
  private final TokenCheck tokens;
  private final StatusCheck statuses;
  private final ResourceCheck resources;
  private final TrustedIssuers trusted;
  private final Instant at;
  private int nestedLeft;

  Judge(
      StructureCheck structure,
      SchemaCheck schemas,
      ProofCheck proofs,
      TokenCheck tokens,
      StatusCheck statuses,
      ResourceCheck resources,
      TrustedIssuers trusted,
      Instant at,
      int mostNested) {
    this.structure = structure;
    this.schemas = schemas;
    this.proofs = proofs;
    this.tokens = tokens;
    this.statuses = statuses;
    this.resources = resources;
    this.trusted = trusted;
    this.at = at;
    this.nestedLeft = mostNested;
  }

  VerificationReport document(Credential credential, String unusualEncoding) {
    Findings document = new Findings(Check.Kind.DOCUMENT);
    if (!unusualEncoding.isEmpty()) {
      document.note(
          "encoding", Pointer.ROOT, "JSON is exchanged in UTF-8; this is " + unusualEncoding);
    }
    return EmbeddedTokens.find(credential.tree())
        .map(compact -> token(compact, credential.place()))
        .orElseGet(() -> signed(credential, document, null));
  }

  /** A token in the place of a credential. */
  private VerificationReport token(String compact, Pointer place) {
    return tokens
        .check(compact, place)
        .map(judged -> token(judged.credential(), judged.outcome()))
        .orElseGet(() ->
            Unread.report(
                Severity.ERROR,
                "not-a-token",
                place.toString(),
                "what should be a signed token is none",
                place.toString()));
  }

  /** To ask for the newer one would tell its issuer who verifies what. */
  private static Check refresh(Credential credential) {
    Findings findings = new Findings(Check.Kind.REFRESH);
    credential
        .each("refreshService")
        .forEach((place, service) ->
            findings.note(
                "refresh-offered", place, "its issuer may have a newer one; it was not asked for"));
    return findings.check();
  }

  /** A credential whose signature is around it and was judged already. */
  VerificationReport token(Credential credential, ProofCheck.Outcome outcome) {
    return credential(credential, new Findings(Check.Kind.DOCUMENT), outcome);
  }

  private VerificationReport signed(
      Credential credential, Findings document, @Nullable Envelope envelope) {
    return credential(credential, document, proofs.check(credential, envelope));
  }

  private VerificationReport credential(
      Credential credential, Findings document, ProofCheck.Outcome outcome) {
    structure.check(credential, document);
    List<VerificationReport> nested =
        nested(credential, document, new Envelope(credential.issuer(), outcome));
    List<VerificationReport> endorsements = endorsements(credential);
    List<Check> checks =
        List.of(
            document.check(),
            schemas.check(credential),
            outcome.context(),
            trusted(credential, outcome),
            located(outcome, credential, nested),
            ValidityCheck.check(credential, at),
            statuses.check(credential),
            refresh(credential),
            Inside.credentials(nested),
            Inside.endorsements(endorsements),
            resources.check(credential));
    Verdict verdict = Verdict.worst(checks.stream().map(Check::verdict).toList());
    return new VerificationReport(
        verdict,
        checks,
        outcome.signatures(),
        nested,
        endorsements,
        credential.tree(),
        credential.place().toString());
  }

  /** What the caller's list says of the issuer: worth a remark, whatever it says. */
  private Check trusted(Credential credential, ProofCheck.Outcome outcome) {
    Findings findings = new Findings(Check.Kind.ISSUER);
    Check issuer = outcome.issuer();
    issuer.findings().forEach(findings::add);
    if (issuer.verdict() != Verdict.VALID || !trusted.isList() || credential.isUnsignedInside()) {
      return issuer;
    }
    Pointer place = credential.place().child("issuer");
    credential
        .issuer()
        .flatMap(trusted.names())
        .ifPresentOrElse(
            name -> findings.note("trusted-issuer", place, "on the list of issuers as " + name),
            () -> findings.note("unknown-issuer", place, "not on the list of known issuers"));
    return findings.check();
  }

  private List<VerificationReport> endorsements(Credential credential) {
    List<VerificationReport> reports = new ArrayList<>();
    for (Credential endorsement : credential.endorsements()) {
      if (nestedLeft > 0) {
        nestedLeft--;
        reports.add(document(endorsement, ""));
      }
    }
    credential
        .endorsementTokens()
        .forEach((place, compact) -> {
          if (nestedLeft > 0) {
            nestedLeft--;
            reports.add(token(compact, place));
          }
        });
    return reports;
  }

  /** The credentials that a presentation shows; its own proof covers none of them. */
  List<VerificationReport> shown(Credential presentation, Findings document) {
    List<VerificationReport> reports = new ArrayList<>(nested(presentation, document, null));
    presentation
        .each("verifiableCredential")
        .forEach((place, child) -> {
          if (child.isTextual() && nestedLeft > 0) {
            nestedLeft--;
            reports.add(token(child.textValue(), place));
          } else if (child.isTextual()) {
            document.unknown("too-many-nested", place, "too many credentials inside");
          } else if (!child.isObject()) {
            document.invalid("structure-type", place, "neither a credential nor a token");
          }
        });
    return reports;
  }

  private List<VerificationReport> nested(
      Credential credential, Findings document, @Nullable Envelope envelope) {
    List<Credential> children = credential.nested();
    if (children.size() > nestedLeft) {
      document.unknown("too-many-nested", credential.place(), "too many credentials inside");
      return List.of();
    }
    nestedLeft -= children.size();
    sameIds(children, document);
    List<VerificationReport> reports = new ArrayList<>();
    for (Credential child : children) {
      reports.add(
          EmbeddedTokens.find(child.tree())
              .map(compact -> token(compact, child.place()))
              .orElseGet(() -> signed(child, new Findings(Check.Kind.DOCUMENT), envelope)));
    }
    return reports;
  }

  /** Two credentials of one id leave open which of them a status or an association means. */
  private static void sameIds(List<Credential> children, Findings document) {
    Map<String, Credential> seen = new HashMap<>();
    for (Credential child : children) {
      String id = child.tree().path("id").asText("");
      Credential other = id.isEmpty() ? null : seen.putIfAbsent(id, child);
      if (other != null && !other.tree().equals(child.tree())) {
        document.invalid(
            "id-reused", child.place(), "another credential in the record has the same id");
      }
    }
  }

  /** Where a change lies: in which of the signed parts, or outside all of them. */
  private static Check located(
      ProofCheck.Outcome outcome, Credential credential, List<VerificationReport> nested) {
    if (!outcome.changed() || nested.isEmpty()) {
      return outcome.proof();
    }
    Findings findings = new Findings(Check.Kind.PROOF);
    outcome.proof().findings().forEach(findings::add);
    List<String> broken = nested.stream().flatMap(Judge::broken).toList();
    for (String place : broken) {
      findings.add(
          Severity.ERROR, "changed-inside", place, "the change is in the credential at " + place);
    }
    if (broken.isEmpty()) {
      findings.invalid(
          "changed-outside",
          credential.place(),
          nested.stream().allMatch(Judge::isSigned)
              ? "the change lies outside the nested credentials, which are all as they were signed"
              : "the change lies outside the nested credentials, or in one without its own proof");
    }
    return findings.check();
  }

  /** The smallest signed parts whose own signature does not hold. */
  private static Stream<String> broken(VerificationReport report) {
    List<String> deeper = report.nested().stream().flatMap(Judge::broken).toList();
    if (!deeper.isEmpty()) {
      return deeper.stream();
    }
    boolean isBroken = report.check(Check.Kind.PROOF).verdict() == Verdict.INVALID;
    return isBroken && isSigned(report) ? Stream.of(report.place()) : Stream.empty();
  }

  private static boolean isSigned(VerificationReport report) {
    return report.credential() != null && report.credential().has("proof");
  }
}
