package org.vellum.credentials.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.Examples;
import org.vellum.credentials.StandardsFiles;
import org.vellum.credentials.key.DidWeb;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.credentials.openbadges.AchievementCredential;
import org.vellum.credentials.openbadges.Profile;
import org.vellum.credentials.proof.EddsaRdfc2022;

/** Whose key it is. */
class IssuerTest {
  private static final URI DID_DOCUMENT = DidWeb.documentUrl(Examples.DID);
  private final Examples university = new Examples();
  private final Verifier verifier = new Verifier();

  private VerificationReport verify(ObjectNode document) {
    return verifier.verify(Examples.bytes(document), university.documents(), Examples.NOW);
  }

  private void assertIssuer(ObjectNode document, Verdict verdict, String code) {
    Check check = verify(document).check(Check.Kind.ISSUER);
    assertThat(check.findings()).extracting(Finding::code).containsExactly(code);
    assertThat(check.verdict()).isEqualTo(verdict);
  }

  private ObjectNode didDocument() {
    return StandardsFiles.parse(university.web.get(DID_DOCUMENT));
  }

  /** A badge by an issuer of another name, signed with any key. */
  private static ObjectNode badgeOf(String issuer, IssuerKey key) {
    AchievementCredential badge =
        AchievementCredential.builder(
                "https://university.example/credentials/1",
                "Badge",
                Profile.builder(issuer).name("Issuer").build(),
                Examples.ISSUED,
                Examples.subject(1))
            .build();
    return new EddsaRdfc2022().sign(badge.toJson(), key, Examples.ISSUED);
  }

  @Test
  void a_did_document_that_does_not_answer_leaves_the_issuer_unknown_and_the_proof_read() {
    ObjectNode badge = Examples.badge(1).credentialStatus(null).build().toJson();
    ObjectNode signed = university.sign(badge);
    university.web.remove(DID_DOCUMENT);

    assertIssuer(signed, Verdict.COULD_NOT_BE_CHECKED, "not-found");
    VerificationReport report = verify(signed);
    assertThat(report.check(Check.Kind.PROOF).verdict()).isEqualTo(Verdict.VALID);
    assertThat(report.verdict()).isEqualTo(Verdict.COULD_NOT_BE_CHECKED);
  }

  @Test
  void a_change_is_found_even_when_the_issuer_does_not_answer() {
    ObjectNode badge = university.signedBadge(1);
    university.web.remove(DID_DOCUMENT);
    badge.put("name", "Other");

    assertThat(verify(badge).verdict()).isEqualTo(Verdict.INVALID);
  }

  @Test
  void a_key_that_the_issuer_no_longer_lists_is_disowned() {
    ObjectNode badge = university.signedBadge(1);
    university.publishKeys(List.of(IssuerKey.generate(Examples.DID)));

    assertIssuer(badge, Verdict.INVALID, "key-not-listed");
  }

  @Test
  void a_key_listed_but_not_for_assertion_is_disowned() {
    ObjectNode document = didDocument();
    document.putArray("assertionMethod").add(Examples.DID + "#other");
    university.web.put(DID_DOCUMENT, document.toString());

    assertIssuer(university.signedBadge(1), Verdict.INVALID, "key-not-listed");
  }

  @Test
  void a_key_may_be_written_relative_to_its_document_or_inside_the_relationship() {
    ObjectNode badge = Examples.badge(1).credentialStatus(null).build().toJson();
    ObjectNode document = didDocument();
    ObjectNode method = (ObjectNode) document.at("/verificationMethod/0");
    String fragment = "#" + university.key.publicKeyMultibase();
    method.put("id", fragment);
    document.putArray("assertionMethod").add(fragment);
    university.web.put(DID_DOCUMENT, document.toString());
    assertThat(verify(university.sign(badge)).verdict()).isEqualTo(Verdict.VALID);

    document.remove("verificationMethod");
    document.putArray("assertionMethod").add(method);
    university.web.put(DID_DOCUMENT, document.toString());
    assertThat(verify(university.sign(badge)).verdict()).isEqualTo(Verdict.VALID);
  }

  @Test
  void a_did_document_with_another_id_tells_nothing() {
    ObjectNode document = didDocument();
    document.put("id", "did:web:other.example");
    university.web.put(DID_DOCUMENT, document.toString());

    assertIssuer(university.signedBadge(1), Verdict.COULD_NOT_BE_CHECKED, "other-document");
  }

  @Test
  void a_document_that_lists_no_keys_at_all_tells_nothing() {
    university.web.put(DID_DOCUMENT, "{\"id\":\"" + Examples.DID + "\"}");

    assertIssuer(university.signedBadge(1), Verdict.COULD_NOT_BE_CHECKED, "no-keys-published");
  }

