package org.vellum.platform.imsx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vellum.platform.Silenced;
import org.vellum.platform.json.Json;
import org.vellum.testsupport.SharedData;

/** Every fault in every dialect, against what the standard publishes. */
class DialectsTest {

  @RegisterExtension
  static final Silenced silenced =
      Silenced.logOf("com.networknt.schema.keyword.UnknownKeywordFactory");

  @ParameterizedTest
  @EnumSource
  void case_1_0_words_every_fault_as_its_swagger_says(Fault fault) throws IOException {
    JsonNode file = read("case/openapi-1.0/case-v1p0-swagger.json");
    ObjectNode schema = file.get("definitions").get("imsx_StatusInfo.Type").deepCopy();
    schema.set("definitions", file.get("definitions"));
    assertValid(SpecificationVersion.DRAFT_4, schema, new Case10Dialect(), fault);
  }

  @ParameterizedTest
  @EnumSource
  void case_1_1_words_every_fault_as_its_json_schema_says(Fault fault) throws IOException {
    JsonNode schema = read("case/schema-1.1/case_v1p1_imsx_statusinfo-jsonschema1.json");
    ((ObjectNode) schema).remove("$schema");
    assertValid(SpecificationVersion.DRAFT_2019_09, schema, new Case11Dialect(), fault);
  }

  @ParameterizedTest
  @EnumSource
  void oneroster_1_2_words_every_fault_as_its_openapi_says(Fault fault) throws IOException {
    JsonNode file = read("oneroster-1.2/openapi/onerosterv1p2gradebookservice_openapi3_v1p0.json");
    ObjectNode schema =
        file.get("components").get("schemas").get("imsx_StatusInfoDType").deepCopy();
    schema.set("components", file.get("components"));
    assertValid(SpecificationVersion.DRAFT_4, schema, new OneRoster12Dialect(), fault);
  }

  @ParameterizedTest
  @EnumSource
  void a_resource_gets_the_dialect_that_it_names(Fault fault) {
    for (Class<? extends Dialect> named :
        List.of(Case10Dialect.class, Case11Dialect.class, OneRoster12Dialect.class)) {
      assertThat(Dialect.of(named)).isInstanceOf(named);
    }
    assertThat(fault.status()).isBetween(400, 599);
  }

  private static JsonNode read(String file) throws IOException {
    return Json.mapper().readTree(Files.readString(SharedData.path(file)));
  }

  /** Valid; and not valid with another word, or the schema would have looked at nothing. */
  private static void assertValid(
      SpecificationVersion version, JsonNode schema, Dialect dialect, Fault fault) {
    Schema official = SchemaRegistry.withDefaultDialect(version).getSchema(schema);
    ObjectNode info = dialect.statusInfo(fault, "What <happened>.");
    assertThat(official.validate(info)).extracting(Error::getMessage).isEmpty();
    assertThat(info.get("imsx_description").textValue()).isEqualTo("What <happened>.");

    ArrayNode fields = (ArrayNode) info.findValue("imsx_codeMinorField");
    ((ObjectNode) fields.get(0)).put("imsx_codeMinorFieldValue", "no such word");
    assertThat(official.validate(info)).isNotEmpty();
  }
}
