package org.vellum.credentials.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.Examples;
import org.vellum.credentials.jsonld.Canonicalizer;
import org.vellum.credentials.key.DidWeb;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.credentials.key.SignatureAlgorithm;
import org.vellum.credentials.key.VerificationKey;
import org.vellum.credentials.proof.EcdsaRdfc2019;
import org.vellum.credentials.proof.EddsaJcs2022;
import org.vellum.credentials.selective.Disclosure;
import org.vellum.credentials.selective.EcdsaSd2023;
import org.vellum.credentials.verification.Check;
import org.vellum.credentials.verification.Finding;
import org.vellum.credentials.verification.Verdict;
import org.vellum.credentials.verification.VerificationReport;
import org.vellum.credentials.verification.Verifier;

/**
 * Badges and records between Vellum and Digital Bazaar's libraries, which most issuers and wallets
 * run: what one signs the other verifies, and neither lets a changed character pass.
 */
class DigitalBazaarTest {
  private static final String RESULT = "/credentialSubject/result/1/value";
  private static final String FIRST = "https://university.example/achievements/1";

  private final Examples university = new Examples();
  private final IssuerKey p256 = IssuerKey.generate(Examples.DID, SignatureAlgorithm.ES256);
  private final IssuerKey p384 = IssuerKey.generate(Examples.DID, SignatureAlgorithm.ES384);
  private final EcdsaSd2023 selective = new EcdsaSd2023(new Canonicalizer());
  private final ObjectNode badge = Examples.badge(1).build().toJson();
  private final ObjectNode record =
      Examples.record(List.of(university.signedBadge(1), university.signedBadge(2)))
          .build()
          .toJson();
  private final ObjectNode plainBadge = plain(badge);
  private final ObjectNode plainRecord =
      plain(Examples.record(List.of(university.sign(plainBadge))).build().toJson());
  private final JavaScript javaScript = new JavaScript();

  DigitalBazaarTest() {
    university.publishKeys(List.of(university.key, p256, p384));
  }

  @Test
  void what_vellum_signs_verifies_there_and_a_changed_character_does_not() {
    List<ObjectNode> signed = new ArrayList<>();
    List.of(badge, record)
        .forEach(credential -> {
          signed.add(university.sign(credential));
          signed.add(new EcdsaRdfc2019().sign(credential, p256, Examples.ISSUED));
          signed.add(new EcdsaRdfc2019().sign(credential, p384, Examples.ISSUED));
          signed.add(new EddsaJcs2022().sign(credential, university.key, Examples.ISSUED));
          signed.add(selective.derive(base(credential), List.of("/credentialSubject")));
          signed.add(selective.derive(base(credential), List.of()));
        });
    for (ObjectNode each : signed) {
      askToVerify(each);
      askToVerify(changed(each));
    }

    List<JsonNode> done = javaScript.run("credentials.mjs", university.web);

    assertThat(done).hasSize(2 * signed.size());
    for (int i = 0; i < signed.size(); i++) {
      String suite = signed.get(i).at("/proof/cryptosuite").asText();
      assertThat(done.get(2 * i).path("verified").asBoolean())
          .as("%d %s: %s", i, suite, done.get(2 * i))
          .isTrue();
      assertThat(done.get(2 * i + 1).path("verified").asBoolean(true)).as(suite).isFalse();
    }
  }

  @Test
  void what_they_sign_verifies_here_and_a_changed_character_does_not() {
    List.of(badge, record)
        .forEach(credential -> {
          askToSign(credential, "eddsa-rdfc-2022", "Ed25519");
          askToSign(credential, "ecdsa-rdfc-2019", "P-256");
          askToSign(credential, "ecdsa-rdfc-2019", "P-384");
          askToSign(credential, "eddsa-jcs-2022", "Ed25519");
        });
    askToSign(plainBadge, "ecdsa-sd-2023", "P-256");
    askToSign(plainRecord, "ecdsa-sd-2023", "P-256");

    List<JsonNode> done = javaScript.run("credentials.mjs", university.web);

    publishTheirKeys(done);
    assertThat(done).hasSize(10);
    for (JsonNode each : done) {
      assertThat(each.path("error").asText()).isEmpty();
      ObjectNode signed = (ObjectNode) each.path("signed");
      assertThat(verify(signed).verdict())
          .as(signed.path("type") + signed.at("/proof/cryptosuite").asText())
          .isEqualTo(Verdict.VALID);
      assertThat(codes(verify(changed(signed)))).contains("changed");
    }
  }

