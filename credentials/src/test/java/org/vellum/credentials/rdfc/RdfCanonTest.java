package org.vellum.credentials.rdfc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How RDF Dataset Canonicalization 1.0 says that datasets are put in order. */
class RdfCanonTest {
  private static final String NS = "http://example.com/#";
  private static final int ENOUGH = 100_000;

  private static Quad quad(String subject, String predicate, String object) {
    return new Quad(name(subject), NS + predicate, name(object), null, null, null);
  }

  private static String name(String node) {
    return node.startsWith("_:") ? node : NS + node;
  }

  private static String canonical(Set<Quad> quads) throws WorkLimitExceeded {
    return new Rdfc10(ENOUGH).canonicalize(quads);
  }

  /** The specification's example of unique hashes, of which it tells how they are made. */
  @Test
  void nodes_with_hashes_of_their_own_are_named_in_the_order_of_these_hashes() throws Exception {
    Set<Quad> quads =
        Set.of(
            quad("p", "q", "_:e0"),
            quad("p", "r", "_:e1"),
            quad("_:e0", "s", "u"),
            quad("_:e1", "t", "u"));

    assertThat(canonical(quads))
        .isEqualTo(
            """
            <http://example.com/#p> <http://example.com/#q> _:c14n0 .
            <http://example.com/#p> <http://example.com/#r> _:c14n1 .
            _:c14n0 <http://example.com/#s> <http://example.com/#u> .
            _:c14n1 <http://example.com/#t> <http://example.com/#u> .
            """);
  }

  /** The specification's example of shared hashes, told apart by their surroundings. */
  @Test
  void nodes_that_share_hashes_are_told_apart_by_their_surroundings() throws Exception {
    Set<Quad> quads =
        Set.of(
            quad("p", "q", "_:e0"),
            quad("p", "q", "_:e1"),
            quad("_:e0", "p", "_:e2"),
            quad("_:e1", "p", "_:e3"),
            quad("_:e2", "r", "_:e3"));

    assertThat(canonical(quads))
        .isEqualTo(
            """
            <http://example.com/#p> <http://example.com/#q> _:c14n2 .
            <http://example.com/#p> <http://example.com/#q> _:c14n3 .
            _:c14n0 <http://example.com/#r> _:c14n1 .
            _:c14n2 <http://example.com/#p> _:c14n1 .
            _:c14n3 <http://example.com/#p> _:c14n0 .
            """);
  }

  @Test
  void two_rings_of_three_are_not_one_ring_of_six() throws Exception {
    Set<Quad> two = ring("a", 3);
    two.addAll(ring("b", 3));

    assertThat(canonical(two)).isNotEqualTo(canonical(ring("c", 6)));
    assertThat(canonical(ring("d", 6))).isEqualTo(canonical(ring("c", 6)));
  }

  @Test
  void a_small_clique_has_a_form_whatever_its_nodes_are_called() throws Exception {
    assertThat(canonical(clique("x", 4))).isEqualTo(canonical(clique("y", 4)));
  }

  @Test
  void a_large_clique_is_given_up() {
    assertThatThrownBy(() -> canonical(clique("x", 12))).isInstanceOf(WorkLimitExceeded.class);
  }

  /** A list of equal values, twice: each cell leads to the next. */
  @Test
  void long_chains_of_look_alikes_are_given_up_before_the_stack_is_full() {
    Set<Quad> chains = new LinkedHashSet<>();
    for (String chain : List.of("a", "b")) {
      for (int i = 0; i < 20_000; i++) {
        chains.add(quad("_:" + chain + i, "rest", "_:" + chain + (i + 1)));
        chains.add(quad("_:" + chain + i, "first", "same"));
      }
    }

    assertThatThrownBy(() -> new Rdfc10(Integer.MAX_VALUE).canonicalize(chains))
        .isInstanceOf(WorkLimitExceeded.class);
  }

  @Test
  void many_look_alikes_around_one_node_stay_within_the_limit_of_work() throws Exception {
    Set<Quad> star = new LinkedHashSet<>();
    for (int i = 0; i < 10_000; i++) {
      star.add(quad("_:hub", "p", "_:n" + i));
    }

    assertThat(canonical(star).lines()).hasSize(10_000);
  }

