package org.vellum.credentials.clr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.Examples;
import org.vellum.credentials.StandardsFiles;

class RecordTest {
  private final ObjectNode badge = Examples.badge(1).build().toJson();

  @Test
  void a_record_has_its_contexts_in_the_order_of_the_standard() {
    ObjectNode record = Examples.record(List.of(badge)).build().toJson();

    assertThat(record.get("@context"))
        .extracting(context -> context.asText().replaceAll(".*/(ns|spec)/", ""))
        .containsExactly(
            "credentials/v2", "clr/v2p0/context-2.0.1.json", "ob/v3p0/context-3.0.3.json");
  }

  @Test
  void the_credentials_of_a_record_are_written_as_they_were_given() {
    ObjectNode record = Examples.record(List.of(badge)).build().toJson();

    assertThat(record.at("/credentialSubject/verifiableCredential/0")).isEqualTo(badge);
  }

  @Test
  void an_association_has_a_scalar_type() {
    ObjectNode record = Examples.record(List.of(badge)).build().toJson();

    assertThat(record.at("/credentialSubject/association/0/type").asText())
        .isEqualTo("Association");
  }

  @Test
  void a_record_without_credentials_or_learner_cannot_be_made() {
    assertThatThrownBy(() -> new ClrSubject("urn:x:1", List.of(), List.of(), List.of(), List.of()))
        .hasMessageContaining("no credential");
    assertThatThrownBy(() -> new ClrSubject(null, List.of(), List.of(), List.of(badge), List.of()))
        .hasMessageContaining("neither id nor identifier");
    assertThatThrownBy(() -> new ClrSubject("ada", List.of(), List.of(), List.of(badge), List.of()))
        .hasMessageContaining("absolute");
  }

  @Test
  void a_record_that_ends_before_it_begins_cannot_be_made() {
    assertThatThrownBy(() -> Examples.record(List.of(badge)).validUntil(Instant.EPOCH).build())
        .hasMessageContaining("before");
  }

  @Test
  void the_relations_are_those_of_the_published_schema() {
    ObjectNode schema = StandardsFiles.json("clr-2.0/schema/clr_v2p0_clrcredential_schema.json");

    assertThat(schema.at("/$defs/Association/properties/associationType/enum"))
        .extracting(value -> value.asText())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Association.Type.values()).map(Enum::name).toList());
  }
}
