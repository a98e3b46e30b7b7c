package org.vellum.competency.framework.versions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vellum.competency.framework.Packages;
import org.vellum.competency.framework.casepackage.Addresses;

class PackageCopyTest {
  private static final Instant NOW = Instant.parse("2026-11-02T10:15:30Z");
  private static final String OUTSIDE = "dddddddd-0000-4000-8000-000000000001";
  private final AtomicInteger made = new AtomicInteger();

  @Test
  void the_original_is_not_changed() {
    ObjectNode original = Packages.ofItems(3);
    ObjectNode before = original.deepCopy();
    copy(original, Map.of());
    assertThat(original).isEqualTo(before);
  }

  @Test
  void no_identifier_of_document_items_or_associations_is_used_again() {
    ObjectNode original = Packages.ofItems(12);
    PackageCopy copy = copy(original, Map.of());
    assertThat(copy.successors()).hasSize(12);
    assertThat(copy.casePackage().toString())
        .doesNotContain(Packages.DOCUMENT, "aaaaaaaa-0000", "bbbbbbbb-0000", "publisher.example");
    assertThat(document(copy).path("identifier").asText()).isEqualTo(copy.identifier().toString());
    assertThat(document(copy).path("uri").asText())
        .isEqualTo(
            "https://here.example/competency/ims/case/v1p1/CFDocuments/" + copy.identifier());
  }

  @Test
  void the_tree_of_the_copy_is_that_of_the_original() {
    PackageCopy copy = copy(Packages.ofItems(12), Map.of());
    JsonNode eleventh = copy.casePackage().path("CFAssociations").path(10);
    assertThat(eleventh.path("originNodeURI").path("identifier").asText())
        .isEqualTo(successor(copy, 11));
    assertThat(eleventh.path("destinationNodeURI").path("identifier").asText())
        .isEqualTo(successor(copy, 1));
    assertThat(eleventh.path("sequenceNumber").asInt()).isEqualTo(11);
    JsonNode first = copy.casePackage().path("CFAssociations").path(0);
    assertThat(first.path("destinationNodeURI").path("uri").asText())
        .endsWith("/CFDocuments/" + copy.identifier());
  }

  @Test
  void the_copy_is_a_draft_of_the_next_version() {
    ObjectNode original = Packages.ofItems(1);
    Packages.document(original)
        .put("adoptionStatus", "Implemented")
        .put("statusStartDate", "2025-01-01")
        .put("statusEndDate", "2026-01-01");
    JsonNode document = document(copy(original, Map.of()));
    assertThat(document.path("version").asText()).isEqualTo("4");
    assertThat(document.path("adoptionStatus").asText()).isEqualTo("Draft");
    assertThat(document.path("lastChangeDateTime").asText()).isEqualTo(NOW.toString());
    assertThat(document.has("statusStartDate") || document.has("statusEndDate")).isFalse();
  }

  @Test
  void each_item_of_the_predecessor_is_linked_to_its_copy_and_no_other() {
    var former = new PackageCopy.Former("https://old.example/items/1", "Can do thing 1");
    UUID first = UUID.fromString(Packages.item(1));
    PackageCopy copy = copy(Packages.ofItems(2), Map.of(first, former));
    JsonNode associations = copy.casePackage().path("CFAssociations");
    assertThat(associations).hasSize(3);
    JsonNode replaced = associations.path(2);
    assertThat(replaced.path("associationType").asText()).isEqualTo("replacedBy");
    assertThat(replaced.path("originNodeURI").path("identifier").asText())
        .isEqualTo(Packages.item(1));
    assertThat(replaced.path("originNodeURI").path("uri").asText())
        .isEqualTo("https://old.example/items/1");
    assertThat(replaced.path("destinationNodeURI").path("identifier").asText())
        .isEqualTo(successor(copy, 1));
  }

