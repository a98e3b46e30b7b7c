package org.vellum.credentials.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.Examples;
import org.vellum.credentials.StandardsFiles;
import org.vellum.credentials.status.BitstringStatusList;

/** Whether it was revoked. */
class StatusTest {
  private final Examples university = new Examples();
  private final Verifier verifier = new Verifier();

  private VerificationReport verify(ObjectNode document) {
    return verifier.verify(Examples.bytes(document), university.documents(), Examples.NOW);
  }

  private void assertStatus(ObjectNode document, Verdict verdict, String code) {
    Check check = verify(document).check(Check.Kind.STATUS);
    assertThat(check.findings()).extracting(Finding::code).containsExactly(code);
    assertThat(check.verdict()).isEqualTo(verdict);
  }

  private ObjectNode badgeWithStatus(UnaryOperator<ObjectNode> change) {
    ObjectNode entry = BitstringStatusList.entry(Examples.LIST, 1, "revocation");
    return university.sign(
        Examples.badge(1).credentialStatus(change.apply(entry)).build().toJson());
  }

  private void publish(ObjectNode list) {
    university.web.put(Examples.LIST, list.toString());
  }

  @Test
  void a_revoked_badge_is_invalid_and_the_others_stay_valid() {
    ObjectNode record = university.signedRecord(3);
    university.statusList.set(2, true);
    university.publishStatusList();

    VerificationReport report = verify(record);

    assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
    assertThat(report.check(Check.Kind.STATUS).verdict()).isEqualTo(Verdict.VALID);
    assertThat(report.nested())
        .extracting(VerificationReport::verdict)
        .containsExactly(Verdict.VALID, Verdict.INVALID, Verdict.VALID);
    assertThat(report.nested().get(1).check(Check.Kind.STATUS).findings())
        .containsExactly(
            new Finding(
                Severity.ERROR,
                "revoked",
                "/credentialSubject/verifiableCredential/1/credentialStatus",
                "its issuer revoked it",
                ""));
  }

  @Test
  void a_badge_without_status_is_valid_and_says_so() {
    ObjectNode badge = university.sign(Examples.badge(1).credentialStatus(null).build().toJson());

    assertStatus(badge, Verdict.VALID, "no-status");
  }

  @Test
  void an_index_written_as_a_number_is_understood() {
    ObjectNode badge = badgeWithStatus(entry -> entry.put("statusListIndex", 1));
    assertThat(verify(badge).check(Check.Kind.STATUS).findings()).isEmpty();

    university.statusList.set(1, true);
    university.publishStatusList();
    assertStatus(badge, Verdict.INVALID, "revoked");
  }

  @Test
  void a_list_that_is_not_there_leaves_the_status_unknown() {
    ObjectNode badge = university.signedBadge(1);
    university.web.remove(Examples.LIST);

    assertStatus(badge, Verdict.COULD_NOT_BE_CHECKED, "status-not-found");
    assertThat(verify(badge).verdict()).isEqualTo(Verdict.COULD_NOT_BE_CHECKED);
  }

  @Test
  void a_list_that_was_changed_says_nothing() {
    ObjectNode list = StandardsFiles.parse(university.web.get(Examples.LIST));
    university.statusList.set(1, true);
    list.withObject("/credentialSubject").put("encodedList", university.statusList.encode());
    publish(list);

    assertStatus(university.signedBadge(1), Verdict.COULD_NOT_BE_CHECKED, "status-unverified");
  }

  @Test
  void a_list_of_somebody_else_under_our_name_says_nothing() {
    publish(new Examples().sign(listCredential("revocation")));

    assertStatus(university.signedBadge(1), Verdict.COULD_NOT_BE_CHECKED, "status-unverified");
  }

  @Test
  void an_unsigned_list_says_nothing() {
    publish(listCredential("revocation"));

    assertStatus(university.signedBadge(1), Verdict.COULD_NOT_BE_CHECKED, "status-unverified");
  }

  @Test
  void a_list_for_another_purpose_says_nothing() {
    publish(university.sign(listCredential("suspension")));

    assertStatus(university.signedBadge(1), Verdict.COULD_NOT_BE_CHECKED, "status-other-purpose");
  }

  @Test
  void a_suspended_badge_is_invalid_while_it_is_suspended() {
    university.statusList.set(1, true);
    publish(university.sign(listCredential("suspension")));

    assertStatus(
        badgeWithStatus(entry -> entry.put("statusPurpose", "suspension")),
        Verdict.INVALID,
        "suspended");
  }

  @Test
  void a_list_that_expired_says_nothing() {
    publish(
        university.sign(listCredential("revocation").put("validUntil", "2026-05-02T00:00:00Z")));

    assertStatus(university.signedBadge(1), Verdict.COULD_NOT_BE_CHECKED, "status-unverified");
  }

  @Test
  void another_list_of_the_same_issuer_cannot_stand_in() {
    publish(
        university.sign(listCredential("revocation").put("id", "https://university.example/s/2")));

    assertStatus(university.signedBadge(1), Verdict.COULD_NOT_BE_CHECKED, "status-malformed");
  }

  @Test
  void a_list_that_inflates_without_end_is_given_up() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(new byte[20_000_000]);
    }
    ObjectNode list = listCredential("revocation");
    list.withObject("/credentialSubject")
        .put("encodedList", "u" + Base64.getUrlEncoder().encodeToString(bytes.toByteArray()));
    publish(university.sign(list));

    assertStatus(university.signedBadge(1), Verdict.COULD_NOT_BE_CHECKED, "status-malformed");
  }

  @Test
  void an_index_beyond_the_list_leaves_the_status_unknown() {
    assertStatus(
        badgeWithStatus(entry -> entry.put("statusListIndex", "131072")),
        Verdict.COULD_NOT_BE_CHECKED,
        "status-out-of-range");
    assertStatus(
        badgeWithStatus(entry -> entry.put("statusListIndex", "-1")),
        Verdict.COULD_NOT_BE_CHECKED,
        "malformed-status");
    assertStatus(
        badgeWithStatus(entry -> entry.put("statusListIndex", "999999999999")),
        Verdict.COULD_NOT_BE_CHECKED,
        "status-out-of-range");
  }

  @Test
  void a_status_of_another_kind_or_size_cannot_be_checked() {
    assertStatus(
        badgeWithStatus(entry -> entry.put("statusSize", 2)),
        Verdict.COULD_NOT_BE_CHECKED,
        "malformed-status");
    assertStatus(
        badgeWithStatus(entry -> entry.put("statusPurpose", "refresh")),
        Verdict.VALID,
        "other-purpose");
    assertStatus(
        badgeWithStatus(
            entry -> entry.objectNode().put("id", "urn:x:1").put("type", "BitstringStatusList")),
        Verdict.COULD_NOT_BE_CHECKED,
        "unsupported-status");
  }

  private ObjectNode listCredential(String purpose) {
    return university.statusList.credential(Examples.LIST, Examples.DID, purpose, Examples.ISSUED);
  }
}
