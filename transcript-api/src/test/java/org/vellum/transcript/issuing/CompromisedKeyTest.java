package org.vellum.transcript.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.transcript.fixture.Facts.ada;
import static org.vellum.transcript.fixture.Facts.attainment;
import static org.vellum.transcript.fixture.Facts.competency;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.credentials.verification.Check;
import org.vellum.credentials.verification.Finding;
import org.vellum.credentials.verification.Verdict;
import org.vellum.credentials.verification.VerificationReport;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;
import org.vellum.transcript.issuer.CompromiseKey;
import org.vellum.transcript.issuer.RotateKey;

/** What a stranger finds of records whose key was replaced or stolen. */
class CompromisedKeyTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "transcript")
          .emptyAfterEach("transcript");

  private final Registrar registrar = new Registrar(database);
  private PublishedRecord record;
  private Instant signed = Instant.EPOCH;

  @BeforeEach
  void aRecordIsPublished() throws Exception {
    var institution = registrar.institution;
    institution.hears(
        ada(), attainment(institution.anId(), competency(institution.ids.nextV4(), "Asks")));
    signed = institution.clock.instant();
    record = registrar.published().record();
    institution.clock.pass(Duration.ofDays(1));
  }

  private String key() throws Exception {
    return Registrar.json(record.credential()).at("/proof/verificationMethod").asText();
  }

  private void compromised(Instant since) throws Exception {
    var institution = registrar.institution;
    CompromiseKey compromiseKey =
        new CompromiseKey(
            institution.keys,
            institution.signer,
            institution.audit,
            institution.events,
            institution.clock);
    String key = key();
    var result =
        database.inTransaction(() -> compromiseKey.compromise("root", key, since, "Stolen"));
    assertThat(result).isInstanceOf(CompromiseKey.Result.Compromised.class);
  }

  private static List<String> issuerFindings(VerificationReport report) {
    return report.check(Check.Kind.ISSUER).findings().stream().map(Finding::code).toList();
  }

  private String list() throws Exception {
    String address =
        Registrar.json(record.credential()).at("/credentialStatus/statusListCredential").asText();
    UUID list = UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
    return Registrar.json(registrar.statusList(list)).at("/proof/verificationMethod").asText();
  }

  @Test
  void what_was_signed_before_holds_with_a_remark() throws Exception {
    compromised(signed.plusSeconds(1));

    VerificationReport report = registrar.verify(record.credential());

    assertThat(report.verdict()).isEqualTo(Verdict.VALID);
    assertThat(issuerFindings(report)).containsExactly("key-revoked-since");
    assertThat(registrar.publish()).isEqualTo(new PublishRecord.Result.Unchanged(record));
  }

  @Test
  void what_was_signed_since_is_invalid_and_is_signed_anew_when_it_is_published_again()
      throws Exception {
    compromised(signed);
    VerificationReport report = registrar.verify(record.credential());
    assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
    assertThat(issuerFindings(report)).containsExactly("key-revoked");

    PublishRecord.Result.Published again = registrar.published();

    assertThat(again.signed()).isOne();
    assertThat(again.reused()).isZero();
    VerificationReport fresh = registrar.verify(again.record().credential());
    assertThat(fresh.verdict()).isEqualTo(Verdict.VALID);
    assertThat(issuerFindings(fresh)).isEmpty();
    assertThat(fresh.nested())
        .extracting(VerificationReport::verdict)
        .containsExactly(Verdict.VALID);
  }

  @Test
  void a_status_list_is_signed_anew_when_another_key_signs() throws Exception {
    String old = list();
    assertThat(old).isEqualTo(key());

    compromised(signed.plusSeconds(1));

    assertThat(list())
        .isNotEqualTo(old)
        .isEqualTo(database.inTransaction(registrar.institution.signer::key).verificationMethod());
  }

  @Test
  void what_a_replaced_key_signed_holds_without_a_remark() throws Exception {
    var institution = registrar.institution;
    RotateKey rotate =
        new RotateKey(institution.issuer, institution.keys, institution.signer, institution.audit);
    database.inTransaction(() -> rotate.rotate("root"));

    VerificationReport report = registrar.verify(record.credential());

    assertThat(report.checks()).allSatisfy(check -> assertThat(check.findings()).isEmpty());
    assertThat(report.verdict()).isEqualTo(Verdict.VALID);
  }
}