  @Test
  void what_replaced_an_earlier_version_is_not_copied_but_other_links_from_outside_are() {
    ObjectNode original = Packages.ofItems(1);
    Packages.associate(original, OUTSIDE, "replacedBy", Packages.item(1));
    Packages.associate(original, OUTSIDE, "exactMatchOf", Packages.item(1));
    Packages.associate(original, Packages.item(1), "replacedBy", OUTSIDE);
    JsonNode associations = copy(original, Map.of()).casePackage().path("CFAssociations");
    assertThat(associations.findValuesAsText("associationType"))
        .containsExactly("isChildOf", "exactMatchOf", "replacedBy");
    assertThat(associations.path(2).path("destinationNodeURI").path("identifier").asText())
        .isEqualTo(OUTSIDE);
  }

  @Test
  void rubrics_follow_their_items_definitions_stay_and_the_unknown_is_kept() {
    ObjectNode original = Packages.ofItems(1);
    String type = "eeeeeeee-0000-4000-8000-000000000001";
    String rubric = "eeeeeeee-0000-4000-8000-000000000002";
    String criterion = "eeeeeeee-0000-4000-8000-000000000003";
    original.putObject("CFDefinitions").putArray("CFItemTypes").addObject().put("identifier", type);
    ObjectNode made = original.putArray("CFRubrics").addObject().put("identifier", rubric);
    ObjectNode row = made.putArray("CFRubricCriteria").addObject().put("identifier", criterion);
    row.put("rubricId", rubric).putObject("CFItemURI").put("identifier", Packages.item(1));
    Packages.items(original).path(0);
    ((ObjectNode) Packages.items(original).path(0))
        .put("ourOwn", "kept")
        .putObject("extensions")
        .put("identifier", Packages.item(1));

    PackageCopy copy = copy(original, Map.of());
    JsonNode copied = copy.casePackage().path("CFRubrics").path(0);
    assertThat(copied.path("identifier").asText()).isNotEqualTo(rubric);
    JsonNode copiedRow = copied.path("CFRubricCriteria").path(0);
    assertThat(copiedRow.path("rubricId")).isEqualTo(copied.path("identifier"));
    assertThat(copiedRow.path("CFItemURI").path("identifier").asText())
        .isEqualTo(successor(copy, 1));
    assertThat(copy.casePackage().path("CFDefinitions")).isEqualTo(original.path("CFDefinitions"));
    JsonNode item = copy.casePackage().path("CFItems").path(0);
    assertThat(item.path("ourOwn").asText()).isEqualTo("kept");
    assertThat(item.path("extensions").path("identifier").asText()).isEqualTo(Packages.item(1));
  }

  @Test
  void what_a_package_must_not_say_inside_itself_is_left_out() {
    ObjectNode original = Packages.ofItems(1);
    Packages.document(original).putObject("CFPackageURI").put("identifier", Packages.DOCUMENT);
    ((ObjectNode) Packages.items(original).path(0))
        .putObject("CFDocumentURI")
        .put("identifier", Packages.DOCUMENT);
    assertThat(copy(original, Map.of()).casePackage().toString())
        .doesNotContain("CFPackageURI", "CFDocumentURI");
  }

  @ParameterizedTest
  @CsvSource({
    "3, 4",
    "1.9, 1.10",
    "2024, 2025",
    "v2 (draft), v3 (draft)",
    "'', 2",
    "final, final 2"
  })
  void the_label_after_a_label(String label, String next) {
    assertThat(VersionLabel.after(label)).isEqualTo(next);
  }

  private PackageCopy copy(ObjectNode original, Map<UUID, PackageCopy.Former> predecessor) {
    return PackageCopy.of(
        original,
        new PackageCopy.Terms(
            () -> new UUID(0xcccccccc_0000_4000L, 0x8000_0000_0000_0000L + made.incrementAndGet()),
            new Addresses(URI.create("https://here.example")),
            NOW,
            predecessor));
  }

  private static JsonNode document(PackageCopy copy) {
    return copy.casePackage().path("CFDocument");
  }

  private static String successor(PackageCopy copy, int number) {
    return String.valueOf(copy.successors().get(UUID.fromString(Packages.item(number))));
  }
}
