package org.vellum.credentials.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vellum.credentials.Examples;
import org.vellum.credentials.json.Pointer;
import org.vellum.credentials.json.StrictJson;
import org.vellum.credentials.status.BitstringStatusList;

/** The kinds of status other than one bit that revokes. */
class StatusKindsTest {
  private static final URI REVOKED = URI.create("https://university.example/revoked");
  private final Examples university = new Examples();

  private Check status(ObjectNode entry) {
    ObjectNode badge = university.sign(Examples.badge(1).credentialStatus(entry).build().toJson());
    return new Verifier()
        .verify(Examples.bytes(badge), university.documents(), Examples.NOW)
        .check(Check.Kind.STATUS);
  }

  private void publishMessages() {
    ObjectNode list =
        university.statusList.credential(Examples.LIST, Examples.DID, "message", Examples.ISSUED);
    university.web.put(Examples.LIST, university.sign(list).toString());
  }

  @Test
  void a_message_is_told_and_weighs_nothing() {
    university.statusList.setValue(7, 2, 2);
    publishMessages();
    List<String> messages = List.of("as issued", "under review", "renewal is due", "other");

    Check check = status(BitstringStatusList.messageEntry(Examples.LIST, 7, messages));

    assertThat(check.verdict()).isEqualTo(Verdict.VALID);
    assertThat(check.findings())
        .extracting(Finding::code, Finding::message)
        .containsExactly(tuple("status-message", "its issuer says of it: renewal is due"));
  }

  @Test
  void a_message_that_is_not_told_is_a_warning() {
    university.statusList.setValue(7, 2, 3);
    publishMessages();
    ObjectNode entry =
        BitstringStatusList.messageEntry(Examples.LIST, 7, List.of("a", "b", "c", "d"));
    entry.withArray("/statusMessage").remove(3);

    assertThat(status(entry).findings())
        .extracting(Finding::severity, Finding::code)
        .containsExactly(tuple(Severity.WARNING, "status-message-unknown"));
  }

  @ParameterizedTest
  @CsvSource({
    "'[]', VALID, ''",
    "'[{\"id\":\"https://university.example/credentials/2\"}]', VALID, ''",
    "'[{\"id\":\"https://university.example/credentials/1\"}]', INVALID, revoked",
    "'[{\"id\":\"https://university.example/credentials/1\",\"revoked\":true}]', INVALID, revoked",
    "'[{\"id\":\"https://university.example/credentials/1\",\"revoked\":false}]', VALID, ''",
    "'\"none\"', COULD_NOT_BE_CHECKED, status-malformed"
  })
  void a_list_of_1edtech_revokes_what_it_names_unless_it_says_otherwise(
      String entries, Verdict verdict, String code) {
    assertList("{\"issuer\":\"" + Examples.DID + "\",\"revokedCredential\":" + entries + "}")
        .satisfies(check -> {
          assertThat(check.verdict()).isEqualTo(verdict);
          assertThat(String.join(",", check.findings().stream().map(Finding::code).toList()))
              .isEqualTo(code);
        });
  }

  @Test
  void a_list_of_another_issuer_revokes_nothing_and_assures_nothing() {
    assertList("{\"issuer\":\"did:web:other.example\",\"revokedCredential\":[]}")
        .extracting(Check::verdict)
        .isEqualTo(Verdict.COULD_NOT_BE_CHECKED);
  }

  @Test
  void a_list_that_does_not_answer_leaves_the_status_unknown() {
    ObjectNode credential = Examples.badge(1).build().toJson();
    Findings findings = new Findings(Check.Kind.STATUS);
    lists().check(new Credential(credential, Pointer.ROOT), revokedAt(), Pointer.ROOT, findings);

    assertThat(findings.check().findings())
        .extracting(Finding::code, Finding::problemType)
        .containsExactly(
            tuple(
                "status-not-found",
                "https://www.w3.org/ns/credentials/status-list#STATUS_RETRIEVAL_ERROR"));
  }

  /** Status List 2021 writes the same bits without the multibase header (section 4.2). */
  @Test
  void a_list_of_2021_revokes_by_its_bit_and_must_be_signed_by_the_issuer() {
    ObjectNode badge =
        university.sign(
            withContextOf2021(
                Examples.badge(1)
                    .credentialStatus(
                        BitstringStatusList.entry(Examples.LIST, 7, "revocation")
                            .put("type", "StatusList2021Entry"))
                    .build()
                    .toJson()));
    assertThat(statusOf2021(badge, university).verdict()).isEqualTo(Verdict.VALID);

    university.statusList.set(7, true);

    assertThat(statusOf2021(badge, university).findings())
        .extracting(Finding::code)
        .containsExactly("revoked");
    assertThat(statusOf2021(badge, new Examples()).findings())
        .extracting(Finding::code)
        .containsExactly("status-unverified");
  }

  private Check statusOf2021(ObjectNode badge, Examples signer) {
    ObjectNode list =
        university.statusList.credential(
            Examples.LIST, Examples.DID, "revocation", Examples.ISSUED);
    list.set("issuanceDate", list.remove("validFrom")); // of the data model 1.1, as it was then
    list.putArray("@context")
        .add("https://www.w3.org/2018/credentials/v1")
        .add("https://w3id.org/vc/status-list/2021/v1")
        .add("https://w3id.org/security/data-integrity/v2");
    list.withArray("/type").set(1, "StatusList2021Credential");
    ObjectNode subject = list.withObject("/credentialSubject").put("type", "StatusList2021");
    subject.put("encodedList", subject.get("encodedList").asText().substring(1));
    university.web.put(Examples.LIST, signer.sign(list).toString());
    return new Verifier()
        .verify(Examples.bytes(badge), university.documents(), Examples.NOW)
        .check(Check.Kind.STATUS);
  }

  private static ObjectNode withContextOf2021(ObjectNode credential) {
    credential.withArray("/@context").add("https://w3id.org/vc/status-list/2021/v1");
    return credential;
  }

  private ObjectAssert<Check> assertList(String list) {
    university.web.put(REVOKED, list);
    ObjectNode credential = Examples.badge(1).build().toJson();
    Findings findings = new Findings(Check.Kind.STATUS);
    lists().check(new Credential(credential, Pointer.ROOT), revokedAt(), Pointer.ROOT, findings);
    return assertThat(findings.check());
  }

  private RevocationLists lists() {
    return new RevocationLists(
        new Library(university.documents(), new StrictJson(1_000_000, 50), 10));
  }

  private static ObjectNode revokedAt() {
    return BitstringStatusList.entry(REVOKED, 1, "revocation")
        .put("id", REVOKED.toString())
        .put("type", RevocationLists.TYPE);
  }
}
