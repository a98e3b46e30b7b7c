package org.vellum.credentials.pdf;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.key.Multikey;
import org.vellum.credentials.key.SignatureAlgorithm;
import org.vellum.credentials.verification.Authorities;
import org.vellum.credentials.verification.Documents;
import org.vellum.credentials.verification.Finding;
import org.vellum.credentials.verification.IssuerKeys;
import org.vellum.credentials.verification.Severity;
import org.vellum.credentials.verification.VerificationLimits;
import org.vellum.credentials.verification.VerificationReport;

/** Whose the key of a PDF's signature is. Anybody can write any name into a certificate. */
final class SignerCheck {
  private static final int DIGITAL_SIGNATURE = 0;
  private static final int CONTENT_COMMITMENT = 1;

  private final Authorities authorities;
  private final IssuerKeys issuerKeys = new IssuerKeys(VerificationLimits.DEFAULT);

  SignerCheck(Set<X509Certificate> authorities) {
    this.authorities = new Authorities(authorities);
  }

  void check(
      PdfSignature signature,
      @Nullable VerificationReport record,
      Documents documents,
      Instant at,
      List<Finding> findings) {
    X509Certificate certificate = signature.certificates().getFirst();
    dates(signature, certificate, at).ifPresent(findings::add);
    boolean[] usage = certificate.getKeyUsage();
    if (usage != null && !usage[DIGITAL_SIGNATURE] && !usage[CONTENT_COMMITMENT]) {
      findings.add(
          finding(Severity.ERROR, "key-usage", signature, "the certificate is not for signatures"));
    }
    String signer = signature.signer().orElse("");
    // Whoever trusts one institution's seal names its very certificate.
    if (authorities.certificates().contains(certificate)
        || authorities.vouchFor(signature.certificates(), at)) {
      findings.add(
          finding(Severity.REMARK, "signer", signature, "a trusted authority knows it: " + signer));
      return;
    }
    String issuer = issuer(record);
    if (record == null || issuer.isEmpty()) {
      findings.add(unknown(signature, "nobody who is trusted vouches for its certificate"));
    } else if (!signedWith(record, certificate.getPublicKey())) {
      issuerKeys
          .doubt(
              certificate.getPublicKey(),
              issuer,
              documents,
              Optional.ofNullable(signature.claimed()),
              at,
              signature.place())
          .map(each ->
              each.code().equals("key-not-listed") || each.severity() != Severity.ERROR
                  ? unknown(signature, each.message())
                  : each)
          .ifPresent(findings::add);
    }
  }

  private static Optional<Finding> dates(
      PdfSignature signature, X509Certificate certificate, Instant at) {
    Instant claimed = signature.claimed();
    if (claimed != null && isOutside(certificate, claimed)) {
      return Optional.of(
          finding(
              Severity.ERROR,
              "certificate-dates",
              signature,
              "its certificate did not hold when it claims to have been made"));
    }
    if (isOutside(certificate, at)) {
      return Optional.of(
          finding(
              Severity.COULD_NOT_BE_CHECKED,
              "certificate-dates",
              signature,
              "its certificate does not hold at this time, and no time stamp says that it did"));
    }
    return claimed != null && claimed.isAfter(at)
        ? Optional.of(
            finding(
                Severity.WARNING,
                "signed-later",
                signature,
                "it claims to be made after this time"))
        : Optional.empty();
  }

  private static boolean isOutside(X509Certificate certificate, Instant at) {
    return at.isBefore(certificate.getNotBefore().toInstant())
        || at.isAfter(certificate.getNotAfter().toInstant());
  }

  /** Whether the record's own signature, whose owner is known, is of the same key. */
  private static boolean signedWith(VerificationReport record, PublicKey key) {
    boolean named =
        SignatureAlgorithm.of(key).filter(each -> each != SignatureAlgorithm.RS256).isPresent();
    return named
        && record.signatures().stream()
            .filter(each -> !each.controller().isEmpty())
            .anyMatch(each -> each.key().equals(Multikey.encode(key)));
  }

  private static String issuer(@Nullable VerificationReport record) {
    JsonNode credential = record == null ? null : record.credential();
    if (credential == null) {
      return "";
    }
    JsonNode issuer = credential.path("issuer");
    return issuer.isObject() ? issuer.path("id").asText("") : issuer.asText("");
  }

  private static Finding unknown(PdfSignature signature, String why) {
    String signer = signature.signer().orElse("");
    return finding(
        Severity.COULD_NOT_BE_CHECKED,
        "signer-unknown",
        signature,
        "that " + signer + " speaks for the issuer of the record is not known: " + why);
  }

  private static Finding finding(
      Severity severity, String code, PdfSignature signature, String message) {
    return new Finding(severity, code, signature.place(), message, "");
  }
}
