package org.vellum.transcript.display;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A line of evidence as it is shown (Open Badges 3.0, Evidence).
 *
 * @param name what was evaluated; may be empty
 * @param texts what the evidence says of itself, without repetition
 */
public record EvidenceView(String name, List<String> texts) {

  public EvidenceView {
    texts = List.copyOf(texts);
  }

  static EvidenceView of(JsonNode evidence) {
    String name = Nodes.text(evidence, "name");
    return new EvidenceView(
        name,
        List.of(Nodes.text(evidence, "narrative"), Nodes.text(evidence, "description")).stream()
            .filter(text -> !text.isEmpty() && !text.equals(name))
            .distinct()
            .toList());
  }
}
