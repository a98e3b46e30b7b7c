package org.vellum.credentials.clr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.Examples;
import org.vellum.credentials.StandardsFiles;
import org.vellum.credentials.Transcripts;
import org.vellum.credentials.json.JsonRead;
import org.vellum.credentials.json.StrictJson;
import org.vellum.credentials.record.Converted;
import org.vellum.credentials.record.LearnerRecord;
import org.vellum.credentials.record.Loss;

class ClrRecordsTest {
  @Test
  void a_rich_record_comes_back_as_it_was() {
    Converted<ObjectNode> written = ClrRecords.write(Transcripts.rich());
    Converted<LearnerRecord> back = ClrRecords.read(written.value());

    assertThat(written.losses()).isEmpty();
    assertThat(back.value()).usingRecursiveComparison().isEqualTo(Transcripts.rich());
    assertThat(back.losses()).isEmpty();
  }

  @Test
  void a_minimal_record_comes_back_as_it_was() {
    Converted<ObjectNode> written = ClrRecords.write(Transcripts.minimal());

    assertThat(written.losses()).isEmpty();
    assertThat(ClrRecords.read(written.value()).value()).isEqualTo(Transcripts.minimal());
  }

  @Test
  void what_stands_inside_is_signed_before_what_is_around_it() {
    Examples university = new Examples();
    List<String> order = new ArrayList<>();
    ObjectNode clr =
        ClrRecords.write(
                Transcripts.rich(),
                unsigned -> {
                  order.add(unsigned.get("id").asText());
                  return university.sign(unsigned);
                })
            .value();

    assertThat(order).hasSize(5 + 2 + 3 + 1).last().isEqualTo(Transcripts.rich().id());
    assertThat(clr.at("/credentialSubject/verifiableCredential"))
        .allSatisfy(child -> assertThat(child.has("proof")).isTrue());
    assertThat(ClrRecords.read(clr).value())
        .usingRecursiveComparison()
        .isEqualTo(Transcripts.rich());
  }

  @Test
  void courses_belong_to_their_period_by_name_and_by_association() {
    ObjectNode clr = ClrRecords.write(Transcripts.rich()).value();

    assertThat(clr.at("/credentialSubject/verifiableCredential/0/credentialSubject/term").asText())
        .isEqualTo("Fall 2025");
    assertThat(clr.at("/credentialSubject/association"))
        .anySatisfy(each -> {
          assertThat(each.get("associationType").asText()).isEqualTo("isPartOf");
          assertThat(each.get("sourceId").asText()).endsWith("/achievements/1");
          assertThat(each.get("targetId").asText()).endsWith("fall-2025");
        });
  }

  @Test
  void each_attainment_is_a_badge_of_its_own_too() {
    Converted<List<ObjectNode>> badges = ClrRecords.badges(Transcripts.rich(), badge -> badge);
    LearnerRecord one = ClrRecords.read(badges.value().get(1)).value();

    assertThat(badges.value()).hasSize(5);
    assertThat(badges.losses()).extracting(Loss::place).contains("periods", "links", "averages");
    assertThat(one.learner()).isEqualTo(Transcripts.ada());
    assertThat(one.attainments())
        .containsExactly(Transcripts.rich().attainments().get(1).inPeriod(null));
  }

  @Test
  void what_the_standard_has_no_word_for_is_listed() {
    LearnerRecord record = Transcripts.minimal();
    LearnerRecord odd =
        new LearnerRecord(
            record.id(),
            record.name(),
            record.learner(),
            record.institution(),
            record.issued(),
            null,
            List.of(),
            record.attainments(),
            List.of(new org.vellum.credentials.record.Link("rivals", "urn:a:1", "urn:a:2")),
            List.of());

    assertThat(ClrRecords.write(odd).losses())
        .containsExactly(new Loss("links[0]", "rivals", "CLR 2.0 has no such association"));
  }