  @Test
  void a_statement_that_is_made_twice_counts_once() throws Exception {
    Dataset dataset = new Dataset();
    int subject = dataset.iri("urn:a");
    int predicate = dataset.term(Encoded.iri("urn:p"));
    int object = dataset.literal("x", Dataset.endOf(null, null));
    dataset.add(subject, predicate, object, Dataset.DEFAULT_GRAPH);
    dataset.add(
        dataset.iri("urn:a"),
        dataset.iri("urn:p"),
        dataset.literal("x", Dataset.endOf(null, null)),
        Dataset.DEFAULT_GRAPH);
    StringBuilder text = new StringBuilder();

    new Rdfc10(ENOUGH)
        .canonicalize(
            dataset,
            (bytes, from, length) ->
                text.append(new String(bytes, from, length, StandardCharsets.UTF_8)));

    assertThat(text).hasToString("<urn:a> <urn:p> \"x\" .\n");
  }

  @Test
  void half_of_a_surrogate_pair_is_not_written() {
    Dataset dataset = new Dataset();

    assertThat(dataset.literal("\ud83d!", Dataset.endOf(null, null))).isEqualTo(Dataset.UNWRITABLE);
    assertThat(dataset.iri("urn:\udc00")).isEqualTo(Dataset.UNWRITABLE);
  }

  /** Section 4.3: the hash algorithm may be another, and then names may be others. */
  @Test
  void by_sha_384_nodes_are_named_in_another_order() throws Exception {
    Set<Quad> quads = new LinkedHashSet<>();
    for (int i = 0; i < 8; i++) {
      quads.add(quad("_:n" + i, "p" + i, "o"));
    }

    assertThat(new Rdfc10(ENOUGH, "SHA-384").canonicalize(quads))
        .isNotEqualTo(canonical(quads))
        .contains("_:c14n7");
  }

  @Test
  void on_numbers_everything_comes_out_as_on_texts() throws Exception {
    Random random = new Random(20_261_127);
    for (int round = 0; round < 3_000; round++) {
      Set<Quad> quads = randomDataset(random);

      assertThat(canonical(quads))
          .as("round %d: %s", round, quads)
          .isEqualTo(new StringRdfc10(ENOUGH).canonicalize(quads));
    }
  }

  private static Set<Quad> ring(String name, int size) {
    Set<Quad> ring = new LinkedHashSet<>();
    for (int i = 0; i < size; i++) {
      ring.add(quad("_:" + name + i, "next", "_:" + name + (i + 1) % size));
    }
    return ring;
  }

  private static Set<Quad> clique(String name, int size) {
    Set<Quad> clique = new LinkedHashSet<>();
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        if (i != j) {
          clique.add(quad("_:" + name + i, "knows", "_:" + name + j));
        }
      }
    }
    return clique;
  }

  private static final List<String> TEXTS =
      List.of(
          "", "a", "ab", "a\"", "a b", "é", "\uff5e", "\ud83d\ude00", "\n", "\u007f", "1", "10");

  private static Set<Quad> randomDataset(Random random) {
    int blanks = 1 + random.nextInt(random.nextInt(8) == 0 ? 14 : 5);
    Set<Quad> quads = new LinkedHashSet<>();
    for (int i = random.nextInt(18); i >= 0; i--) {
      boolean literal = random.nextInt(3) == 0;
      String object = literal ? any(TEXTS, random) : node(random, blanks);
      String language = literal && random.nextInt(5) == 0 ? "en" : null;
      String datatype = literal && language == null ? any(DATATYPES, random) : null;
      String graph = random.nextInt(3) == 0 ? node(random, blanks) : null;
      String predicate = "urn:p" + random.nextInt(3);
      quads.add(new Quad(node(random, blanks), predicate, object, datatype, language, graph));
    }
    return quads;
  }

  private static final List<String> DATATYPES =
      List.of("urn:t", "urn:t1", "http://www.w3.org/2001/XMLSchema#string");

  private static String node(Random random, int blanks) {
    return random.nextInt(3) == 0 ? "urn:n" + random.nextInt(12) : "_:n" + random.nextInt(blanks);
  }

  private static String any(List<String> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
