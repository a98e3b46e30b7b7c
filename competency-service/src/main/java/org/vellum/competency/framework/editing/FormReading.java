package org.vellum.competency.framework.editing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.platform.usecase.Component;

/** Reads forms with what their links lead to. */
@Component
class FormReading {
  private final Nodes nodes;

  @Inject
  FormReading(Nodes nodes) {
    this.nodes = nodes;
  }

  /**
   * Reads the form of an object.
   *
   * @param base the object from which the change starts
   * @param values what was sent, as the request holds it
   */
  Form.Read read(
      Framework framework, CaseClass type, ObjectNode base, Map<String, String[]> values) {
    Map<String, List<String>> sent = new HashMap<>();
    values.forEach((name, texts) -> sent.put(name, List.of(texts)));
    return Form.read(
        base, Field.of(type), sent, (collection, named) -> link(framework, collection, named));
  }

  private Optional<ObjectNode> link(Framework framework, String collection, String named) {
    Optional<Node> node =
        collection.equals(CaseClass.ITEM.collection())
            ? nodes.findIn(framework.identifier(), named)
            : nodes.findDefinition(framework.identifier(), collection, named);
    return node.map(Node::link);
  }

  /** The item of the draft that a person names by its identifier or its code. */
  Node item(Framework framework, String named) {
    return nodes.findIn(framework.identifier(), named).orElseThrow(Drafts::unknown);
  }

  /**
   * Below what an item is to stand: an item, or the framework itself if nothing is named.
   *
   * @throws org.vellum.platform.problem.ProblemException 404 if the draft has no such item
   */
  Node parent(Framework framework, String named) {
    return named.isBlank() || named.strip().equals(framework.identifier().toString())
        ? new Node(framework.identifier().toString(), framework.title(), framework.uri(), "")
        : item(framework, named);
  }
}
