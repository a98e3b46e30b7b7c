package org.vellum.search.occupation;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.vellum.platform.json.Json;

/**
 * Reads the competencies of a framework in CTDL-ASN, one node of its graph after another. Those of
 * O*NET are known by their Element IDs, by which its ratings name them.
 */
final class SkillGraph {
  private static final int MOST_NODES = 100_000;
  private static final Pattern ELEMENT_ID = Pattern.compile("[1-6](\\.[A-Za-z0-9]{1,4}){1,7}");
  private static final ObjectReader NODE =
      Json.mapper().reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final String ONET = "onetcenter.org";

  private final Gathered gathered = new Gathered();
  private boolean framework;

  /**
   * Reads it to its end.
   *
   * @throws UnreadableFile if it is no JSON, or no framework of CTDL-ASN
   */
  Gathered read(BufferedReader text) throws IOException, UnreadableFile {
    try (JsonParser json = Json.mapper().getFactory().createParser(text)) {
      if (json.nextToken() == JsonToken.START_OBJECT) {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
          boolean graph = json.currentName().equals("@graph");
          if (json.nextToken() == JsonToken.START_ARRAY && graph) {
            nodes(json);
          } else {
            json.skipChildren();
          }
        }
      }
    } catch (JsonProcessingException e) {
      throw new UnreadableFile("It is not JSON, in line " + e.getLocation().getLineNr() + ".");
    }
    if (!framework) {
      throw new UnreadableFile(
          "It holds no ceasn:CompetencyFramework in its @graph, as CTDL-ASN has it.");
    }
    return gathered;
  }

  private void nodes(JsonParser json) throws IOException, UnreadableFile {
    while (json.nextToken() != JsonToken.END_ARRAY) {
      JsonNode node = NODE.readTree(json);
      if (++gathered.rows > MOST_NODES) {
        throw new UnreadableFile("A graph has at most " + MOST_NODES + " nodes.");
      }
      List<String> types = texts(node.path("@type")).toList();
      framework |= types.contains("ceasn:CompetencyFramework");
      if (types.contains("ceasn:Competency")) {
        take(node, "/@graph/" + (gathered.rows - 1));
      }
    }
  }

  private void take(JsonNode node, String place) {
    String address = node.path("@id").asText();
    String text = first(node.path("ceasn:competencyText"));
    String label = first(node.path("ceasn:competencyLabel"));
    String name = label.isEmpty() ? text : label;
    if (!isAddress(address)) {
      gathered.refuse("address-form", place + "/@id", "A competency has an address, https://…");
    } else if (name.isEmpty()) {
      gathered.refuse(
          "value-missing", place + "/ceasn:competencyText", "A competency has a text or a label.");
    } else {
      gathered.skills.put(
          key(address, first(node.path("ceasn:codedNotation"))),
          new Gathered.Skill(
              address,
              name,
              text.equals(name) ? "" : text,
              texts(node.path("skos:altLabel")).limit(100).toList(),
              true));
    }
  }

  private static String key(String address, String code) {
    String host = URI.create(address).getHost();
    boolean onet = host.equals(ONET) || host.endsWith("." + ONET);
    return onet && ELEMENT_ID.matcher(code).matches() ? code : address;
  }

  private static boolean isAddress(String text) {
    try {
      URI address = new URI(text);
      return text.matches("https?://.*") && address.getHost() != null;
    } catch (java.net.URISyntaxException e) {
      return false;
    }
  }

  private static String first(JsonNode value) {
    return texts(value).findFirst().orElse("");
  }

  /** The texts of a value: a text, a list, or a map of languages. */
  private static Stream<String> texts(JsonNode value) {
    if (value.isContainerNode()) {
      return StreamSupport.stream(value.spliterator(), false).flatMap(SkillGraph::texts);
    }
    return Stream.of(value.asText().replace('\0', ' ').strip())
        .filter(text -> !text.isEmpty())
        .map(text -> text.length() > Gathered.LONGEST ? text.substring(0, Gathered.LONGEST) : text);
  }
}
