package org.vellum.credentials.rdfc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DatasetTest {
  private static final byte[] TEXT = Dataset.endOf(null, null);
  private static final byte[] TYPED = Dataset.endOf("urn:t", null);
  private static final String SIXTEEN = "sixteen letters!";

  private final Dataset dataset = new Dataset();

  @Test
  void every_character_of_ascii_is_escaped_or_not_at_every_place_of_a_text() throws Exception {
    for (char c = 0; c < 0x80; c++) {
      for (int at = 0; at <= SIXTEEN.length(); at++) {
        String text = SIXTEEN.substring(0, at) + c + SIXTEEN.substring(at);

        assertThat(written(text))
            .isEqualTo(
                new StringBuilder("<urn:s> <urn:p> \"")
                    .append(SIXTEEN, 0, at)
                    .append(escaped(c))
                    .append(SIXTEEN.substring(at))
                    .append("\" .\n")
                    .toString());
      }
    }
  }

  @Test
  void texts_beyond_ascii_are_written_in_utf_8_wherever_the_character_stands() throws Exception {
    for (String each : new String[] {"é", "\u0800", "\uffee", "\ud83c\udf93"}) {
      for (int at = 0; at <= SIXTEEN.length(); at++) {
        String text = SIXTEEN.substring(0, at) + each + "?" + SIXTEEN.substring(at);

        assertThat(written(text)).isEqualTo("<urn:s> <urn:p> \"" + text + "\" .\n");
      }
    }
  }

  @Test
  void half_of_a_surrogate_pair_is_unwritable_among_question_marks_too() {
    for (int at = 0; at <= SIXTEEN.length(); at++) {
      String half = SIXTEEN.substring(0, at) + "\ud83c" + SIXTEEN.substring(at);

      assertThat(dataset.literal(half, TEXT)).isEqualTo(Dataset.UNWRITABLE);
      assertThat(dataset.literal(half, TEXT)).as("asked again").isEqualTo(Dataset.UNWRITABLE);
      assertThat(dataset.iri("urn:" + half)).isEqualTo(Dataset.UNWRITABLE);
      assertThat(dataset.literal(half.replace('\ud83c', '?'), TEXT)).isNotNegative();
    }
  }

  @Test
  void one_text_is_different_terms_as_an_iri_and_with_each_type() {
    Set<Integer> terms = new HashSet<>();
    for (int round = 0; round < 2; round++) {
      terms.add(dataset.literal("urn:x", TEXT));
      terms.add(dataset.iri("urn:x"));
      terms.add(dataset.literal("urn:x", TYPED));
      terms.add(dataset.literal("urn:x", Dataset.endOf(null, "en")));
    }

    assertThat(terms).hasSize(4);
    assertThat(dataset.recentIri("urn:y")).isEqualTo(Dataset.UNWRITABLE);
  }

  @Test
  void texts_that_share_a_hash_code_are_different_terms() {
    assertThat("AaBB".hashCode()).isEqualTo("BBAa".hashCode());
    int first = dataset.literal("AaBB", TEXT);
    int second = dataset.literal("BBAa", TEXT);

    assertThat(first).isNotEqualTo(second);
    assertThat(dataset.literal("AaBB", TEXT)).isEqualTo(first);
    assertThat(dataset.literal("BBAa", TEXT)).isEqualTo(second);
  }

  @Test
  void nothing_is_known_any_more_once_it_is_forgotten() throws Exception {
    dataset.literal("before", TEXT);
    int before = dataset.iri("urn:before");
    dataset.clear();

    assertThat(dataset.recentIri("urn:before")).isEqualTo(Dataset.UNWRITABLE);
    assertThat(dataset.iri("urn:after")).isNotNegative().isNotEqualTo(before);
    assertThat(written("before")).isEqualTo("<urn:s> <urn:p> \"before\" .\n");
  }

  @Test
  void the_only_blank_node_has_the_first_name_and_its_lines_are_in_order() throws Exception {
    int blank = dataset.blank();
    int predicate = dataset.iri("urn:p");
    int graph = dataset.iri("urn:g");
    dataset.add(blank, predicate, blank, Dataset.DEFAULT_GRAPH);
    dataset.add(blank, predicate, dataset.literal("b", TEXT), Dataset.DEFAULT_GRAPH);
    dataset.add(blank, dataset.iri("urn:o"), dataset.iri("urn:z"), graph);
    dataset.add(dataset.iri("urn:z"), predicate, blank, graph);
    dataset.add(dataset.iri("urn:z"), predicate, dataset.iri("urn:z"), blank);

    assertThat(canonical(dataset))
        .isEqualTo(
            """
            <urn:z> <urn:p> <urn:z> _:c14n0 .
            <urn:z> <urn:p> _:c14n0 <urn:g> .
            _:c14n0 <urn:o> <urn:z> <urn:g> .
            _:c14n0 <urn:p> "b" .
            _:c14n0 <urn:p> _:c14n0 .
            """);
  }

  private static String written(String text) throws WorkLimitExceeded {
    Dataset one = new Dataset();
    one.add(one.iri("urn:s"), one.iri("urn:p"), one.literal(text, TEXT), Dataset.DEFAULT_GRAPH);
    return canonical(one);
  }

  private static String canonical(Dataset dataset) throws WorkLimitExceeded {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    new Rdfc10(1_000).canonicalize(dataset, lines::write);
    return lines.toString(UTF_8);
  }

  /** RDFC-1.0, section 5.2. */
  private static String escaped(char c) {
    return switch (c) {
      case '\b' -> "\\b";
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case '\f' -> "\\f";
      case '\r' -> "\\r";
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      default -> c < 0x20 || c == 0x7f ? String.format("\\u%04X", (int) c) : String.valueOf(c);
    };
  }
}
