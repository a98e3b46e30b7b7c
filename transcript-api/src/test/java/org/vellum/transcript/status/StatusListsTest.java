package org.vellum.transcript.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.credentials.status.BitstringStatusList;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;
import org.vellum.transcript.fixture.Institution;

class StatusListsTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "transcript")
          .emptyAfterEach("transcript");

  private final Institution institution = new Institution(database.dataSource());

  private Map<UUID, StatusEntry> allocate(int count) throws Exception {
    List<UUID> credentials = Stream.generate(institution.ids::nextV4).limit(count).toList();
    return database.inTransaction(() -> institution.statusLists.allocate(credentials));
  }

  private StatusEntry place() throws Exception {
    return allocate(1).values().iterator().next();
  }

  private RevokeCredential.Result revoke(UUID credential, String reason) throws Exception {
    return database.inTransaction(
        () -> institution.revokeCredential.revoke("registrar", credential, reason));
  }

  private String list(UUID list) throws Exception {
    return database.inTransaction(() -> institution.signStatusList.sign(list)).orElseThrow();
  }

  private static BitstringStatusList bits(String document) throws Exception {
    JsonNode encoded = Json.mapper().readTree(document).at("/credentialSubject/encodedList");
    return BitstringStatusList.decode(encoded.asText(), 1_000_000);
  }

  @Test
  void a_list_holds_for_a_verification_that_began_just_before_it_was_signed() throws Exception {
    Instant began = institution.clock.instant().minusSeconds(30);
    JsonNode signed = Json.mapper().readTree(list(place().list()));
    assertThat(Instant.parse(signed.get("validFrom").asText())).isBefore(began);
  }

  @Test
  void every_credential_has_a_place_of_its_own() throws Exception {
    Map<UUID, StatusEntry> places = allocate(500);
    assertThat(places).hasSize(500);
    assertThat(places.values().stream().map(StatusEntry::index)).doesNotHaveDuplicates();
    assertThat(institution.count("status_list")).isEqualTo(1);
    assertThat(institution.count("status_list where allocated = 500")).isEqualTo(1);
  }

  @Test
  void a_half_full_list_is_followed_by_a_new_one() throws Exception {
    UUID first = place().list();
    institution.jdbi.useHandle(handle ->
        handle.execute(
            "update transcript.status_list set allocated = length / 2 - 1 where id = ?", first));
    Map<UUID, StatusEntry> places = allocate(3);
    assertThat(places.values().stream().filter(place -> place.list().equals(first))).hasSize(1);
    assertThat(institution.count("status_list")).isEqualTo(2);
  }

  @Test
  void a_revocation_sets_one_bit_and_no_other() throws Exception {
    StatusEntry revoked = place();
    StatusEntry other = place();
    revoke(revoked.credential(), "Issued in error");
    BitstringStatusList bits = bits(list(revoked.list()));
    assertThat(bits.get(revoked.index())).isTrue();
    assertThat(bits.get(other.index())).isFalse();
    assertThat(institution.revocations.findReason(revoked.credential()))
        .contains("Issued in error");
    assertThat(institution.revocations.findReason(other.credential())).isEmpty();
  }

  @Test
  void a_list_is_signed_once_until_a_bit_changes_or_it_grows_old() throws Exception {
    StatusEntry place = place();
    String first = list(place.list());
    institution.clock.pass(Duration.ofHours(12));
    assertThat(list(place.list())).isEqualTo(first);

    revoke(place.credential(), "Issued in error");
    String second = list(place.list());
    assertThat(second).isNotEqualTo(first);

    institution.clock.pass(Duration.ofHours(30));
    String third = list(place.list());
    assertThat(third).isNotEqualTo(second);
    Instant until = Instant.parse(Json.mapper().readTree(third).get("validUntil").asText());
    assertThat(until).isAfter(institution.clock.instant().plus(Duration.ofDays(1)));
  }

  @Test
  void a_revocation_needs_a_reason_and_a_credential_of_ours() throws Exception {
    UUID credential = place().credential();
    assertThat(revoke(credential, "  ")).isInstanceOf(RevokeCredential.Result.BadReason.class);
    assertThat(revoke(credential, "x".repeat(501)))
        .isInstanceOf(RevokeCredential.Result.BadReason.class);
    assertThat(revoke(institution.anId(), "Issued in error"))
        .isInstanceOf(RevokeCredential.Result.UnknownCredential.class);
    assertThat(institution.revocations.find(credential)).isEmpty();
  }

  @Test
  void a_second_revocation_keeps_the_first_reason() throws Exception {
    UUID credential = place().credential();
    revoke(credential, "First");
    assertThat(revoke(credential, "Second"))
        .isInstanceOf(RevokeCredential.Result.AlreadyRevoked.class);
    assertThat(institution.revocations.findReason(credential)).contains("First");
    assertThat(institution.audited("credential-revoked", credential.toString())).isEqualTo(1);
  }

  @Test
  void an_unknown_list_is_not_there() throws Exception {
    UUID unknown = institution.anId();
    assertThat(database.inTransaction(() -> institution.signStatusList.sign(unknown))).isEmpty();
  }
}
