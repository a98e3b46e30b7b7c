package org.vellum.credentials.openbadges2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.StandardsFiles;
import org.vellum.credentials.record.Attainment;
import org.vellum.credentials.record.Converted;
import org.vellum.credentials.record.Differences;
import org.vellum.credentials.record.FullRecord;
import org.vellum.credentials.record.Learner;
import org.vellum.credentials.record.LearnerRecord;
import org.vellum.credentials.record.Loss;

class OpenBadges2RecordsTest {
  private static final String IMAGE = "https://university.example/badge.png";

  private final LearnerRecord record = FullRecord.record();
  private final Converted<List<ObjectNode>> written = OpenBadges2Records.write(record, IMAGE, null);

  @Test
  void an_assertion_has_what_the_standard_requires() {
    ObjectNode assertion = written.value().getFirst();

    assertThat(assertion.fieldNames())
        .toIterable()
        .contains("@context", "id", "type", "recipient", "badge", "verification", "issuedOn");
    assertThat(assertion.path("badge").fieldNames())
        .toIterable()
        .contains("id", "type", "name", "description", "image", "criteria", "issuer");
    assertThat(assertion.path("badge").path("issuer").fieldNames())
        .toIterable()
        .contains("id", "type", "name", "url", "email");
    assertThat(assertion.at("/verification/type").asText()).isEqualTo("HostedBadge");
  }

  @Test
  void a_record_comes_back_apart_from_the_losses_that_were_told() {
    LearnerRecord back = OpenBadges2Records.read(written.value()).value();

    List<Loss> differences =
        Differences.between(record, back, "Open Badges 2.0 has no place for it");
    assertThat(written.losses()).containsExactlyElementsOf(differences);
    assertThat(written.losses())
        .extracting(Loss::place)
        .filteredOn(place -> place.startsWith("attainments[0]"))
        .containsExactly(
            "attainments[0].achievement.type",
            "attainments[0].achievement.code",
            "attainments[0].achievement.fieldOfStudy",
            "attainments[0].achievement.creditsAvailable",
            "attainments[0].achievement.alignments[0].type",
            "attainments[0].achievement.alignments[1].type",
            "attainments[0].achievement.identifiers[0]",
            "attainments[0].started",
            "attainments[0].ended",
            "attainments[0].periodId",
            "attainments[0].creditsEarned",
            "attainments[0].outcomes[0]",
            "attainments[0].outcomes[1]",
            "attainments[0].outcomes[2]");
    assertThat(back.attainments().get(1).awardedBy())
        .isEqualTo(record.attainments().get(1).awardedBy());
  }

  @Test
  void a_hashed_recipient_is_known_only_to_who_knows_the_address() {
    ObjectNode assertion = OpenBadges2Records.write(record, IMAGE, "salt").value().getFirst();
    RecipientIdentity recipient = RecipientIdentity.read(assertion.path("recipient")).orElseThrow();

    assertThat(assertion.toString()).doesNotContain("ada@example.org");
    assertThat(recipient.matches("ada@example.org")).isTrue();
    assertThat(recipient.matches("ADA@example.org")).isTrue();
    assertThat(recipient.matches("eve@example.org")).isFalse();
  }

  @Test
  void hashes_of_others_are_compared_whatever_their_case_and_age() {
    RecipientIdentity none =
        new RecipientIdentity("email", "sha256$" + "0".repeat(64), true, "FleurDeSel");
    RecipientIdentity ours =
        RecipientIdentity.hashed("email", "jjefferson18@example.com", "FleurDeSel");
    RecipientIdentity upper =
        new RecipientIdentity(
            "email",
            "sha256$" + ours.identity().substring(7).toUpperCase(Locale.ROOT),
            true,
            "FleurDeSel");
    RecipientIdentity old =
        new RecipientIdentity("email", "md5$5d41402abc4b2a76b9719d911017c592", true, null);

    assertThat(ours.identity()).startsWith("sha256$658625b2").endsWith("f5fc");
    assertThat(upper.matches("jjefferson18@example.com")).isTrue();
    assertThat(none.matches("jjefferson18@example.com")).isFalse();
    assertThat(old.matches("hello")).isTrue();
  }

  @Test
  void what_earlier_versions_wrote_is_read() {
    ObjectNode old =
        StandardsFiles.parse(
            "{\"uid\":\"7\",\"recipient\":[{\"identity\":\"a@b.example\"}],\"issuedOn\":1400000000,"
                + "\"evidence\":\"https://b.example/e\",\"badge\":\"https://b.example/badge\","
                + "\"verify\":{\"type\":\"hosted\"},\"image\":\"https://b.example/i.png\"}");

    Converted<LearnerRecord> read = OpenBadges2Records.read(List.of(old));

    Attainment attainment = read.value().attainments().getFirst();
    assertThat(attainment.awarded()).isEqualTo(Instant.ofEpochSecond(1_400_000_000));
    assertThat(attainment.achievement().id()).isEqualTo("https://b.example/badge");
    assertThat(attainment.evidence().getFirst().url()).isEqualTo("https://b.example/e");
    assertThat(read.losses()).extracting(Loss::place).containsExactly("/0/image", "/0/badge");
  }

  @Test
  void nonsense_is_read_as_nothing_and_does_not_fail() {
    for (String text :
        List.of(
            "{}",
            "{\"badge\":[],\"recipient\":5,\"issuedOn\":\"soon\"}",
            "{\"badge\":null}",
            "{\"evidence\":[null,1,[]],\"badge\":{\"issuer\":[[]],\"tags\":{}}}")) {
      assertThat(OpenBadges2Records.read(List.of(StandardsFiles.parse(text))).value()).isNotNull();
    }
  }

  @Test
  void a_learner_who_cannot_be_named_gets_no_badge() {
    LearnerRecord nameless =
        new LearnerRecord(
            record.id(),
            record.name(),
            new Learner(null, null, null, null, null, null, List.of()),
            record.institution(),
            record.issued(),
            null,
            List.of(),
            record.attainments(),
            List.of(),
            List.of());

    assertThatThrownBy(() -> OpenBadges2Records.write(nameless, IMAGE, null))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
