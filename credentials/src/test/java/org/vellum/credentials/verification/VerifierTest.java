package org.vellum.credentials.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.Examples;

class VerifierTest {
  private final Examples university = new Examples();
  private final Verifier verifier = new Verifier();

  private VerificationReport verify(ObjectNode document) {
    return verifier.verify(Examples.bytes(document), university.documents(), Examples.NOW);
  }

  private static List<String> codes(VerificationReport report, Check.Kind kind) {
    return report.check(kind).findings().stream().map(Finding::code).toList();
  }

  @Test
  void a_badge_as_it_was_issued_is_valid_in_every_respect() {
    VerificationReport report = verify(university.signedBadge(1));

    assertThat(report.checks()).allMatch(check -> check.verdict() == Verdict.VALID);
    assertThat(report.checks()).extracting(Check::kind).containsExactly(Check.Kind.values());
    assertThat(report.verdict()).isEqualTo(Verdict.VALID);
    assertThat(report.checks()).allMatch(check -> check.findings().isEmpty());
  }

  @Test
  void a_record_as_it_was_issued_is_valid_and_so_is_each_badge_in_it() {
    VerificationReport report = verify(university.signedRecord(3));

    assertThat(report.verdict()).isEqualTo(Verdict.VALID);
    assertThat(report.nested())
        .extracting(VerificationReport::place)
        .containsExactly(
            "/credentialSubject/verifiableCredential/0",
            "/credentialSubject/verifiableCredential/1",
            "/credentialSubject/verifiableCredential/2");
    assertThat(report.nested()).allMatch(nested -> nested.verdict() == Verdict.VALID);
  }

  @Test
  void a_changed_word_makes_a_badge_invalid() {
    ObjectNode badge = university.signedBadge(1);
    badge.put("name", "Explain a decision to a bored");

    VerificationReport report = verify(badge);

    assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
    assertThat(codes(report, Check.Kind.PROOF)).containsExactly("changed");
    assertThat(report.check(Check.Kind.ISSUER).verdict()).isEqualTo(Verdict.VALID);
  }

  @Test
  void a_change_in_one_badge_of_a_record_is_found_where_it_is() {
    ObjectNode record = university.signedRecord(3);
    ObjectNode second = (ObjectNode) record.at("/credentialSubject/verifiableCredential/1");
    second.put("name", "Other");

    VerificationReport report = verify(record);

    assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
    assertThat(report.check(Check.Kind.PROOF).findings())
        .filteredOn(finding -> finding.code().equals("changed-inside"))
        .extracting(Finding::place)
        .containsExactly("/credentialSubject/verifiableCredential/1");
    assertThat(report.nested())
        .extracting(VerificationReport::verdict)
        .containsExactly(Verdict.VALID, Verdict.INVALID, Verdict.VALID);
  }

  @Test
  void a_change_of_the_envelope_is_said_to_lie_outside_the_badges() {
    ObjectNode record = university.signedRecord(2);
    record.put("name", "Record of Eve");

    VerificationReport report = verify(record);

    assertThat(codes(report, Check.Kind.PROOF)).containsExactly("changed", "changed-outside");
    assertThat(report.nested()).allMatch(nested -> nested.verdict() == Verdict.VALID);
  }

  @Test
  void an_expired_badge_is_invalid_from_the_moment_after() {
    byte[] badge = Examples.bytes(university.signedBadge(1));
    Instant end = Instant.parse("2030-01-01T00:00:00Z");

    assertThat(verifier.verify(badge, university.documents(), end).verdict())
        .isEqualTo(Verdict.VALID);
    VerificationReport after = verifier.verify(badge, university.documents(), end.plusMillis(1));
    assertThat(codes(after, Check.Kind.VALIDITY)).containsExactly("expired");
    assertThat(after.verdict()).isEqualTo(Verdict.INVALID);
  }

  @Test
  void a_badge_of_the_future_is_not_valid_yet() {
    byte[] badge = Examples.bytes(university.signedBadge(1));

    VerificationReport report =
        verifier.verify(badge, university.documents(), Examples.ISSUED.minusSeconds(1));

    assertThat(codes(report, Check.Kind.VALIDITY)).containsExactly("not-yet-valid");
  }

  @Test
  void a_time_without_zone_is_taken_as_utc_and_said_so() {
    ObjectNode badge = Examples.badge(1).build().toJson();
    badge.put("validFrom", "2026-05-01T08:00:00.1234567");

    VerificationReport report = verify(university.sign(badge));

    assertThat(codes(report, Check.Kind.VALIDITY)).containsExactly("no-zone");
    assertThat(report.verdict()).isEqualTo(Verdict.VALID);
  }

  @Test
  void a_time_that_is_none_makes_a_badge_invalid() {
    ObjectNode badge = Examples.badge(1).build().toJson();
    badge.put("validUntil", "never");

    VerificationReport report = verify(university.sign(badge));

    assertThat(codes(report, Check.Kind.VALIDITY)).containsExactly("not-a-time");
    assertThat(codes(report, Check.Kind.DOCUMENT)).containsExactly("structure-pattern");
    assertThat(report.check(Check.Kind.DOCUMENT).findings().getFirst().place())
        .isEqualTo("/validUntil");
  }

  @Test
  void an_unsigned_badge_is_invalid() {
    VerificationReport report = verify(Examples.badge(1).build().toJson());

    assertThat(codes(report, Check.Kind.PROOF)).containsExactly("unsigned");
    assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
  }

  @Test
  void an_unsigned_badge_in_a_signed_record_is_covered_by_the_record() {
    ObjectNode badge = Examples.badge(1).build().toJson();
    ObjectNode record = university.sign(Examples.record(List.of(badge)).build().toJson());

    VerificationReport report = verify(record);

    assertThat(report.verdict()).isEqualTo(Verdict.VALID);
    assertThat(codes(report.nested().getFirst(), Check.Kind.PROOF))
        .containsExactly("signed-by-envelope");
  }

  @Test
  void an_unsigned_badge_of_somebody_else_in_a_record_is_not_vouched_for() {
    ObjectNode badge = Examples.badge(1).build().toJson();
    badge.withObject("/issuer").put("id", "did:web:other.example");
    ObjectNode record = university.sign(Examples.record(List.of(badge)).build().toJson());

    VerificationReport report = verify(record);

    assertThat(codes(report.nested().getFirst(), Check.Kind.ISSUER))
        .containsExactly("vouched-by-another");
    assertThat(report.verdict()).isEqualTo(Verdict.COULD_NOT_BE_CHECKED);
  }

  @Test
  void an_unsigned_badge_in_a_changed_record_is_invalid_with_it() {
    ObjectNode badge = Examples.badge(1).build().toJson();
    ObjectNode record = university.sign(Examples.record(List.of(badge)).build().toJson());
    record.put("name", "Record of Eve");

    VerificationReport report = verify(record);

    assertThat(report.nested().getFirst().check(Check.Kind.PROOF).verdict())
        .isEqualTo(Verdict.INVALID);
    assertThat(codes(report, Check.Kind.PROOF)).contains("changed-outside");
  }

  @Test
  void more_nested_credentials_than_allowed_are_not_looked_at() {
    Verifier strict = new Verifier(new VerificationLimits(10_000_000, 2, 50, 1 << 22));

    VerificationReport report =
        strict.verify(
            Examples.bytes(university.signedRecord(3)), university.documents(), Examples.NOW);

    assertThat(codes(report, Check.Kind.DOCUMENT)).containsExactly("too-many-nested");
    assertThat(report.verdict()).isEqualTo(Verdict.COULD_NOT_BE_CHECKED);
  }
}