  @Test
  void a_document_that_is_no_json_tells_nothing() {
    university.web.put(DID_DOCUMENT, "<html>");

    assertIssuer(university.signedBadge(1), Verdict.COULD_NOT_BE_CHECKED, "not-json");
  }

  @Test
  void a_genuine_key_of_somebody_else_is_not_the_issuers() {
    IssuerKey other = IssuerKey.generate("did:web:other.example");
    university.web.put(
        DidWeb.documentUrl("did:web:other.example"),
        DidWeb.document("did:web:other.example", List.of(other.verificationKey())).toString());

    assertIssuer(badgeOf(Examples.DID, other), Verdict.INVALID, "not-the-issuers-key");
  }

  @Test
  void a_did_key_speaks_for_itself_and_for_nobody_else() {
    String multikey = university.key.publicKeyMultibase();
    String did = "did:key:" + multikey;
    IssuerKey key =
        new IssuerKey(
            did + "#" + multikey, university.key.privateKey(), university.key.publicKey());

    assertThat(verify(badgeOf(did, key)).verdict()).isEqualTo(Verdict.VALID);
    assertIssuer(badgeOf(Examples.DID, key), Verdict.INVALID, "not-the-issuers-key");
  }

  @Test
  void a_did_key_with_another_key_as_fragment_is_refused() {
    String did = "did:key:" + university.key.publicKeyMultibase();
    IssuerKey other = IssuerKey.generate(did);

    assertIssuer(badgeOf(did, other), Verdict.INVALID, "key-not-listed");
  }

  @Test
  void a_key_document_on_the_web_counts_when_its_controller_lists_it() {
    String issuer = "https://college.example/issuer";
    String method = "https://college.example/keys/1#" + university.key.publicKeyMultibase();
    IssuerKey key = new IssuerKey(method, university.key.privateKey(), university.key.publicKey());
    ObjectNode keyDocument = key.verificationKey().toJson().put("controller", issuer);
    university.web.put(URI.create("https://college.example/keys/1"), keyDocument.toString());
    ObjectNode profile = keyDocument.objectNode().put("id", issuer);
    university.web.put(URI.create(issuer), profile.toString());

    assertIssuer(badgeOf(issuer, key), Verdict.COULD_NOT_BE_CHECKED, "no-keys-published");

    profile.putArray("assertionMethod").add(method);
    university.web.put(URI.create(issuer), profile.toString());
    assertThat(verify(badgeOf(issuer, key)).verdict()).isEqualTo(Verdict.VALID);
  }

  @Test
  void a_verification_method_of_another_kind_cannot_be_checked() {
    IssuerKey key = IssuerKey.generate("did:example:123");

    assertIssuer(
        badgeOf("did:example:123", key), Verdict.COULD_NOT_BE_CHECKED, "unsupported-method");
  }

  @Test
  void a_proof_of_an_unknown_kind_is_skipped_and_one_good_proof_suffices() {
    ObjectNode badge = university.signedBadge(1);
    ObjectNode good = (ObjectNode) badge.get("proof");
    ObjectNode unknown = good.deepCopy().put("cryptosuite", "bbs-2023");
    badge.putArray("proof").add(unknown).add(good);
    assertThat(verify(badge).verdict()).isEqualTo(Verdict.VALID);

    badge.putArray("proof").add(unknown);
    VerificationReport report = verify(badge);
    assertThat(report.check(Check.Kind.PROOF).findings())
        .extracting(Finding::code)
        .containsExactly("unsupported-proof");
    assertThat(report.verdict()).isEqualTo(Verdict.COULD_NOT_BE_CHECKED);
  }

  @Test
  void no_more_documents_are_fetched_than_allowed_and_each_only_once() {
    int[] fetched = {0};
    Documents counted =
        url -> {
          fetched[0]++;
          return university.documents().fetch(url);
        };

    VerificationReport report =
        verifier.verify(Examples.bytes(university.signedRecord(5)), counted, Examples.NOW);

    assertThat(report.verdict()).isEqualTo(Verdict.VALID);
    assertThat(fetched[0]).isEqualTo(2);

    Verifier one = new Verifier(new VerificationLimits(10_000_000, 2_000, 1, 1 << 22));
    VerificationReport cut =
        one.verify(Examples.bytes(university.signedBadge(1)), counted, Examples.NOW);
    assertThat(cut.check(Check.Kind.STATUS).findings())
        .extracting(Finding::code)
        .containsExactly("status-too-many-fetches");
  }

  @Test
  void a_fetcher_that_throws_does_not_bring_the_verifier_down() {
    Documents broken =
        url -> {
          throw new IllegalStateException("boom");
        };

    VerificationReport report =
        verifier.verify(Examples.bytes(university.signedBadge(1)), broken, Examples.NOW);

    assertThat(report.verdict()).isEqualTo(Verdict.COULD_NOT_BE_CHECKED);
  }
}
