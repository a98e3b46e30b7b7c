package org.vellum.credentials.rdfc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class Rdfc10Test {
  private static final int ENOUGH = 100_000;

  private static final String GOLDEN =
      """
      <urn:a> <urn:proof> _:c14n1 .
      <urn:a> <urn:proof> _:c14n3 .
      _:c14n0 <urn:knows> _:c14n1 .
      _:c14n0 <urn:knows> _:c14n2 .
      _:c14n0 <urn:knows> _:c14n3 .
      _:c14n0 <urn:knows> _:c14n4 .
      _:c14n2 <urn:by> _:c14n0 _:c14n1 .
      _:c14n2 <urn:type> "x"^^<urn:t> _:c14n1 .
      _:c14n2 <urn:value> "y"^^<urn:t> _:c14n1 .
      _:c14n4 <urn:by> _:c14n0 _:c14n3 .
      _:c14n4 <urn:type> "x"^^<urn:t> _:c14n3 .
      _:c14n4 <urn:value> "y"^^<urn:t> _:c14n3 .
      """;

  private static Quad link(String subject, String object) {
    return new Quad(subject, "urn:p", object, null, null, null);
  }

  private static String canonical(Set<Quad> quads) throws WorkLimitExceeded {
    return new Rdfc10(ENOUGH).canonicalize(quads);
  }

  @Test
  void nodes_that_their_own_statements_tell_apart_are_numbered_by_hash() throws Exception {
    Set<Quad> quads =
        Set.of(
            new Quad("_:x", "urn:name", "A", "urn:t", null, null),
            new Quad("_:y", "urn:name", "B", "urn:t", null, null));

    assertThat(canonical(quads)).containsPattern("_:c14n[01] <urn:name> \"A\"\\^\\^<urn:t> \\.\n");
    assertThat(canonical(quads)).contains("_:c14n0").contains("_:c14n1");
  }

  @Test
  void the_names_given_before_make_no_difference() throws Exception {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      Set<Quad> quads = randomGraph(random, 6, 8);

      assertThat(canonical(renamed(quads, random))).isEqualTo(canonical(quads));
    }
  }

  @Test
  void simple_graphs_come_out_as_titanium_writes_them() throws Exception {
    Random random = new Random(11);
    for (int round = 0; round < 300; round++) {
      Set<Quad> quads = treeOfNodes(random, 7);

      assertThat(canonical(quads)).isEqualTo(byTitanium(quads));
    }
  }

  /** The expected lines are those of rdf-canonize 5, the JavaScript implementation. */
  @Test
  void an_identical_proof_twice_is_named_as_rdf_canonize_names_it() throws Exception {
    Set<Quad> quads = new LinkedHashSet<>();
    for (int i = 1; i <= 2; i++) {
      String proof = "_:p" + i;
      String graph = "_:g" + i;
      quads.add(new Quad("urn:a", "urn:proof", graph, null, null, null));
      quads.add(new Quad(proof, "urn:type", "x", "urn:t", null, graph));
      quads.add(new Quad(proof, "urn:value", "y", "urn:t", null, graph));
      quads.add(new Quad(proof, "urn:by", "_:k", null, null, graph));
      quads.add(new Quad("_:k", "urn:knows", proof, null, null, null));
      quads.add(new Quad("_:k", "urn:knows", graph, null, null, null));
    }

    assertThat(canonical(quads)).isEqualTo(GOLDEN);
  }

  /** The expected lines are those of rdf-canonize 5; titanium-rdfc gives others. */
  @Test
  void a_node_in_several_places_of_one_statement_is_named_as_rdf_canonize_names_it()
      throws Exception {
    Set<Quad> quads =
        Set.of(
            new Quad("_:n1", "urn:p0", "_:n3", null, null, "_:n3"),
            link("_:n0", "_:n2"),
            new Quad("_:n2", "urn:p", "_:n3", null, null, "_:n2"));

    assertThat(canonical(quads))
        .isEqualTo(
            """
            _:c14n1 <urn:p0> _:c14n0 _:c14n0 .
            _:c14n2 <urn:p> _:c14n0 _:c14n2 .
            _:c14n3 <urn:p> _:c14n2 .
            """);
  }

  @Test
  void a_poison_graph_is_given_up_and_does_not_run_for_hours() {
    // A complete graph of look-alikes: every order of every node's neighbours would be tried.
    Set<Quad> clique = new LinkedHashSet<>();
    for (int i = 0; i < 14; i++) {
      for (int j = 0; j < 14; j++) {
        if (i != j) {
          clique.add(link("_:n" + i, "_:n" + j));
        }
      }
    }

    assertThatThrownBy(() -> canonical(clique)).isInstanceOf(WorkLimitExceeded.class);
  }

  @Test
  void lines_are_sorted_by_code_point_and_not_by_utf_16() throws Exception {
    String text =
        canonical(
            Set.of(
                new Quad("urn:a", "urn:p", "\uff5e", "urn:t", null, null),
                new Quad("urn:a", "urn:p", "\ud83d\ude00", "urn:t", null, null)));

    assertThat(text.indexOf('\uff5e')).isLessThan(text.indexOf("\ud83d\ude00"));
  }

  @Test
  void text_is_escaped_as_canonical_n_quads_demand() throws Exception {
    Quad quad = new Quad("urn:a", "urn:p", "\"\\\n\r\t\b\f\u0001\u007f\u00e9", "urn:t", null, null);

    assertThat(canonical(Set.of(quad)))
        .isEqualTo("<urn:a> <urn:p> \"\\\"\\\\\\n\\r\\t\\b\\f\\u0001\\u007F\u00e9\"^^<urn:t> .\n");
  }

  @Test
  void a_plain_text_and_a_text_with_language_are_written_without_datatype() throws Exception {
    Quad plain =
        new Quad("urn:a", "urn:p", "x", "http://www.w3.org/2001/XMLSchema#string", null, null);
    Quad tagged = new Quad("urn:a", "urn:p", "x", null, "en", "_:g");

    assertThat(canonical(Set.of(plain))).isEqualTo("<urn:a> <urn:p> \"x\" .\n");
    assertThat(canonical(Set.of(tagged))).isEqualTo("<urn:a> <urn:p> \"x\"@en _:c14n0 .\n");
  }

  private static Set<Quad> randomGraph(Random random, int nodes, int links) {
    Set<Quad> quads = new LinkedHashSet<>();
    for (int i = 0; i < links; i++) {
      String graph = random.nextInt(4) == 0 ? "_:n" + random.nextInt(nodes) : null;
      quads.add(
          new Quad(
              "_:n" + random.nextInt(nodes),
              "urn:p" + random.nextInt(2),
              "_:n" + random.nextInt(nodes),
              null,
              null,
              graph));
    }
    return quads;
  }

  /** Every node hangs on one other by one statement, so lists and sets of relations agree. */
  private static Set<Quad> treeOfNodes(Random random, int nodes) {
    Set<Quad> quads = new LinkedHashSet<>();
    quads.add(link("urn:root", "_:n0"));
    for (int i = 1; i < nodes; i++) {
      quads.add(link("_:n" + random.nextInt(i), "_:n" + i));
      quads.add(new Quad("_:n" + i, "urn:v", "" + random.nextInt(2), "urn:t", null, null));
    }
    return quads;
  }

  private static Set<Quad> renamed(Set<Quad> quads, Random random) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      names.add("_:other" + i);
    }
    Collections.shuffle(names, random);
    Map<String, String> given = new HashMap<>();
    List<Quad> shuffled = new ArrayList<>();
    for (Quad q : quads) {
      shuffled.add(
          new Quad(
              rename(q.subject(), given, names),
              q.predicate(),
              q.isLiteral() ? q.object() : rename(q.object(), given, names),
              q.datatype(),
              q.language(),
              q.graph() == null ? null : rename(q.graph(), given, names)));
    }
    Collections.shuffle(shuffled, random);
    return new LinkedHashSet<>(shuffled);
  }

  private static String rename(String node, Map<String, String> given, List<String> names) {
    return node.startsWith("_:") ? given.computeIfAbsent(node, n -> names.removeFirst()) : node;
  }

  private static String byTitanium(Set<Quad> quads) throws RdfConsumerException {
    RdfCanon canon = RdfCanon.create("SHA-256");
    for (Quad q : quads) {
      canon.quad(
          q.subject(), q.predicate(), q.object(), q.datatype(), q.language(), null, q.graph());
    }
    StringWriter text = new StringWriter();
    canon.provide(new NQuadsWriter(text));
    return text.toString();
  }
}
