package org.vellum.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.json.EmptyMembers;
import org.vellum.credentials.openbadges.CredentialSchema;

/** What is emitted, against the published JSON Schemas. */
class PublishedSchemasTest {
  private static final String BADGE =
      "openbadges-3.0/schema/ob_v3p0_achievementcredential_schema.json";
  private static final String RECORD = "clr-2.0/schema/clr_v2p0_clrcredential_schema.json";

  private final Examples university = new Examples();

  @Test
  void a_badge_with_everything_is_valid() {
    assertThat(errors(BADGE, university.signedBadge(1))).isEmpty();
  }

  @Test
  void a_badge_that_names_its_schema_is_valid() {
    ObjectNode badge =
        Examples.badge(1)
            .credentialSchema(
                new CredentialSchema("https://purl.imsglobal.org/spec/ob/v3p0/schema/json/x.json"))
            .build()
            .toJson();

    assertThat(errors(BADGE, university.sign(badge))).isEmpty();
  }

  @Test
  void a_record_around_badges_is_valid() {
    assertThat(errors(RECORD, university.signedRecord(3))).isEmpty();
  }

  @Test
  void a_badge_without_its_achievement_is_not_valid() {
    ObjectNode badge = university.signedBadge(1);
    ((ObjectNode) badge.get("credentialSubject")).remove("achievement");

    assertThat(errors(BADGE, badge)).isNotEmpty();
  }

  @Test
  void nothing_empty_is_ever_emitted() {
    assertThat(EmptyMembers.in(university.signedRecord(2))).isEmpty();
  }

  private static List<Error> errors(String file, ObjectNode document) {
    return PublishedSchemas.errors(file, document);
  }
}
