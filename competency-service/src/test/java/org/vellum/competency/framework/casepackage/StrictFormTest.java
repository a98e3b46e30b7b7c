package org.vellum.competency.framework.casepackage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.vellum.competency.framework.Packages.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vellum.competency.framework.Packages;
import org.vellum.platform.problem.Finding;

class StrictFormTest {
  private static final String HERE = "https://vellum.example/competency/ims/case/v1p1/";

  @Test
  void nulls_and_members_that_a_package_forbids_are_left_out() {
    ObjectNode whole = Packages.empty();
    ObjectNode item = Packages.addItem(whole, 1).putNull("licenseURI").putNull("CFItemType");
    item.putObject("CFDocumentURI").put("title", "t");
    item.put("publisherSays", "hello");

    assertThat(strict(whole).has("licenseURI")).isFalse();
    assertThat(strict(whole).has("CFItemType")).isFalse();
    assertThat(strict(whole).has("CFDocumentURI")).isFalse();
    assertThat(strict(whole).has("publisherSays")).isFalse();
    assertThat(Read.findings(whole))
        .extracting(Finding::place)
        .contains("/CFItems/0/publisherSays");
    assertThat(Read.objects(Read.accepted(whole), CaseClass.ITEM).getFirst().received())
        .contains("\"publisherSays\":\"hello\"", "\"licenseURI\":null", "CFDocumentURI");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-02T03:04:05Z, 2026-01-02T03:04:05Z",
    "2026-01-02T03:04:05.123+02:00, 2026-01-02T03:04:05.123+02:00",
    "2026-01-02T03:04:05, 2026-01-02T03:04:05Z",
    "2026-01-02 03:04:05, 2026-01-02T03:04:05Z",
    "2026-01-02T03:04:05+0200, 2026-01-02T01:04:05Z",
    "2026-01-02, 2026-01-02T00:00:00Z"
  })
  void times_are_read_leniently_and_served_strictly(String received, String served) {
    ObjectNode whole = Packages.empty();
    Packages.addItem(whole, 1).put("lastChangeDateTime", received);
    assertThat(strict(whole).path("lastChangeDateTime").textValue()).isEqualTo(served);
  }

  @Test
  void a_time_that_cannot_be_read_becomes_that_of_the_document() {
    ObjectNode whole = Packages.empty();
    Packages.addItem(whole, 1).put("lastChangeDateTime", "yesterday");
    assertThat(strict(whole).path("lastChangeDateTime").textValue())
        .isEqualTo("2026-01-02T03:04:05Z");
    assertThat(Read.findings(whole)).extracting(Finding::code).contains("not-valid");
  }

  @Test
  void values_of_a_wrong_kind_are_read_as_what_they_mean() {
    ObjectNode whole = Packages.ofItems(1);
    ((ObjectNode) Packages.items(whole).get(0))
        .put("conceptKeywords", "one")
        .put("listEnumeration", 4)
        .put("statusStartDate", "2026-05-06T00:00:00Z");
    ((ObjectNode) Packages.associations(whole).get(0)).put("sequenceNumber", "12");

    assertThat(strict(whole).path("conceptKeywords").toString()).isEqualTo("[\"one\"]");
    assertThat(strict(whole).path("listEnumeration").textValue()).isEqualTo("4");
    assertThat(strict(whole).path("statusStartDate").textValue()).isEqualTo("2026-05-06");
    assertThat(only(whole, CaseClass.ASSOCIATION).path("sequenceNumber").isIntegralNumber())
        .isTrue();
    assertThat(Read.findings(whole)).extracting(Finding::code).containsOnly("adjusted");
  }

  @ParameterizedTest
  @CsvSource({
    "isTranslationOf, isTranslationOf",
    "Is Child Of, isChildOf",
    "ext:my.own, ext:my.own",
    "aligns with!, ext:aligns_with_"
  })
  void an_association_type_is_one_that_case_names_or_an_extension(String given, String served) {
    ObjectNode whole = Packages.ofItems(1);
    ((ObjectNode) Packages.associations(whole).get(0)).put("associationType", given);
    assertThat(only(whole, CaseClass.ASSOCIATION).path("associationType").textValue())
        .isEqualTo(served);
  }

  @ParameterizedTest
  @CsvSource({"CFItems/7", "javascript:alert(1)", "ftp://a.example/x", "http://a b"})
  void an_address_that_nobody_can_follow_becomes_one_of_this_server(String address) {
    ObjectNode whole = Packages.empty();
    Packages.addItem(whole, 1).put("uri", address);
    assertThat(strict(whole).path("uri").textValue()).isEqualTo(HERE + "CFItems/" + item(1));
    assertThat(Read.findings(whole)).extracting(Finding::code).contains("not-valid");
  }

  @Test
  void the_publishers_address_is_kept() {
    assertThat(strict(Packages.ofItems(1)).path("uri").textValue())
        .isEqualTo("https://publisher.example/CFItems/" + item(1));
  }

  @Test
  void published_here_every_address_within_the_package_is_one_of_this_server() {
    ObjectNode whole = Packages.ofItems(1);
    Packages.associate(whole, item(1), "exactMatchOf", item(99));
    CasePackage read = Read.accepted(whole.toString().getBytes(UTF_8), true);

    List<CaseObject> associations = Read.objects(read, CaseClass.ASSOCIATION);
    assertThat(associations.get(0).strict().path("originNodeURI").path("uri").textValue())
        .isEqualTo(HERE + "CFItems/" + item(1));
    assertThat(associations.get(0).strict().path("destinationNodeURI").path("uri").textValue())
        .isEqualTo(HERE + "CFDocuments/" + Packages.DOCUMENT);
    assertThat(associations.get(1).strict().path("destinationNodeURI").path("uri").textValue())
        .isEqualTo("https://publisher.example/CFItems/" + item(99));
    assertThat(read.packageUri()).isEqualTo(HERE + "CFPackages/" + Packages.DOCUMENT);
    assertThat(associations.get(0).received()).contains("https://publisher.example/CFItems/");
  }

  @Test
  void a_link_without_title_or_address_gets_those_of_its_target() {
    ObjectNode whole = Packages.ofItems(1);
    ObjectNode association = (ObjectNode) Packages.associations(whole).get(0);
    association.putObject("originNodeURI").put("identifier", item(1));
    association
        .putObject("destinationNodeURI")
        .put("uri", "https://publisher.example/CFDocuments/" + Packages.DOCUMENT);

    JsonNode strict = only(whole, CaseClass.ASSOCIATION);
    assertThat(strict.path("originNodeURI").path("title").textValue()).isEqualTo("Can do thing 1");
    assertThat(strict.path("originNodeURI").path("uri").textValue())
        .isEqualTo("https://publisher.example/CFItems/" + item(1));
    assertThat(strict.path("destinationNodeURI").path("identifier").textValue())
        .isEqualTo(Packages.DOCUMENT);
  }

  @Test
  void an_item_type_without_description_is_described_by_its_title() {
    ObjectNode whole = Packages.empty();
    whole
        .putObject("CFDefinitions")
        .putArray("CFItemTypes")
        .addObject()
        .put("identifier", "cccccccc-0000-4000-8000-000000000001")
        .put("title", "Standard");
    JsonNode strict = only(whole, CaseClass.ITEM_TYPE);
    assertThat(strict.path("description").textValue()).isEqualTo("Standard");
    assertThat(strict.path("hierarchyCode").textValue()).isEqualTo("Standard");
    assertThat(strict.path("uri").textValue())
        .isEqualTo(HERE + "CFItemTypes/cccccccc-0000-4000-8000-000000000001");
  }

  @Test
  void texts_longer_than_advised_are_kept_with_a_warning() {
    ObjectNode whole = Packages.empty();
    Packages.addItem(whole, 1).put("fullStatement", "x".repeat(5_000));
    assertThat(strict(whole).path("fullStatement").textValue()).hasSize(5_000);
    assertThat(Read.findings(whole))
        .extracting(Finding::code, Finding::place)
        .contains(tuple("longer-than-advised", "/CFItems/0/fullStatement"));
  }

  private static JsonNode strict(ObjectNode whole) {
    return only(whole, CaseClass.ITEM);
  }

  private static JsonNode only(ObjectNode whole, CaseClass type) {
    return Read.objects(Read.accepted(whole), type).getFirst().strict();
  }
}
