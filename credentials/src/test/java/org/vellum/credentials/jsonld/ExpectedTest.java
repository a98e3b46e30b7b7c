package org.vellum.credentials.jsonld;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.rdfc.Quad;

/** The net under the JSON-LD processor. */
class ExpectedTest {
  private static final Quad NAMED =
      new Quad("urn:a", "https://schema.org/name", "A", "xsd:string", null, null);

  @Test
  void a_value_that_the_processor_kept_is_found() {
    Expected expected = new Expected();
    expected.add("https://schema.org/name", "A", "/name");

    assertThat(expected.firstMissingFrom(Set.of(NAMED))).isEmpty();
  }

  @Test
  void a_value_that_the_processor_dropped_is_missed() {
    Expected expected = new Expected();
    expected.add("https://schema.org/name", "A", "/name");
    expected.add("https://schema.org/name", "B", "/alias");

    assertThat(expected.firstMissingFrom(Set.of(NAMED)))
        .hasValueSatisfying(refusal -> {
          assertThat(refusal.place()).isEqualTo("/alias");
          assertThat(refusal.reason()).isEqualTo(Refusal.Reason.UNSIGNED_DATA);
        });
  }
}
