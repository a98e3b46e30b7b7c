package org.vellum.credentials.verification;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vellum.credentials.json.Pointer;
import org.vellum.credentials.key.SignatureAlgorithm;
import org.vellum.credentials.openbadges2.AssertionFinding;
import org.vellum.credentials.openbadges2.CheckedAssertion;

/** What came of a check by the rules of Open Badges 2.0, in the form of a report. */
final class OlderReport {
  private static final Set<String> OF_DATES = Set.of("expired", "not-yet-valid", "date");
  private static final Set<String> OF_FORM = Set.of("missing", "type", "verification");
  private static final Set<String> OF_ISSUER = Set.of("scope", "foreign-key", "no-issuer");
  private static final Set<String> OF_BYTES = Set.of("differs", "signature", "unsigned");

  private final CheckedAssertion checked;
  private final Pointer place;
  private final Map<Check.Kind, Findings> findings = new EnumMap<>(Check.Kind.class);
  private final List<Signature> signatures = new ArrayList<>();

  /** The report of what stands at that place. */
  OlderReport(CheckedAssertion checked, Pointer place) {
    this.checked = checked;
    this.place = place;
    for (Check.Kind kind : Check.Kind.values()) {
      findings.put(kind, new Findings(kind));
    }
    for (AssertionFinding each : checked.findings()) {
      String where = each.place();
      // The header of a token is no part of the document that the pointers are of.
      String whole = where.startsWith("header:") ? where : place + where;
      of(kind(each)).add(severity(each.weight()), each.code(), whole, each.message());
    }
  }

  Findings of(Check.Kind kind) {
    return findings.computeIfAbsent(kind, Findings::new);
  }

  private static Check.Kind kind(AssertionFinding finding) {
    String code = finding.code();
    String where = finding.place();
    if (code.equals("revoked") || where.endsWith("/revocationList")) {
      return Check.Kind.STATUS;
    }
    if (OF_DATES.contains(code)) {
      return Check.Kind.VALIDITY;
    }
    if (OF_FORM.contains(code)) {
      return Check.Kind.DOCUMENT;
    }
    boolean atIssuer = where.contains("/issuer") || where.startsWith("/publisher");
    return !OF_BYTES.contains(code) && (atIssuer || OF_ISSUER.contains(code))
        ? Check.Kind.ISSUER
        : Check.Kind.PROOF;
  }

  private static Severity severity(AssertionFinding.Weight weight) {
    return switch (weight) {
      case INVALID -> Severity.ERROR;
      case UNCHECKED -> Severity.COULD_NOT_BE_CHECKED;
      case BREACH -> Severity.WARNING;
      case REMARK -> Severity.REMARK;
    };
  }

  /** It is vouched for by its address. */
  void hosted() {
    Findings proof = of(Check.Kind.PROOF);
    if (checked.issuer() == null) {
      notReached(proof, "unread", "it could not be compared with what is at its address");
    } else if (proof.verdict() == Verdict.VALID) {
      proof.note("hosted", place, "it is what its issuer shows at its address");
    }
    issuer();
  }

  /**
   * It is vouched for by the record around it, as far as the same one speaks.
   *
   * @param publisher the id of who vouches for the record
   * @param record what is known of the record
   */
  void inside(String publisher, OlderReport record) {
    Findings proof = of(Check.Kind.PROOF);
    proof.add(
        Envelope.severity(record.of(Check.Kind.PROOF).check()),
        "signed-by-envelope",
        place.toString(),
        "it has no proof of its own; the one of the record around it covers it");
    Findings issuer = of(Check.Kind.ISSUER);
    if (!publisher.isEmpty() && publisher.equals(checked.issuer())) {
      issuer.add(
          Envelope.severity(record.of(Check.Kind.ISSUER).check()),
          "signed-by-envelope",
          place.toString(),
          "the publisher of the record around it is its issuer");
    } else {
      issuer.unknown(
          "vouched-by-another",
          place,
          "it names another issuer than the one who published the record around it");
    }
  }

  /**
   * It is vouched for by a signature.
   *
   * @param compact its token
   */
  void signed(String compact) {
    issuer();
    CheckedAssertion.Key key = checked.key();
    if (key == null) {
      notReached(of(Check.Kind.PROOF), "no-key", "no key was found, so the signature is unread");
      return;
    }
    String issuer = checked.issuer();
    SigningKey signing =
        issuer != null && of(Check.Kind.ISSUER).verdict() == Verdict.VALID
            ? new SigningKey(
                key.id(), key.publicKey(), issuer, Signature.Binding.CONTROLLER_DOCUMENT)
            : SigningKey.unbound(key.id(), key.publicKey());
    signatures.add(
        signing.signature(
            place,
            algorithm(key.publicKey()),
            "the whole token",
            SigningKey.digest(signingInput(compact))));
  }

  private static byte[] signingInput(String compact) {
    String token = compact.strip();
    return token.substring(0, token.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII);
  }

  /** A token whose header names another algorithm than its key's does not hold. */
  private static String algorithm(PublicKey key) {
    return SignatureAlgorithm.of(key).map(SignatureAlgorithm::joseName).orElse("");
  }

  private void issuer() {
    if (checked.issuer() == null) {
      notReached(of(Check.Kind.ISSUER), "no-issuer", "who issued it was not reached");
    }
  }

  /** What was not looked at does not hold. */
  private void notReached(Findings check, String code, String message) {
    if (check.verdict() == Verdict.VALID) {
      check.unknown(code, place, message);
    }
  }

  VerificationReport of(
      ObjectNode brought, List<VerificationReport> nested, List<VerificationReport> endorsements) {
    List<Check> checks = new ArrayList<>();
    for (Check.Kind kind : Check.Kind.values()) {
      checks.add(
          switch (kind) {
            case CREDENTIALS -> Inside.credentials(nested);
            case ENDORSEMENTS -> Inside.endorsements(endorsements);
            default -> of(kind).check();
          });
    }
    Verdict verdict = Verdict.worst(checks.stream().map(Check::verdict).toList());
    return new VerificationReport(
        verdict, checks, signatures, nested, endorsements, brought, place.toString());
  }
}
