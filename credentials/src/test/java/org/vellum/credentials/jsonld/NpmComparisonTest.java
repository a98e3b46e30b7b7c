package org.vellum.credentials.jsonld;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.Examples;
import org.vellum.credentials.Npm;

/** The JavaScript implementation, which most issuers and verifiers run, as a judge. */
class NpmComparisonTest {
  /** Explained: rdf-canonize gives up on look-alikes after fewer steps than we do. */
  private static final String GIVEN_UP = "Maximum deep iterations exceeded";

  private final Canonicalizer canonicalizer = new Canonicalizer();

  @Test
  void badges_and_records_canonicalise_as_in_javascript() {
    Examples examples = new Examples();
    ObjectNode badge = examples.signedBadge(1);
    List<ObjectNode> documents = new ArrayList<>();
    documents.add(Examples.badge(1).build().toJson());
    documents.add(badge);
    documents.add(examples.signedRecord(3));
    documents.add(Examples.record(List.of(badge, badge.deepCopy())).build().toJson());

    assertAllAlike(documents);
  }

  /** As many as {@code -Dvellum.fuzz.npm} says. */
  @Test
  void mutated_badges_canonicalise_as_in_javascript() {
    int cases = Integer.getInteger("vellum.fuzz.npm", 800);
    Mutations mutations = new Mutations(Long.getLong("vellum.fuzz.seed", 20_261_127L));
    List<ObjectNode> documents = new ArrayList<>();
    for (int i = 0; i < cases; i++) {
      documents.add(mutations.next());
    }

    assertAllAlike(documents);
  }

  private void assertAllAlike(List<ObjectNode> documents) {
    ObjectNode input = JsonNodeFactory.instance.objectNode();
    ArrayNode sent = input.putArray("documents");
    List<String> ours = new ArrayList<>();
    for (ObjectNode document : documents) {
      if (canonicalizer.canonicalize(document) instanceof Canonical.Form form) {
        sent.add(document);
        ours.add(new String(form.nquads(), UTF_8));
      }
    }
    List<String> theirs = new ArrayList<>();
    Npm.run("canonicalize.mjs", input)
        .get("canonical")
        .forEach(text -> theirs.add(text.isTextual() ? text.textValue() : text.toString()));

    assertThat(ours).hasSizeGreaterThan(documents.size() / 8);
    assertThat(theirs).hasSameSizeAs(ours);
    int compared = 0;
    for (int i = 0; i < ours.size(); i++) {
      if (!theirs.get(i).contains(GIVEN_UP)) {
        assertThat(theirs.get(i)).as("%s", sent.get(i)).isEqualTo(ours.get(i));
        compared++;
      }
    }
    System.out.println(
        compared + " of " + documents.size() + " documents have the canonical form of JavaScript");
    assertThat(compared).isGreaterThan(ours.size() * 9 / 10);
  }
}
