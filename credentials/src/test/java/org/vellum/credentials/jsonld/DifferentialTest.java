package org.vellum.credentials.jsonld;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.Examples;

/** The compiled walk against titanium behind the checks. */
class DifferentialTest {
  private final Canonicalizer canonicalizer = new Canonicalizer();
  private final Differences differences = new Differences();

  @Test
  void a_badge_a_signed_badge_and_a_record_need_no_other_processor() {
    ObjectNode badge = new Examples().signedBadge(1);
    ObjectNode record = new Examples().signedRecord(3);

    assertThat(List.of(Examples.badge(1).build().toJson(), badge, record))
        .allSatisfy(document -> {
          assertThat(canonicalizer.isCompiled(document)).isTrue();
          assertThat(differences.of(document)).isEmpty();
        });
  }

  /** The context of a record gives the prefix {@code obi} another meaning for its subjects. */
  @Test
  void a_prefix_means_what_it_meant_where_its_term_was_defined() throws Exception {
    ObjectNode document =
        (ObjectNode)
            new ObjectMapper()
                .readTree(
                    """
                    {"@context": "https://w3id.org/openbadges/v2", "type": "Assertion",
                     "id": "https://university.example/assertions/1",
                     "recipient": {"type": "ClrSubject", "identity": "a",
                       "@context": "https://purl.imsglobal.org/spec/clr/v2p0/context.json"}}
                    """);

    assertThat(differences.of(document)).isEmpty();
    assertThat(canonicalizer.canonicalize(document))
        .isInstanceOfSatisfying(
            Canonical.Form.class,
            form ->
                assertThat(new String(form.nquads(), UTF_8))
                    .contains("<https://w3id.org/openbadges#identityHash> \"a\""));
  }

  /**
   * As many as {@code -Dvellum.fuzz.cases} says, from the seed {@code -Dvellum.fuzz.seed}; {@link
   * DifferentialFuzz} runs millions.
   */
  @Test
  void changed_credentials_have_the_form_or_the_refusals_that_titanium_and_the_checks_give() {
    int cases = Integer.getInteger("vellum.fuzz.cases", 3_000);
    Mutations mutations = new Mutations(Long.getLong("vellum.fuzz.seed", 20_261_127L));
    for (int i = 0; i < cases; i++) {
      ObjectNode document = mutations.next();
      Optional<String> difference = differences.of(document);
      assertThat(difference).as("case %d: %s", i, document).isEmpty();
    }
    assertThat(differences.compiled()).isGreaterThan(cases / 10);
  }
}