  /** The holder's program is often not the issuer's: each derives from what the other signed. */
  @Test
  void what_one_signs_the_other_derives_from_and_the_first_verifies() {
    askToDerive(base(plainBadge), RESULT);
    askToDerive(base(plainRecord), "/partial");
    askToSign(plainBadge, "ecdsa-sd-2023", "P-256");
    askToSign(plainRecord, "ecdsa-sd-2023", "P-256");
    List<JsonNode> done = javaScript.run("credentials.mjs", university.web);
    publishTheirKeys(done);

    for (JsonNode each : done.subList(0, 2)) {
      assertThat(each.path("error").asText()).isEmpty();
      ObjectNode derived = (ObjectNode) each.path("derived");
      assertThat(derived.path("proof").isObject()).as(each.toString()).isTrue();
      // Of a record without a credential the structure is judged otherwise than its signature.
      assertThat(verify(derived).check(Check.Kind.PROOF).verdict())
          .as(derived.path("type") + " " + verify(derived).checks())
          .isEqualTo(Verdict.VALID);
      assertThat(codes(verify(changed(derived)))).contains("changed");
    }
    JavaScript again = new JavaScript();
    ObjectNode ofBadge = selective.derive((ObjectNode) done.get(2).path("signed"), List.of(RESULT));
    ObjectNode whole = (ObjectNode) done.get(3).path("signed");
    ObjectNode ofRecord = selective.derive(whole, Disclosure.of(whole, List.of(FIRST)));
    for (ObjectNode each : List.of(ofBadge, ofRecord)) {
      verify(again, each);
      verify(again, changed(each));
    }

    List<JsonNode> judged = again.run("credentials.mjs", university.web);

    assertThat(judged.stream().map(each -> each.path("verified").asBoolean()).toList())
        .as(judged.toString())
        .containsExactly(true, false, true, false);
  }

  /**
   * Their ecdsa-sd-2023 gives names to lists as if they were nodes, and then refuses them, so that
   * it neither signs nor shows parts of anything with an {@code allowedValue}. It verifies them.
   */
  @Test
  void their_selective_disclosure_does_not_take_what_holds_an_ordered_list() {
    askToSign(badge, "ecdsa-sd-2023", "P-256");
    askToDerive(base(badge), RESULT);

    List<JsonNode> done = javaScript.run("credentials.mjs", university.web);

    assertThat(done)
        .extracting(each -> each.path("error").asText())
        .allSatisfy(error -> assertThat(error).contains("@list"));
  }

  /**
   * RDFC-1.0 may give nodes that are alike in everything their labels in any order; of an issuer
   * that is written out three times, its nodes without a name are alike. Which of them a pointer
   * means is then another one to another program, also to theirs between two of its own steps.
   */
  @Test
  void a_part_shown_by_them_does_not_hold_anywhere_if_its_unnamed_nodes_have_look_alikes() {
    ObjectNode repeated = without(badge, "allowedValue");
    askToDerive(base(repeated), RESULT);
    ObjectNode derived =
        (ObjectNode) javaScript.run("credentials.mjs", university.web).getFirst().path("derived");
    JavaScript again = new JavaScript();
    verify(again, derived);

    assertThat(verify(derived).verdict()).isEqualTo(Verdict.INVALID);
    assertThat(again.run("credentials.mjs", university.web).getFirst().path("verified").asBoolean())
        .isFalse();
  }

  /** What their ecdsa-sd-2023 can take: see the last two tests. */
  private static ObjectNode plain(ObjectNode credential) {
    return without(credential, "allowedValue", "creator", "source");
  }

  private static ObjectNode without(ObjectNode credential, String... members) {
    ObjectNode less = credential.deepCopy();
    for (String member : members) {
      less.findParents(member).forEach(parent -> ((ObjectNode) parent).remove(member));
    }
    return less;
  }

  private ObjectNode base(ObjectNode credential) {
    List<String> mandatory = Disclosure.mandatory(credential);
    return selective.sign(credential, p256, mandatory, Examples.ISSUED, new SecureRandom());
  }

  private static ObjectNode changed(ObjectNode credential) {
    ObjectNode changed = credential.deepCopy();
    String name = changed.path("name").asText();
    assertThat(name).isNotEmpty();
    return changed.put("name", name.substring(1));
  }

  private void askToVerify(ObjectNode credential) {
    verify(javaScript, credential);
  }

  private static void verify(JavaScript there, ObjectNode credential) {
    ObjectNode job = there.job("verify").put("now", Examples.NOW.toString());
    job.put("suite", credential.at("/proof/cryptosuite").asText());
    job.set("credential", credential);
  }

  private void askToSign(ObjectNode credential, String suite, String curve) {
    ObjectNode job = javaScript.job("sign").put("suite", suite).put("curve", curve);
    job.put("controller", Examples.DID).put("created", Examples.ISSUED.toString());
    job.set("credential", credential);
    Disclosure.mandatory(credential).forEach(job.withArray("mandatoryPointers")::add);
  }

  private void askToDerive(ObjectNode signed, String pointer) {
    ObjectNode job = javaScript.job("derive");
    job.set("credential", signed);
    job.putArray("selectivePointers").add(pointer);
  }

  private void publishTheirKeys(List<JsonNode> done) {
    List<VerificationKey> keys = new ArrayList<>();
    List.of(university.key, p256).forEach(key -> keys.add(key.verificationKey()));
    for (JsonNode each : done) {
      String key = each.path("publicKeyMultibase").asText();
      if (!key.isEmpty()) {
        keys.add(new VerificationKey(Examples.DID + "#" + key, Examples.DID, key));
      }
    }
    university.web.put(
        DidWeb.documentUrl(Examples.DID), DidWeb.document(Examples.DID, keys).toString());
  }

  private VerificationReport verify(ObjectNode credential) {
    return new Verifier().verify(Examples.bytes(credential), university.documents(), Examples.NOW);
  }

  private static List<String> codes(VerificationReport report) {
    return report.check(Check.Kind.PROOF).findings().stream().map(Finding::code).toList();
  }
}
