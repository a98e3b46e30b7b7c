package org.vellum.competency.framework.casepackage;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.vellum.platform.json.Json;

/**
 * Walks through a package's JSON and hands on its objects one by one. What is not an object of a
 * collection stays in the skeleton: the package with its collections emptied, from which, together
 * with the objects, the package can be made again.
 */
final class PackageReader {
  private static final ObjectReader TREES =
      Json.mapper().reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final Map<String, CaseClass> OF_PACKAGE =
      Map.of(
          "CFItems", CaseClass.ITEM,
          "CFAssociations", CaseClass.ASSOCIATION,
          "CFRubrics", CaseClass.RUBRIC);
  private static final Map<String, CaseClass> OF_DEFINITIONS =
      Map.of(
          "CFConcepts", CaseClass.CONCEPT,
          "CFSubjects", CaseClass.SUBJECT,
          "CFLicenses", CaseClass.LICENSE,
          "CFItemTypes", CaseClass.ITEM_TYPE,
          "CFAssociationGroupings", CaseClass.ASSOCIATION_GROUPING);
  private static final Set<String> KNOWN =
      Set.of("CFDocument", "CFItems", "CFAssociations", "CFRubrics", "CFDefinitions", "extensions");

  /** Is told of each object as it is read. */
  interface Visitor {

    /**
     * An object was read.
     *
     * @param index where it stands in its collection, from 0; 0 for the document
     * @param place its JSON pointer
     */
    void object(CaseClass type, int index, String place, ObjectNode object);
  }

  private final Findings findings;
  private final Visitor visitor;
  private final int mostObjects;
  private final ObjectNode skeleton = JsonNodeFactory.instance.objectNode();
  private int objects;

  private PackageReader(int mostObjects, Findings findings, Visitor visitor) {
    this.mostObjects = mostObjects;
    this.findings = findings;
    this.visitor = visitor;
  }

  /**
   * Reads a package as far as it can be read.
   *
   * @param mostObjects how many objects it may hold
   * @return the skeleton; it is incomplete if an error was found
   */
  static ObjectNode read(byte[] json, int mostObjects, Findings findings, Visitor visitor) {
    PackageReader reader = new PackageReader(mostObjects, findings, visitor);
    try (BoundedTokens parser = new BoundedTokens(Json.mapper().createParser(json))) {
      reader.readAll(parser);
    } catch (StreamConstraintsException e) {
      findings.error("beyond-bounds", place(e), "The package is too deep or large: " + text(e));
    } catch (JsonProcessingException e) {
      findings.error("not-json", place(e), "This is not JSON: " + text(e));
    } catch (IOException e) {
      // Of bytes in memory only their encoding can be at fault.
      findings.error("not-json", "", "This cannot be read as text: " + e.getMessage());
    }
    return reader.skeleton;
  }

  private static String place(JsonProcessingException e) {
    return e.getProcessor() instanceof JsonParser parser
        ? parser.getParsingContext().pathAsPointer().toString()
        : "";
  }

  private static String text(JsonProcessingException e) {
    // Jackson names its own source, which says nothing to a person.
    String message = e.getOriginalMessage().replaceAll("\\[Source:[^;\\]]*; ([^\\]]*)\\]", "$1");
    String shown = message.length() > 300 ? message.substring(0, 300) + "…" : message;
    return e.getLocation() == null ? shown : shown + " (line " + e.getLocation().getLineNr() + ")";
  }

  private void readAll(BoundedTokens parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      findings.error("wrong-shape", "", "A package is a JSON object.");
      return;
    }
    while (withinBounds() && parser.nextToken() == JsonToken.FIELD_NAME) {
      parser.mark();
      String name = parser.currentName();
      parser.nextToken();
      readMember(name, parser);
    }
    if (withinBounds() && parser.nextToken() != null) {
      findings.error("not-json", "", "Something follows the end of the package.");
    }
  }

  private void readMember(String name, BoundedTokens parser) throws IOException {
    CaseClass type = OF_PACKAGE.get(name);
    if (type != null) {
      readCollection(type, "/" + name, name, skeleton, parser);
    } else if (name.equals("CFDocument") && parser.currentToken() == JsonToken.START_OBJECT) {
      skeleton.putObject(name);
      visitor.object(CaseClass.DOCUMENT, 0, "/CFDocument", (ObjectNode) tree(parser));
    } else if (name.equals("CFDefinitions") && parser.currentToken() == JsonToken.START_OBJECT) {
      readDefinitions(skeleton.putObject(name), parser);
    } else {
      readOther(name, parser);
    }
  }

  private void readOther(String name, BoundedTokens parser) throws IOException {
    JsonNode value = tree(parser);
    String place = "/" + Pointer.escape(name);
    skeleton.set(name, value);
    Storable.check(value, place, findings);
    if (!KNOWN.contains(name)) {
      findings.note("unknown-member", place, "CASE does not know this member; it is kept.");
    } else if (!name.equals("extensions") && !value.isNull()) {
      findings.error("wrong-shape", place, "This should be a JSON object.");
    }
  }

  private void readDefinitions(ObjectNode kept, BoundedTokens parser) throws IOException {
    while (withinBounds() && parser.nextToken() == JsonToken.FIELD_NAME) {
      parser.mark();
      String name = parser.currentName();
      parser.nextToken();
      CaseClass type = OF_DEFINITIONS.get(name);
      String place = "/CFDefinitions/" + Pointer.escape(name);
      if (type != null) {
        readCollection(type, place, name, kept, parser);
      } else {
        JsonNode value = tree(parser);
        kept.set(name, value);
        Storable.check(value, place, findings);
        if (!name.equals("extensions")) {
          findings.note("unknown-member", place, "CASE does not know this member; it is kept.");
        }
      }
    }
  }

  private void readCollection(
      CaseClass type, String place, String name, ObjectNode kept, BoundedTokens parser)
      throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      kept.putNull(name);
      return;
    }
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      findings.error("wrong-shape", place, "This should be a JSON array.");
      tree(parser);
      return;
    }
    kept.putArray(name);
    for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
      if (!withinBounds()) {
        return;
      }
      parser.mark();
      JsonNode value = tree(parser);
      if (value instanceof ObjectNode object) {
        visitor.object(type, index, place + "/" + index, object);
      } else {
        findings.error("wrong-shape", place + "/" + index, "This should be a JSON object.");
      }
      count(place);
    }
  }

  private void count(String place) {
    objects++;
    if (!withinBounds()) {
      findings.error(
          "beyond-bounds", place, "The package holds more than " + mostObjects + " objects.");
    }
  }

  private boolean withinBounds() {
    return objects <= mostObjects;
  }

  private static JsonNode tree(BoundedTokens parser) throws IOException {
    return TREES.readTree(parser);
  }
}
