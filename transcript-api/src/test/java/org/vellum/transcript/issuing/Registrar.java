package org.vellum.transcript.issuing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.vellum.credentials.verification.Fetched;
import org.vellum.credentials.verification.VerificationReport;
import org.vellum.credentials.verification.Verifier;
import org.vellum.platform.json.Json;
import org.vellum.testsupport.TestDatabase;
import org.vellum.transcript.fixture.Facts;
import org.vellum.transcript.fixture.Institution;
import org.vellum.transcript.issuer.KeyHistory;
import org.vellum.transcript.status.RevokeCredential;

/** Publishes and revokes at an institution, and looks at the outcome as a stranger would. */
final class Registrar {
  final Institution institution;
  final PublishedRecords records;
  final IssuedAchievements issued;
  final IssuedCredentials credentials;
  final LearnerRecords learnerRecords;
  final PublishRecord publishRecord;
  private final TestDatabase database;

  Registrar(TestDatabase database) {
    this(database, new Institution(database.dataSource()));
  }

  Registrar(TestDatabase database, Institution institution) {
    this.database = database;
    this.institution = institution;
    records = new PublishedRecords(institution.jdbi);
    issued = new IssuedAchievements(institution.jdbi);
    credentials = new IssuedCredentials(institution.jdbi);
    RecordDrafts drafts = drafts();
    learnerRecords =
        new LearnerRecords(
            institution.learners,
            institution.attainments,
            records,
            drafts,
            institution.revocations,
            credentials);
    RecordSigning signing =
        new RecordSigning(
            new Holders(institution.jdbi, institution.ids),
            institution.statusLists,
            institution.issuer,
            institution.signer,
            new AchievementWriter(institution.issuer),
            drafts,
            institution.clock,
            institution.ids);
    publishRecord =
        new PublishRecord(
            institution.learners,
            drafts,
            signing,
            issued,
            records,
            institution.revocations,
            institution.revokeCredential,
            new RecordAnnouncement(institution.issuer, institution.events),
            institution.audit);
  }

  AnnounceRecords.Progress announced(Optional<UUID> after) throws Exception {
    return database.inTransaction(() -> announceRecords().announce("registrar", after));
  }

  private AnnounceRecords announceRecords() {
    return new AnnounceRecords(
        records,
        institution.attainments,
        institution.revocations,
        new RecordAnnouncement(institution.issuer, institution.events),
        institution.issuer,
        institution.keys,
        institution.events,
        institution.audit);
  }

  private RecordDrafts drafts() {
    return new RecordDrafts(
        institution.attainments,
        issued,
        records,
        institution.revocations,
        institution.issuer,
        new KeyHistory(institution.issuer, institution.keys));
  }

  PublishRecord.Result publish() throws Exception {
    return database.inTransaction(() -> publishRecord.publish("registrar", Facts.ADA));
  }

  PublishRecord.Result.Published published() throws Exception {
    return (PublishRecord.Result.Published) publish();
  }

  RevokeCredential.Result revoke(UUID credential, String reason) throws Exception {
    return database.inTransaction(
        () -> institution.revokeCredential.revoke("registrar", credential, reason));
  }

  /** What a stranger finds who verifies a document now. */
  VerificationReport verify(String document) {
    return new Verifier()
        .verify(document.getBytes(UTF_8), this::fetch, institution.clock.instant());
  }

  static ObjectNode json(String document) throws Exception {
    return (ObjectNode) Json.mapper().readTree(document);
  }

  private Fetched fetch(URI url) {
    String path = url.getPath();
    if (!"records.example.edu".equals(url.getHost())) {
      return new Fetched.Unreachable("nobody is there");
    }
    if (path.equals("/.well-known/did.json")) {
      return found(institution.issuerDocument.json().toString());
    }
    if (path.startsWith("/status/")) {
      UUID list = UUID.fromString(path.substring("/status/".length()));
      return found(statusList(list));
    }
    return new Fetched.Missing("there is no " + path);
  }

  String statusList(UUID list) {
    try {
      return database.inTransaction(() -> institution.signStatusList.sign(list)).orElseThrow();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Fetched found(String document) {
    return new Fetched.Found(document.getBytes(UTF_8), "application/json");
  }
}