  /** Other issuers' habits: order of contexts, no zones, no signatures, members of their own. */
  private static final String FOREIGN =
      """
      {"@context":["https://www.w3.org/ns/credentials/v2",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json",
        {"shelf":"https://district.example/terms#shelf"}],
       "id":"urn:uuid:1b1a1e02-0000-4000-8000-000000000000",
       "type":["VerifiableCredential","ClrCredential"],
       "name":{"en":"Record","es":"Expediente"},"shelf":"B7",
       "issuer":{"id":"https://district.example","type":["Profile"],"name":"District"},
       "validFrom":"2024-06-01T10:00:00.1234567",
       "credentialSubject":{"id":"urn:uuid:1b1a1e02-0000-4000-8000-000000000001",
        "type":["ClrSubject"],
        "verifiableCredential":[
         {"@context":["https://www.w3.org/ns/credentials/v2"],
          "type":["VerifiableCredential","AchievementCredential"],
          "id":"urn:uuid:1b1a1e02-0000-4000-8000-000000000002",
          "issuer":"https://district.example","validFrom":"2024-06-01T10:00:00",
          "evidence":[{"id":"data:application/pdf;base64,JVBERi0xLjcK","type":"Evidence"}],
          "credentialSubject":{"id":"urn:uuid:1b1a1e02-0000-4000-8000-0000000000aa",
           "type":"AchievementSubject","creditsEarned":1.50,
           "achievement":{"id":"urn:x:algebra","type":["Achievement"],"name":"Algebra",
            "description":"Algebra."}}},
         "not a credential"],
        "association":[]}}
      """;

  private static ObjectNode foreign() {
    return ((JsonRead.Parsed)
            new StrictJson(100_000, 100).read(FOREIGN.getBytes(StandardCharsets.UTF_8)))
        .object();
  }

  @Test
  void a_foreign_record_is_read_and_what_has_no_place_is_listed() {
    Converted<LearnerRecord> read = ClrRecords.read(foreign());

    assertThat(read.value().name()).isEqualTo("Record");
    assertThat(read.value().issued()).isEqualTo(Instant.parse("2024-06-01T10:00:00.1234567Z"));
    assertThat(read.value().attainments()).hasSize(1);
    assertThat(read.value().attainments().getFirst().evidence().getFirst().url())
        .startsWith("data:application/pdf");
    assertThat(read.losses())
        .extracting(Loss::place)
        .containsExactlyInAnyOrder("/name", "/shelf", "/credentialSubject/verifiableCredential/1");
  }

  @Test
  void reading_a_foreign_record_leaves_its_tree_as_it_was() {
    ObjectNode tree = foreign();
    String before = tree.toString();
    ClrRecords.read(tree);

    assertThat(tree.toString()).isEqualTo(before);
    assertThat(tree).isEqualTo(foreign());
    assertThat(tree.toString()).contains("1.50").contains("B7").doesNotContain("proof");
  }

  @Test
  void nonsense_is_read_without_an_exception() {
    for (String text :
        List.of(
            "{}",
            "{\"type\":\"ClrCredential\",\"credentialSubject\":[1,2]}",
            "{\"id\":{\"a\":[]},\"issuer\":[],\"validFrom\":7,\"credentialSubject\":"
                + "{\"achievement\":{\"criteria\":3,\"alignment\":[null,{}],\"tag\":[{}]}}}",
            "{\"type\":[\"ClrCredential\"],\"credentialSubject\":{\"verifiableCredential\":"
                + "{\"credentialSubject\":{\"achievement\":{\"id\":null,\"resultDescription\":"
                + "[{\"resultType\":\"GradePointAverage\",\"valueMax\":\"x\"}]}}}}}")) {
      Converted<LearnerRecord> read = ClrRecords.read(StandardsFiles.parse(text));

      assertThat(read.losses()).as(text).isNotEmpty();
    }
  }

  @Test
  void a_badge_of_the_older_data_model_is_read() {
    ObjectNode badge = Examples.badge(1).build().toJson();
    badge.set("issuanceDate", badge.remove("validFrom"));
    badge.set("expirationDate", badge.remove("validUntil"));
    ((ArrayNode) badge.get("@context")).set(0, "https://www.w3.org/2018/credentials/v1");
    LearnerRecord record = ClrRecords.read(badge).value();

    assertThat(record.issued()).isEqualTo(Examples.ISSUED);
    assertThat(record.validUntil()).isEqualTo(Instant.parse("2030-01-01T00:00:00Z"));
  }
}
