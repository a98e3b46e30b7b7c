package org.vellum.credentials.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vellum.credentials.jose.JwtCredential;
import org.vellum.credentials.json.Lenient;
import org.vellum.credentials.json.Pointer;

/**
 * Judges assertions of Open Badges 2.0 (section Verification): a hosted one by what is at its own
 * address, a signed one by the key that its issuer's Profile publishes. Nothing inside an assertion
 * is believed of its issuer; what the issuer says is fetched from the issuer's own address.
 */
final class OlderBadges {
  private final Library library;
  private final Instant at;

  OlderBadges(Library library, Instant at) {
    this.library = library;
    this.at = at;
  }

  /** Whether this is an assertion rather than a credential. */
  static boolean isAssertion(Credential document) {
    return document.is("Assertion") && !document.is("VerifiableCredential");
  }

  /** An assertion that comes as JSON: it is worth what its own address says. */
  VerificationReport hosted(ObjectNode assertion) {
    OlderIssuer issuer = OlderIssuer.of(library, assertion);
    Findings proof = new Findings(Check.Kind.PROOF);
    Findings status = new Findings(Check.Kind.STATUS);
    String id = assertion.path("id").asText("");
    Optional<Library.Loan> loan = OlderIssuer.web(id).map(library::get);
    if (verification(assertion).path("type").asText("").startsWith("Signed")) {
      proof.invalid("unsigned", Pointer.ROOT, "it is to be signed, and comes without a signature");
    } else if (loan.isEmpty()) {
      proof.invalid("not-hosted", Pointer.ROOT.child("id"), "it has no address to be found at");
    } else if (loan.get() instanceof Library.Loan.Refused(var code, var why)) {
      if (code.equals("gone")) {
        status.invalid("revoked", Pointer.ROOT, "its issuer took it from its address: " + why);
      }
      proof.unknown("hosted-" + code, Pointer.ROOT.child("id"), why);
    } else if (loan.get() instanceof Library.Loan.Lent(var original)) {
      if (original.path("revoked").asBoolean(false)) {
        status.invalid(
            "revoked", Pointer.ROOT, "at its address its issuer says that it is revoked");
      }
      compare(assertion, original, proof);
      issuer.hosts(id);
    }
    return report(assertion, issuer, proof, status, List.of());
  }

  /** An assertion that comes as a JWS. */
  VerificationReport signed(JwtCredential jws) {
    ObjectNode assertion = jws.credential();
    OlderIssuer issuer = OlderIssuer.of(library, assertion);
    Findings proof = new Findings(Check.Kind.PROOF);
    String creator = verification(assertion).path("creator").asText("");
    Optional<PublicKey> key = issuer.key(creator);
    if (jws.isRefused()) {
      proof.invalid("jwt-refused", Pointer.ROOT, "its header or its claims forbid to believe it");
    } else if (key.isEmpty()) {
      proof.unknown("no-key", Pointer.ROOT, "the key was not found, so the signature is unread");
    } else if (!jws.verify(key.get())) {
      proof.invalid("jwt-changed", Pointer.ROOT, "it is not what was signed");
    }
    List<Signature> signatures =
        key.isPresent() && proof.verdict() == Verdict.VALID
            ? List.of(
                new SigningKey(
                        creator,
                        key.get(),
                        issuer.controller(),
                        issuer.isBound()
                            ? Signature.Binding.CONTROLLER_DOCUMENT
                            : Signature.Binding.NONE)
                    .signature(
                        Pointer.ROOT, jws.header().path("alg").asText(), "the whole assertion"))
            : List.of();
    return report(assertion, issuer, proof, new Findings(Check.Kind.STATUS), signatures);
  }

  private static JsonNode verification(ObjectNode assertion) {
    return assertion.path(assertion.has("verification") ? "verification" : "verify");
  }

  /** Parts may be embedded here and named by their address there. */
  private static void compare(ObjectNode assertion, ObjectNode original, Findings proof) {
    ObjectNode ours = assertion.deepCopy();
    ObjectNode theirs = original.deepCopy();
    String badge = id(ours.path("badge"));
    if (!badge.isEmpty() && badge.equals(id(theirs.path("badge")))) {
      boolean both = ours.path("badge").isObject() && theirs.path("badge").isObject();
      if (!both) {
        ours.put("badge", badge);
        theirs.put("badge", badge);
      }
    }
    if (ours.equals(theirs)) {
      proof.note("hosted", Pointer.ROOT, "it is what its issuer shows at its address");
    } else {
      proof.invalid("changed", Pointer.ROOT, "it is not what is at its address");
    }
  }

  private static String id(JsonNode part) {
    return part.isObject() ? part.path("id").asText("") : part.asText("");
  }

  private VerificationReport report(
      ObjectNode assertion,
      OlderIssuer issuer,
      Findings proof,
      Findings status,
      List<Signature> signatures) {
    issuer.revocations(assertion, status);
    List<Check> checks =
        List.of(
            structure(assertion),
            new Findings(Check.Kind.SCHEMA).check(),
            new Findings(Check.Kind.CONTEXT).check(),
            issuer.check(),
            proof.check(),
            validity(assertion),
            status.check(),
            new Findings(Check.Kind.REFRESH).check(),
            new Findings(Check.Kind.CREDENTIALS).check(),
            new Findings(Check.Kind.ENDORSEMENTS).check(),
            new Findings(Check.Kind.EVIDENCE).check());
    Verdict verdict = Verdict.worst(checks.stream().map(Check::verdict).toList());
    return new VerificationReport(verdict, checks, signatures, List.of(), List.of(), assertion, "");
  }

  private static Check structure(ObjectNode assertion) {
    Findings findings = new Findings(Check.Kind.DOCUMENT);
    for (String member : List.of("recipient", "badge", "issuedOn")) {
      if (!assertion.has(member)) {
        findings.invalid(
            "structure-required", Pointer.ROOT, "Open Badges 2.0 demands a member " + member);
      }
    }
    if (verification(assertion).isMissingNode()) {
      findings.invalid("structure-required", Pointer.ROOT, "it does not say how it is verified");
    }
    return findings.check();
  }

  private Check validity(ObjectNode assertion) {
    Findings findings = new Findings(Check.Kind.VALIDITY);
    Lenient times = Lenient.of(assertion);
    Instant issued = times.instant("issuedOn");
    Instant expires = times.instant("expires");
    if ((assertion.has("issuedOn") && issued == null)
        || (assertion.has("expires") && expires == null)) {
      findings.invalid("not-a-time", Pointer.ROOT, "issuedOn or expires is not a time");
    }
    if (issued != null && at.isBefore(issued)) {
      findings.invalid("not-yet-valid", Pointer.ROOT.child("issuedOn"), "issued after " + at);
    }
    if (expires != null && at.isAfter(expires)) {
      findings.invalid("expired", Pointer.ROOT.child("expires"), "it expired at " + expires);
    }
    return findings.check();
  }
}
