package org.vellum.credentials.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vellum.credentials.Examples;

/** What somebody might do to a signed credential on its way. */
class TamperingTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Examples university = new Examples();
  private final Verifier verifier = new Verifier();

  private VerificationReport verify(byte[] document) {
    return verifier.verify(document, university.documents(), Examples.NOW);
  }

  @Test
  void a_character_flipped_anywhere_is_never_valid_unless_the_json_is_the_same() throws Exception {
    ObjectNode badge = university.signedBadge(1);
    byte[] original = Examples.bytes(badge);
    int valid = 0;
    for (int at = 0; at < original.length; at += 37) {
      byte[] changed = original.clone();
      changed[at] ^= (byte) (1 << (at % 3));
      if (verify(changed).verdict() == Verdict.VALID) {
        assertThat(JSON.readTree(changed)).isEqualTo(JSON.readTree(original));
        valid++;
      }
    }
    assertThat(valid).isLessThan(3);
  }

  @Test
  void characters_cut_doubled_or_swapped_are_never_valid() throws Exception {
    String original = university.signedBadge(1).toString();
    Random random = new Random(23);
    for (int round = 0; round < 75; round++) {
      int at = random.nextInt(original.length() - 1);
      String changed =
          switch (round % 3) {
            case 0 -> original.substring(0, at) + original.substring(at + 1);
            case 1 -> original.substring(0, at) + original.charAt(at) + original.substring(at);
            default ->
                original.substring(0, at)
                    + original.charAt(at + 1)
                    + original.charAt(at)
                    + original.substring(at + 2);
          };
      if (verify(changed.getBytes(UTF_8)).verdict() == Verdict.VALID) {
        assertThat(JSON.readTree(changed)).isEqualTo(JSON.readTree(original));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("org.vellum.credentials.verification.Trick#all")
  void a_badge_played_with_is_invalid(Trick trick) {
    ObjectNode badge = university.signedBadge(1);
    trick.play().accept(badge);

    assertThat(verify(Examples.bytes(badge)).verdict()).isNotEqualTo(Verdict.VALID);
  }

  @Test
  void a_revoked_badge_that_hides_its_status_in_another_form_is_never_valid() {
    university.statusList.set(1, true);
    university.publishStatusList();
    Trick.all()
        .forEach(trick -> {
          ObjectNode badge = university.signedBadge(1);
          trick.play().accept(badge);
          assertThat(verify(Examples.bytes(badge)).verdict())
              .as(trick.name())
              .isNotEqualTo(Verdict.VALID);
        });
  }

  @Test
  void a_known_context_that_changes_no_meaning_changes_no_verdict() {
    ObjectNode badge = university.signedBadge(1);
    ((ArrayNode) badge.get("@context")).add("https://w3id.org/security/multikey/v1");

    assertThat(verify(Examples.bytes(badge)).verdict()).isEqualTo(Verdict.VALID);
  }

  @Test
  void a_forged_evidence_is_named_by_its_place() {
    ObjectNode record = university.signedRecord(2);
    ObjectNode evidence =
        (ObjectNode) record.at("/credentialSubject/verifiableCredential/1/evidence/0");
    evidence.put("id", "forged.pdf");

    VerificationReport nested = verify(Examples.bytes(record)).nested().get(1);

    assertThat(nested.check(Check.Kind.PROOF).findings())
        .extracting(Finding::place)
        .containsExactly("/credentialSubject/verifiableCredential/1/evidence/0/id");
  }

  @Test
  void badges_exchanged_between_two_records_do_not_hold() {
    ObjectNode one =
        university.sign(Examples.record(List.of(university.signedBadge(1))).build().toJson());
    ((ArrayNode) one.at("/credentialSubject/verifiableCredential"))
        .set(0, university.signedBadge(2));

    VerificationReport report = verify(Examples.bytes(one));

    assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
    assertThat(report.nested()).allMatch(nested -> nested.verdict() == Verdict.VALID);
  }

  @Test
  void the_key_of_somebody_else_with_our_name_on_it_is_found_out() {
    Examples forger = new Examples();
    byte[] forged = Examples.bytes(forger.signedBadge(1));

    VerificationReport report = verify(forged);

    assertThat(report.check(Check.Kind.ISSUER).findings())
        .extracting(Finding::code)
        .containsExactly("key-not-listed");
    assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
  }
}
