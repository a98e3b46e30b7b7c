package org.vellum.credentials.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.Examples;
import org.vellum.credentials.StandardsFiles;
import org.vellum.credentials.key.DidWeb;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.credentials.proof.EddsaRdfc2022;
import org.vellum.credentials.proof.ProofOptions;

/** A holder with a key and a credential, and who verifies what is shown. */
final class Shown {
  static final String HOLDER = "did:web:ada.example";
  static final URI HOLDERS_DOCUMENT = DidWeb.documentUrl(HOLDER);
  static final Asked ASKED = new Asked("n-0S6_WzA2Mj", "https://employer.example");
  static final Instant SHOWN = Examples.NOW.minusSeconds(60);

  final Examples university = new Examples();
  final IssuerKey holder = IssuerKey.generate(HOLDER);
  final ObjectNode badge = university.signedBadge(1);
  final Verifier verifier = new Verifier();

  Shown() {
    publish("authentication");
  }

  void publish(String relationship) {
    ObjectNode document = DidWeb.document(HOLDER, List.of(holder.verificationKey()));
    document.set(relationship, document.remove("assertionMethod"));
    university.web.put(HOLDERS_DOCUMENT, document.toString());
  }

  static ObjectNode presentation(String context, ObjectNode... credentials) {
    ObjectNode presentation =
        StandardsFiles.parse(
            "{\"@context\": [\"%s\"], \"type\": [\"VerifiablePresentation\"], \"holder\": \"%s\"}"
                .formatted(context, HOLDER));
    ArrayNode shown = presentation.putArray("verifiableCredential");
    List.of(credentials).forEach(shown::add);
    return presentation;
  }

  ObjectNode presentation() {
    return presentation("https://www.w3.org/ns/credentials/v2", badge);
  }

  static ProofOptions options(IssuerKey key) {
    return ProofOptions.by(key, SHOWN).withDomain(List.of(ASKED.domain()), ASKED.challenge());
  }

  ObjectNode signed(ObjectNode presentation, ProofOptions options) {
    return new EddsaRdfc2022().prepare(presentation, options).signedBy(holder);
  }

  ObjectNode signed(ObjectNode presentation) {
    return signed(presentation, options(holder).withPurpose("authentication"));
  }

  VerificationReport verify(String document, @Nullable Asked asked) {
    byte[] bytes = document.getBytes(UTF_8);
    return asked == null
        ? verifier.verify(bytes, university.documents(), Examples.NOW)
        : verifier.verify(bytes, university.documents(), Examples.NOW, asked);
  }

  VerificationReport verify(ObjectNode document) {
    return verify(document.toString(), ASKED);
  }

  static List<String> codes(VerificationReport report, Check.Kind kind) {
    return report.check(kind).findings().stream().map(Finding::code).toList();
  }

  static void assertInvalid(VerificationReport report, Check.Kind kind, String code) {
    assertThat(codes(report, kind)).as(report.checks().toString()).contains(code);
    assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
  }
}
