package org.vellum.credentials.verification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Pointer;

/** One verification: every credential of one document, from the outermost in. */
final class Judge {
  private final StructureCheck structure;
  private final ProofCheck proofs;
  private final StatusCheck statuses;
  private final Instant at;
  private int nestedLeft;

  Judge(
      StructureCheck structure,
      ProofCheck proofs,
      StatusCheck statuses,
      Instant at,
      int mostNested) {
    this.structure = structure;
    this.proofs = proofs;
    this.statuses = statuses;
    this.at = at;
    this.nestedLeft = mostNested;
  }

  Report document(Credential credential, String unusualEncoding) {
    Findings document = new Findings(Check.Kind.DOCUMENT);
    if (!unusualEncoding.isEmpty()) {
      document.note(
          "encoding", Pointer.ROOT, "JSON is exchanged in UTF-8; this is " + unusualEncoding);
    }
    return credential(credential, document, null);
  }

  private Report credential(Credential credential, Findings document, @Nullable Envelope envelope) {
    structure.check(credential, document);
    ProofCheck.Outcome outcome = proofs.check(credential, envelope);
    List<Report> nested = nested(credential, document, new Envelope(credential.issuer(), outcome));
    List<Check> checks =
        List.of(
            document.check(),
            outcome.issuer(),
            located(outcome, credential, nested),
            ValidityCheck.check(credential, at),
            statuses.check(credential));
    Verdict verdict =
        Verdict.worst(
            Stream.concat(checks.stream().map(Check::verdict), nested.stream().map(Report::verdict))
                .toList());
    String place = credential.place().toString();
    return new Report(verdict, checks, nested, credential.tree(), place);
  }

  private List<Report> nested(Credential credential, Findings document, Envelope envelope) {
    List<Credential> children = credential.nested();
    if (children.size() > nestedLeft) {
      document.unknown("too-many-nested", credential.place(), "too many credentials inside");
      return List.of();
    }
    nestedLeft -= children.size();
    List<Report> reports = new ArrayList<>();
    for (Credential child : children) {
      reports.add(credential(child, new Findings(Check.Kind.DOCUMENT), envelope));
    }
    return reports;
  }

  /** Where a change lies: in which of the signed parts, or outside all of them. */
  private static Check located(
      ProofCheck.Outcome outcome, Credential credential, List<Report> nested) {
    if (!outcome.changed() || nested.isEmpty()) {
      return outcome.proof();
    }
    Findings findings = new Findings(Check.Kind.PROOF);
    outcome
        .proof()
        .findings()
        .forEach(f -> findings.add(Verdict.INVALID, f.code(), f.place(), f.message()));
    List<String> broken = nested.stream().flatMap(Judge::broken).toList();
    for (String place : broken) {
      findings.add(
          Verdict.INVALID, "changed-inside", place, "the change is in the credential at " + place);
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
  private static Stream<String> broken(Report report) {
    List<String> deeper = report.nested().stream().flatMap(Judge::broken).toList();
    if (!deeper.isEmpty()) {
      return deeper.stream();
    }
    boolean isBroken = report.check(Check.Kind.PROOF).verdict() == Verdict.INVALID;
    return isBroken && isSigned(report) ? Stream.of(report.place()) : Stream.empty();
  }

  private static boolean isSigned(Report report) {
    return report.credential() != null && report.credential().has("proof");
  }
}
