package org.vellum.credentials.jsonld;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.credentials.Examples;
import org.vellum.credentials.json.EmptyMembers;

/** What is made to keep a verifier busy ends in a finding, and before its memory is full. */
class HostileDocumentsTest {
  private final Canonicalizer canonicalizer = new Canonicalizer();
  private final ObjectNode badge = Examples.badge(1).build().toJson();
  private final ObjectNode achievement =
      (ObjectNode) badge.get("credentialSubject").get("achievement");

  private List<String> codes() {
    return switch (canonicalizer.canonicalize(badge)) {
      case Canonical.Form form -> List.of();
      case Canonical.Refused refused -> refused.refusals().stream().map(Refusal::code).toList();
    };
  }

  @Test
  void ten_thousand_objects_inside_each_other_are_too_deep() {
    ObjectNode at = achievement;
    for (int i = 0; i < 10_000; i++) {
      at = at.putObject("creator").put("type", "Achievement");
    }

    assertThat(codes()).containsExactly("too-deep");
    assertThat(EmptyMembers.in(badge)).isEmpty();
  }

  @Test
  void ten_thousand_arrays_inside_each_other_are_not_processed() {
    ArrayNode at = achievement.putArray("tag");
    for (int i = 0; i < 10_000; i++) {
      at = at.addArray();
    }

    assertThat(codes()).containsExactly("nested-array");
  }

  @Test
  void a_million_values_are_too_many() {
    ArrayNode tags = achievement.putArray("tag");
    for (int i = 0; i < 1_000_000; i++) {
      tags.add("t" + i);
    }

    assertThat(codes()).containsExactly("too-large");
  }

  @Test
  void a_hundred_thousand_values_are_put_in_order() {
    ArrayNode tags = achievement.putArray("tag");
    for (int i = 0; i < 100_000; i++) {
      tags.add("t" + i);
    }

    assertThat(codes()).isEmpty();
  }

  @Test
  void many_values_of_which_one_needs_the_slow_processor_are_too_many_for_it() {
    ArrayNode tags = achievement.putArray("tag");
    for (int i = 0; i < 100_000; i++) {
      tags.add("t" + i);
    }
    tags.addObject().put("@value", "Wert").put("@language", "de");

    assertThat(codes()).containsExactly("too-large");
  }

  @Test
  void many_equal_objects_are_given_up_or_put_in_order() {
    ArrayNode alignments = achievement.putArray("alignment");
    for (int i = 0; i < 50_000; i++) {
      alignments.addObject().put("type", "Alignment");
    }

    assertThat(codes()).isSubsetOf("work-limit");
  }

  @Test
  void a_text_of_many_megabytes_is_signed_as_any_other() {
    badge.put("name", "n".repeat(8_000_000));

    assertThat(codes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/id", "/issuer/id", "/credentialSubject/id"})
  void a_name_of_many_megabytes_that_is_no_iri_is_refused(String place) {
    String parent = place.substring(0, place.lastIndexOf('/'));
    ((ObjectNode) badge.at(parent)).put("id", "n".repeat(4_000_000));

    assertThat(codes()).containsExactly("relative-iri");
  }

  @Test
  void a_giant_context_of_a_stranger_is_not_even_read() {
    ObjectNode context = ((ArrayNode) badge.get("@context")).addObject();
    for (int i = 0; i < 200_000; i++) {
      context.put("term" + i, "https://example.org/" + i);
    }

    assertThat(codes()).containsExactly("inline-context");
  }

  @Test
  void contexts_that_name_each_other_are_not_followed() {
    ObjectNode context = ((ArrayNode) badge.get("@context")).addObject();
    context.put("@import", "https://example.org/a");
    context.putObject("a").put("@id", "b").putObject("@context").put("b", "a");
    context.putObject("b").put("@id", "a").putObject("@context").put("a", "b");

    assertThat(codes()).containsExactly("inline-context");
  }

  @Test
  void known_contexts_in_ever_new_orders_are_forgotten_again() {
    List<String> urls = Contexts.standard().all().keySet().stream().sorted().toList();
    for (int i = 0; i < 3_000; i++) {
      ArrayNode contexts = badge.putArray("@context");
      contexts.add(ContextUrls.CREDENTIALS_V2).add(ContextUrls.OPEN_BADGES_3_0_3);
      contexts.add(urls.get(i % urls.size()));
      contexts.add(urls.get(i / urls.size() % urls.size()));
      contexts.add(urls.get(i / urls.size() / urls.size()));
      canonicalizer.isCompiled(badge);
    }

    assertThat(Contexts.standard().root().isFull()).isFalse();
    assertThat(canonicalizer.isCompiled(Examples.badge(1).build().toJson())).isTrue();
  }
}
