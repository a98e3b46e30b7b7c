package org.vellum.competency.framework.casepackage;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.vellum.competency.framework.Packages.DOCUMENT;
import static org.vellum.competency.framework.Packages.item;
import static org.vellum.competency.framework.casepackage.Read.accepted;
import static org.vellum.competency.framework.casepackage.Read.errors;
import static org.vellum.competency.framework.casepackage.Read.findings;
import static org.vellum.competency.framework.casepackage.Read.refused;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.competency.framework.Packages;
import org.vellum.platform.problem.Finding;

class CasePackageTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "no json", "{", "{\"CFDocument\": {\"title\": \"a\",", "{\"a\": 01}"})
  void what_is_not_json_is_refused(String text) {
    assertThat(refused(text.getBytes(UTF_8)))
        .first()
        .extracting(Finding::code)
        .isIn("not-json", "wrong-shape");
  }

  @Test
  void what_is_wrong_with_the_json_is_told_in_words_for_a_person() {
    assertThat(refused("{\"a\":\n[}".getBytes(UTF_8)))
        .singleElement()
        .satisfies(finding ->
            assertThat(finding.message())
                .contains("expected ']'", "(line 2)")
                .doesNotContain("Source"));
  }

  @Test
  void a_member_that_stands_twice_in_an_object_is_refused_with_its_place() {
    String whole = Packages.ofItems(2).toString();
    String twice = whole.replaceFirst("\"humanCodingScheme\"", "\"fullStatement\":\"x\",$0");
    assertThat(refused(twice.getBytes(UTF_8)))
        .singleElement()
        .satisfies(finding -> assertThat(finding.place()).startsWith("/CFItems/0"));
  }

  @Test
  void bytes_that_are_no_text_are_refused() {
    byte[] json = Packages.ofItems(1).toString().getBytes(UTF_8);
    json[json.length / 2] = (byte) 0xC3;
    assertThat(refused(json)).extracting(Finding::code).contains("not-json");
  }

  @Test
  void other_encodings_of_unicode_are_read() {
    byte[] json = Packages.ofItems(2).toString().getBytes(UTF_16);
    assertThat(accepted(json).count(CaseClass.ITEM)).isEqualTo(2);
  }

  @Test
  void something_after_the_package_is_refused() {
    assertThat(refused((Packages.empty() + "{}").getBytes(UTF_8)))
        .extracting(Finding::code)
        .containsExactly("not-json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "\"text\"", "7"})
  void what_is_no_object_is_refused(String text) {
    assertThat(refused(text.getBytes(UTF_8)))
        .extracting(Finding::code, Finding::place)
        .containsExactly(tuple("wrong-shape", ""));
  }

  @Test
  void ten_thousand_levels_are_refused() {
    ObjectNode whole = Packages.empty();
    String deep = "[".repeat(10_000) + "]".repeat(10_000);
    String json = whole.toString().replaceFirst("\\{", "{\"x\":" + deep + ",");
    assertThat(refused(json.getBytes(UTF_8)))
        .extracting(Finding::code)
        .containsExactly("beyond-bounds");
  }

  @Test
  void a_crowd_of_empty_objects_in_one_member_is_refused() {
    String crowd = "[" + "{},".repeat(300_000) + "{}]";
    String json = Packages.empty().toString().replaceFirst("\\{", "{\"x\":" + crowd + ",");
    assertThat(refused(json.getBytes(UTF_8)))
        .extracting(Finding::code)
        .containsExactly("beyond-bounds");
  }

  @Test
  void more_objects_than_are_allowed_are_refused() {
    ObjectNode whole = Packages.ofItems(Read.MOST_OBJECTS / 2 + 1);
    assertThat(errors(whole)).extracting(Finding::code).containsExactly("beyond-bounds");
  }

  @Test
  void a_list_of_documents_is_no_package() {
    ObjectNode list = Packages.empty().objectNode();
    list.putArray("CFDocuments").addObject().put("title", "x");
    assertThat(errors(list)).extracting(Finding::place).containsExactly("/CFDocument");
  }

  @Test
  void shapes_that_are_wrong_are_found_at_their_places() {
    ObjectNode whole = Packages.empty();
    Packages.items(whole).add("text").addNull();
    whole.put("CFRubrics", "none");
    whole.put("CFDefinitions", 7);
    assertThat(errors(whole))
        .extracting(Finding::place)
        .containsExactlyInAnyOrder("/CFItems/0", "/CFItems/1", "/CFRubrics", "/CFDefinitions");
  }

  @Test
  void members_that_only_the_publisher_can_say_are_required() {
    ObjectNode whole = Packages.ofItems(1);
    Packages.document(whole).remove(List.of("title", "creator", "lastChangeDateTime"));
    ((ObjectNode) Packages.items(whole).get(0)).putNull("fullStatement");
    ((ObjectNode) Packages.associations(whole).get(0)).remove("originNodeURI");
    assertThat(errors(whole))
        .extracting(Finding::place)
        .containsExactlyInAnyOrder(
            "/CFDocument/title",
            "/CFDocument/creator",
            "/CFDocument/lastChangeDateTime",
            "/CFItems/0/fullStatement",
            "/CFAssociations/0/originNodeURI");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "",
        "018f4e9e-0000-7000-8000-000000000001",
        "00000000-0000-0000-0000-000000000000",
        "aaaaaaaa-0000-4000-8000-000000000001 "
      })
  void an_identifier_is_a_uuid_of_the_versions_that_case_knows(String identifier) {
    ObjectNode whole = Packages.empty();
    Packages.addItem(whole, 1).put("identifier", identifier);
    assertThat(errors(whole)).extracting(Finding::place).containsExactly("/CFItems/0/identifier");
  }

  @Test
  void an_identifier_in_upper_case_is_the_same_identifier() {
    ObjectNode whole = Packages.ofItems(1);
    ((ObjectNode) Packages.items(whole).get(0)).put("identifier", item(1).toUpperCase(Locale.ROOT));
    CasePackage read = accepted(whole);
    assertThat(read.identifiers(CaseClass.ITEM)).containsExactly(UUID.fromString(item(1)));
    assertThat(read.findings()).extracting(Finding::code).containsExactly("adjusted");
  }

  @Test
  void of_two_different_items_with_one_identifier_the_first_is_served_and_both_are_kept() {
    ObjectNode whole = Packages.ofItems(2);
    Packages.addItem(whole, 1).put("fullStatement", "Something else");
    CasePackage read = accepted(whole);
    assertThat(read.findings())
        .extracting(Finding::code, Finding::place)
        .contains(tuple("duplicate-identifier", "/CFItems/2/identifier"));
    assertThat(Read.objects(read, CaseClass.ITEM))
        .extracting(
            object -> object.strict().path("fullStatement").textValue(), CaseObject::variant)
        .containsExactly(
            tuple("Can do thing 1", false),
            tuple("Can do thing 2", false),
            tuple("Something else", true));
  }

  @Test
  void an_item_that_is_repeated_is_kept_once_with_both_places() {
    ObjectNode whole = Packages.ofItems(2);
    Packages.items(whole).add(Packages.items(whole).get(0).deepCopy());
    CasePackage read = accepted(whole);
    assertThat(read.findings()).extracting(Finding::code).containsExactly("repeated-object");
    assertThat(Read.objects(read, CaseClass.ITEM))
        .extracting(CaseObject::positions)
        .containsExactly(List.of(0, 2), List.of(1));
  }

  @Test
  void an_item_cannot_bear_the_documents_identifier() {
    ObjectNode whole = Packages.ofItems(1);
    Packages.addItem(whole, 2).put("identifier", DOCUMENT);
    assertThat(errors(whole)).extracting(Finding::code).containsExactly("duplicate-identifier");
  }

  @Test
  void a_circle_is_refused_and_named() {
    ObjectNode whole = Packages.ofItems(3);
    Packages.addChild(whole, 1, item(2));
    Packages.addChild(whole, 2, item(3));
    Packages.addChild(whole, 3, item(1));
    assertThat(errors(whole))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.code()).isEqualTo("cycle");
          assertThat(finding.message()).contains(item(1), item(2), item(3), "circle of 3");
        });
  }

  @Test
  void an_item_that_is_its_own_child_is_refused() {
    ObjectNode whole = Packages.ofItems(1);
    Packages.addChild(whole, 1, item(1));
    assertThat(errors(whole)).extracting(Finding::code).containsExactly("cycle");
  }

  @Test
  void a_chain_of_thousands_is_refused_without_harm() {
    ObjectNode whole = Packages.empty();
    for (int i = 1; i <= 5_000; i++) {
      Packages.addItem(whole, i);
      Packages.addChild(whole, i, i == 1 ? DOCUMENT : item(i - 1));
    }
    assertThat(errors(whole)).extracting(Finding::code).containsExactly("beyond-bounds");
  }

  @Test
  void links_that_dangle_are_kept_and_told() {
    ObjectNode whole = Packages.ofItems(2);
    Packages.associate(whole, item(1), "exactMatchOf", item(99));
    Packages.associate(whole, item(98), "isRelatedTo", item(1));
    Packages.addItem(whole, 3);
    Packages.addChild(whole, 3, item(97));
    assertThat(findings(whole))
        .extracting(Finding::code, Finding::place)
        .containsExactlyInAnyOrder(
            tuple("destination-outside-package", "/CFAssociations/2/destinationNodeURI"),
            tuple("origin-outside-package", "/CFAssociations/3/originNodeURI"),
            tuple("parent-outside-package", "/CFAssociations/4/destinationNodeURI"),
            tuple("item-without-parent", "/CFItems/2"));
    assertThat(Read.objects(accepted(whole), CaseClass.ASSOCIATION)).hasSize(5);
  }

  @Test
  void what_the_database_cannot_keep_is_refused_at_its_place() {
    ObjectNode whole = Packages.ofItems(1);
    ObjectNode first = (ObjectNode) Packages.items(whole).get(0);
    first.put("notes", "a\u0000b").put("custom", "\uD800 alone").put("n", "NUMBER");
    String json = whole.toString().replace("\"NUMBER\"", "1e999999999");
    assertThat(refused(json.getBytes(UTF_8)))
        .extracting(Finding::place)
        .contains("/CFItems/0/notes", "/CFItems/0/n");
  }

  @Test
  void of_very_many_faults_the_first_are_told_and_the_others_counted() {
    ObjectNode whole = Packages.empty();
    for (int i = 0; i < 1_000; i++) {
      Packages.items(whole).addObject();
    }
    assertThat(errors(whole))
        .hasSizeLessThan(100)
        .anySatisfy(finding -> assertThat(finding.message()).contains("more of this kind"));
  }
}
