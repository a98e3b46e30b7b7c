package org.vellum.credentials.clr1;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.StandardsFiles;
import org.vellum.credentials.record.Converted;
import org.vellum.credentials.record.Differences;
import org.vellum.credentials.record.FullRecord;
import org.vellum.credentials.record.Identifier;
import org.vellum.credentials.record.LearnerRecord;
import org.vellum.credentials.record.Loss;

class Clr1RecordsTest {
  private static final String SCHEMA =
      "clr-1.0/schema-json/clrv1p0-getclr-200-responsepayload-schemav2p0.json";

  private final LearnerRecord record = FullRecord.record();
  private final Converted<ObjectNode> written = Clr1Records.write(record);

  private static List<Error> errors(ObjectNode clr) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
        .getSchema(StandardsFiles.json(SCHEMA))
        .validate(
            clr,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }

  @Test
  void what_is_written_meets_the_published_schema() {
    assertThat(errors(written.value())).isEmpty();
  }

  @Test
  void the_schema_would_notice_what_is_wrong() {
    ObjectNode clr = written.value().deepCopy();
    ((ObjectNode) clr.at("/assertions/0/achievement")).put("achievementType", "Nonsense");

    assertThat(errors(clr)).isNotEmpty();
  }

  @Test
  void a_record_comes_back_apart_from_the_losses_that_were_told() {
    LearnerRecord back = Clr1Records.read(written.value()).value();

    assertThat(written.losses())
        .containsExactlyElementsOf(
            Differences.between(record, back, "CLR 1.0 has no place for it"));
    assertThat(written.losses())
        .extracting(Loss::place)
        .containsExactly(
            "validUntil",
            "periods[0]",
            "periods",
            "attainments[0].achievement.language",
            "attainments[0].periodId",
            "attainments[1].achievement.language",
            "attainments[1].periodId",
            "averages[0]");
    assertThat(Clr1Records.read(written.value()).losses()).isEmpty();
  }

  @Test
  void what_others_write_is_read_leniently_and_what_is_not_read_is_told() {
    ObjectNode clr =
        StandardsFiles.parse(
            "{\"id\":\"urn:x:1\",\"issuedOn\":\"2020-01-02T03:04:05\",\"learner\":{\"id\":\"urn:x:2\","
                + "\"sourcedId\":\"77\",\"name\":null},\"publisher\":{\"id\":\"urn:x:3\"},"
                + "\"assertions\":[{\"id\":\"urn:x:4\",\"achievement\":{\"id\":\"urn:x:5\","
                + "\"achievementType\":\"Co-Curricular\",\"level\":\"high\"},\"creditsEarned\":\"2\"}],"
                + "\"signedAssertions\":[\"a.b.c\"]}");

    Converted<LearnerRecord> read = Clr1Records.read(clr);

    assertThat(read.value().issued()).hasToString("2020-01-02T03:04:05Z");
    assertThat(read.value().learner().identifiers())
        .containsExactly(new Identifier("sourcedId", "77", null));
    assertThat(read.value().attainments().getFirst().achievement().type())
        .isEqualTo("CoCurricular");
    assertThat(read.losses())
        .extracting(Loss::place)
        .containsExactly("/assertions/0/achievement/level", "/signedAssertions");
  }

  @Test
  void nonsense_is_read_as_nothing_and_does_not_fail() {
    for (String text :
        List.of(
            "{}",
            "{\"assertions\":5,\"learner\":[]}",
            "{\"assertions\":[null,{\"results\":[1]}]}",
            "{\"issuedOn\":\"99\",\"assertions\":[{\"achievement\":[[]],\"creditsEarned\":\"x\"}]}")) {
      assertThat(Clr1Records.read(StandardsFiles.parse(text)).value()).isNotNull();
    }
  }
}
