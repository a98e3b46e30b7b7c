package org.vellum.transcript.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.transcript.fixture.Facts.ada;
import static org.vellum.transcript.fixture.Facts.attainment;
import static org.vellum.transcript.fixture.Facts.competency;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.credentials.fetch.HttpDocuments;
import org.vellum.credentials.fetch.PublicAddresses;
import org.vellum.credentials.verification.Check;
import org.vellum.credentials.verification.Verdict;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;
import org.vellum.transcript.issuing.PublishedRecord;
import org.vellum.transcript.sharing.CreateShare;
import org.vellum.transcript.sharing.Desk;

class VerifyDocumentTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "transcript")
          .emptyAfterEach("transcript");

  private final Desk desk = new Desk(database);
  private final OwnDocuments own =
      new OwnDocuments(
          desk.platform, desk.institution.issuerDocument, desk.institution.signStatusList);
  private final HttpDocuments unplugged =
      new HttpDocuments(
          host -> List.of(InetAddress.getLoopbackAddress()),
          PublicAddresses::includes,
          (address, host, timeout) -> {
            throw new AssertionError("nothing may be connected");
          });
  private final KnownDocuments documents =
      new KnownDocuments(own, unplugged, desk.institution.clock);
  private final VerifyDocument verifyDocument =
      new VerifyDocument(
          documents,
          new ReportReader(desk.institution.issuer, desk.institution.revocations, desk.shares),
          desk.institution.clock);
  private final FetchDocument fetchDocument = new FetchDocument(own, documents, desk.openShare);

  private PublishedRecord record;

  @BeforeEach
  void aRecordIsPublished() throws Exception {
    desk.institution.hears(
        ada(),
        attainment(desk.institution.anId(), competency(desk.institution.ids.nextV4(), "Asks")),
        attainment(desk.institution.anId(), competency(desk.institution.ids.nextV4(), "Queries")));
    record = desk.publisher.publish();
  }

  private Verification verified(String document) throws Exception {
    return database.inTransaction(() -> verifyDocument.verify(document.getBytes(UTF_8)));
  }

  private static List<FindingView> findings(CredentialView credential, Check.Kind kind) {
    return credential.checks().stream()
        .filter(check -> check.kind() == kind)
        .findFirst()
        .orElseThrow()
        .findings();
  }

  @Test
  void a_record_of_this_institution_is_verified_without_the_network() throws Exception {
    Verification verification = verified(record.credential());
    assertThat(verification.credential().verdict()).isEqualTo(Verdict.VALID);
    assertThat(verification.credential().issuer().thisInstitution()).isTrue();
    assertThat(verification.credential().nested())
        .hasSize(2)
        .allSatisfy(each -> assertThat(each.isValid()).isTrue());
    assertThat(verification.sha256()).hasSize(64);
  }

  @Test
  void a_selection_is_as_valid_as_the_record() throws Exception {
    UUID chosen = desk.publisher.records().listAchievements(record.id()).getFirst().id();
    CreateShare.Result.Created share = desk.created(desk.only(chosen));
    Verification verification = verified(desk.shown(share.token()).credential());
    assertThat(verification.credential().checks())
        .allSatisfy(check -> assertThat(check.findings()).isEmpty());
    assertThat(verification.credential().verdict()).isEqualTo(Verdict.VALID);
  }

  @Test
  void one_changed_character_is_found_where_it_is() throws Exception {
    String title = "\"Queries\"";
    CredentialView credential =
        verified(record.credential().replaceFirst(title, "\"Queriez\"")).credential();
    assertThat(credential.verdict()).isEqualTo(Verdict.INVALID);
    int changed = credential.nested().get(0).isValid() ? 1 : 0;
    assertThat(credential.nested().get(1 - changed).isValid()).isTrue();
    assertThat(findings(credential, Check.Kind.PROOF))
        .anySatisfy(finding -> {
          assertThat(finding.place())
              .isEqualTo("/credentialSubject/verifiableCredential/" + changed);
          assertThat(finding.where()).isEqualTo(credential.nested().get(changed).title());
        });
  }

  @Test
  void a_revoked_credential_says_so_with_its_reason() throws Exception {
    UUID chosen = desk.publisher.records().listAchievements(record.id()).getFirst().id();
    String selection = desk.shown(desk.created(desk.only(chosen)).token()).credential();
    assertThat(verified(selection).credential().verdict()).isEqualTo(Verdict.VALID);

    desk.publisher.revoke(record.id(), "Published too early");

    for (String document : List.of(selection, record.credential())) {
      CredentialView credential = verified(document).credential();
      assertThat(credential.verdict()).isEqualTo(Verdict.INVALID);
      assertThat(findings(credential, Check.Kind.STATUS))
          .extracting(FindingView::message)
          .containsExactly("its issuer revoked it; reason: Published too early");
    }
  }

  @Test
  void an_issuer_out_of_reach_is_neither_valid_nor_invalid() throws Exception {
    String foreign = record.credential().replace("records.example.edu", "elsewhere.example");
    CredentialView credential = verified(foreign).credential();
    assertThat(credential.issuer().thisInstitution()).isFalse();
    assertThat(findings(credential, Check.Kind.ISSUER))
        .extracting(FindingView::message)
        .anySatisfy(each -> assertThat(each).endsWith("its server is not on the public Internet"));
    assertThat(credential.checks().get(1).verdict()).isEqualTo(Verdict.COULD_NOT_BE_CHECKED);
  }

  @Test
  void what_is_not_json_is_told_with_line_and_column() throws Exception {
    FindingView finding =
        findings(verified("{\n  \"a\": tru\n}").credential(), Check.Kind.DOCUMENT).getFirst();
    assertThat(finding.where()).startsWith("line 2, column ");
  }

  @Test
  void programs_get_the_report_as_json() throws Exception {
    JsonNode json = Json.mapper().valueToTree(verified(record.credential()));
    assertThat(json.path("verdict").asText()).isEqualTo("valid");
    assertThat(json.path("sha256").asText()).hasSize(64);
    assertThat(json.path("checks")).hasSize(5);
    assertThat(json.at("/checks/2/check").asText()).isEqualTo("proof");
    assertThat(json.at("/nested/0/verdict").asText()).isEqualTo("valid");
    assertThat(json.toString()).doesNotContain("proofValue").doesNotContain("style");
  }

  @Test
  void a_share_link_of_this_server_is_followed_inside() throws Exception {
    CreateShare.Result.Created share = desk.created(desk.all());
    String link = desk.platform.address("/shares/" + share.token()).toString();
    FetchDocument.Result got = database.inTransaction(() -> fetchDocument.fetch(link));
    assertThat(got).isInstanceOf(FetchDocument.Result.Got.class);
    assertThat(desk.shares.listOf("ada")).singleElement().extracting("views").isEqualTo(1);
    assertThat(database.inTransaction(() -> fetchDocument.fetch(link + "x")))
        .isInstanceOf(FetchDocument.Result.NotGot.class);
    assertThat(fetchDocument.fetch("no address at all"))
        .isInstanceOf(FetchDocument.Result.NotGot.class);
    assertThat(fetchDocument.fetch("https://elsewhere.example/x"))
        .isInstanceOf(FetchDocument.Result.NotGot.class);
  }
}
