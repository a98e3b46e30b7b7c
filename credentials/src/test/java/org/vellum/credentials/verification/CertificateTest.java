package org.vellum.credentials.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.Examples;
import org.vellum.credentials.key.IssuerKey;

/** Issuers who are known by a certificate in the token. */
class CertificateTest {
  private final Examples university = new Examples();
  private final KeyPair authority = pair();
  private final X509Certificate root = certificate(authority, authority, null, Examples.ISSUED);
  private final KeyPair own = pair();

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static X509Certificate certificate(
      KeyPair subject, KeyPair by, @Nullable GeneralName name, Instant from) {
    try {
      boolean root = name == null;
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              new X500Name("CN=Authority"),
              BigInteger.valueOf(root ? 1 : 2),
              Date.from(from),
              Date.from(from.plus(Duration.ofDays(365))),
              new X500Name(root ? "CN=Authority" : "CN=University"),
              subject.getPublic());
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(root));
      if (name != null) {
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(name));
      }
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(by.getPrivate())));
    } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
      throw new IllegalStateException(e);
    }
  }

  private X509Certificate named(int kind, String name) {
    return certificate(own, authority, new GeneralName(kind, name), Examples.ISSUED);
  }

  private VerificationReport verify(X509Certificate certificate, Set<X509Certificate> trusted)
      throws GeneralSecurityException {
    IssuerKey key = new IssuerKey(Examples.DID + "#x", own.getPrivate(), own.getPublic());
    ObjectNode header = Examples.badge(1).build().toJson().objectNode();
    header.put("alg", "ES256").put("typ", "vc+jwt");
    header.putArray("x5c").add(Base64.getEncoder().encodeToString(certificate.getEncoded()));
    String input =
        base64(header.toString()) + "." + base64(Examples.badge(1).build().toJson().toString());
    String token =
        input
            + "."
            + Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(key.sign(input.getBytes(UTF_8)));
    return new Verifier(VerificationLimits.DEFAULT, TrustedIssuers.none().with(trusted))
        .verify(token.getBytes(UTF_8), university.documents(), Examples.NOW);
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  private static List<String> codes(VerificationReport report) {
    return report.check(Check.Kind.ISSUER).findings().stream().map(Finding::code).toList();
  }

  @Test
  void a_certificate_of_a_trusted_authority_for_the_issuer_binds_the_key()
      throws GeneralSecurityException {
    for (X509Certificate certificate :
        List.of(
            named(GeneralName.dNSName, "university.example"),
            named(GeneralName.uniformResourceIdentifier, Examples.DID))) {
      VerificationReport report = verify(certificate, Set.of(root));

      assertThat(report.verdict()).as(report.checks().toString()).isEqualTo(Verdict.VALID);
      assertThat(report.signatures())
          .extracting(Signature::binding, Signature::controller)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(Signature.Binding.CERTIFICATE, Examples.DID));
    }
  }

  @Test
  void a_certificate_of_another_is_not_the_issuers() throws GeneralSecurityException {
    for (String name : List.of("other.example", "*.example", "sub.university.example")) {
      VerificationReport report = verify(named(GeneralName.dNSName, name), Set.of(root));

      assertThat(codes(report)).containsExactly("not-the-issuers-certificate");
      assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
    }
  }

  @Test
  void a_certificate_proves_nothing_without_a_trusted_authority() throws GeneralSecurityException {
    X509Certificate certificate = named(GeneralName.dNSName, "university.example");
    KeyPair stranger = pair();

    VerificationReport none = verify(certificate, Set.of());
    VerificationReport other =
        verify(certificate, Set.of(certificate(stranger, stranger, null, Examples.ISSUED)));

    assertThat(codes(none)).containsExactly("no-authorities");
    assertThat(codes(other)).containsExactly("untrusted-certificate");
    assertThat(List.of(none.verdict(), other.verdict())).containsOnly(Verdict.COULD_NOT_BE_CHECKED);
    assertThat(other.signatures())
        .extracting(Signature::binding)
        .containsExactly(Signature.Binding.NONE);
  }

  @Test
  void a_certificate_is_no_authority_for_itself() throws GeneralSecurityException {
    X509Certificate certificate = named(GeneralName.dNSName, "university.example");

    assertThat(codes(verify(certificate, Set.of(certificate))))
        .containsExactly("untrusted-certificate");
    assertThat(codes(verify(certificate, Set.of(certificate, root)))).isEmpty();
  }

  @Test
  void a_certificate_out_of_its_time_proves_nothing() throws GeneralSecurityException {
    X509Certificate early =
        certificate(
            own,
            authority,
            new GeneralName(GeneralName.dNSName, "university.example"),
            Examples.NOW.plusSeconds(60));

    assertThat(codes(verify(early, Set.of(root)))).containsExactly("untrusted-certificate");
  }
}
