package org.vellum.competency.framework.ctdlasn;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vellum.competency.framework.CaseObjects;
import org.vellum.competency.framework.Framework;
import org.vellum.platform.json.Json;
import org.vellum.platform.usecase.Component;

/** Frameworks as CTDL-ASN, in and out. */
@Component
public class CtdlAsn {
  private final CaseObjects objects;
  private final Clock clock;

  @Inject
  public CtdlAsn(CaseObjects objects, Clock clock) {
    this.objects = objects;
    this.clock = clock;
  }

  /**
   * Reads a JSON-LD document as a CASE package, not judged yet.
   *
   * @return the package as JSON; empty if the document is no JSON or holds no framework of CTDL-ASN
   */
  public Optional<byte[]> read(byte[] document) {
    try {
      Optional<ObjectNode> made =
          CtdlAsnReader.read(Json.mapper().readTree(document), clock.instant());
      return made.isEmpty()
          ? Optional.empty()
          : Optional.of(Json.mapper().writeValueAsBytes(made.get()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Whether bytes look like JSON-LD: a CASE package has no {@code @context}. */
  public static boolean looksLike(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(bytes.length, 2_000), UTF_8);
    return start.contains("\"@context\"") || start.contains("\"@graph\"");
  }

  /** A framework as a JSON-LD document. */
  public byte[] write(Framework framework) throws IOException {
    List<ObjectNode> items = new ArrayList<>();
    List<ObjectNode> associations = new ArrayList<>();
    objects.eachItem(framework, json -> items.add(tree(json)));
    objects.eachAssociation(framework, json -> associations.add(tree(json)));
    JsonNode kept =
        objects
            .getExtensions(framework)
            .ofPackage()
            .map(CtdlAsn::tree)
            .map(extensions -> extensions.path(Terms.EXTENSION))
            .orElseGet(() -> Json.mapper().createObjectNode());
    return Json.mapper()
        .writeValueAsBytes(
            CtdlAsnWriter.write(tree(framework.document()), items, associations, kept));
  }

  private static ObjectNode tree(String json) {
    try {
      return (ObjectNode) Json.mapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what we stored can be read", e);
    }
  }
}
