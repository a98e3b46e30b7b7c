package org.vellum.competency.framework.ctdlasn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads and writes values of CTDL-ASN: language maps, lists and single values alike. */
final class Terms {
  /** The key of what is kept of CTDL-ASN in the extensions of a CASE object. */
  static final String EXTENSION = "ctdl-asn";

  static final String CONTEXT = "https://credreg.net/ctdlasn/schema/context/json";
  static final String FRAMEWORK = "ceasn:CompetencyFramework";
  static final String COMPETENCY = "ceasn:Competency";

  private static final Map<String, String> PREFIXES =
      Map.of(
          "https://purl.org/ctdlasn/terms/", "ceasn:", "https://purl.org/ctdl/terms/", "ceterms:");

  private Terms() {}

  /** What a property's values are. */
  enum Kind {
    /** One text in one or more languages. */
    PHRASE,
    /** Texts in one or more languages. */
    PHRASES,
    /** One text, date or address. */
    TOKEN,
    /** Texts or addresses. */
    TOKENS
  }

  /**
   * A member of CASE that corresponds to a property.
   *
   * @param member the member
   * @param property the property
   * @param kind what the property's values are
   * @param list whether the member holds a list
   */
  record Pair(String member, String property, Kind kind, boolean list) {}

  static final List<Pair> OF_FRAMEWORK =
      List.of(
          new Pair("title", "ceasn:name", Kind.PHRASE, false),
          new Pair("description", "ceasn:description", Kind.PHRASE, false),
          new Pair("publisher", "ceasn:publisherName", Kind.PHRASES, false),
          new Pair("officialSourceURL", "ceasn:source", Kind.TOKENS, false),
          new Pair("subject", "ceasn:localSubject", Kind.PHRASES, true),
          new Pair("language", "ceasn:inLanguage", Kind.TOKENS, false),
          new Pair("version", "ceterms:versionIdentifier", Kind.TOKEN, false),
          new Pair("statusStartDate", "ceasn:dateValidFrom", Kind.TOKEN, false),
          new Pair("statusEndDate", "ceasn:dateValidUntil", Kind.TOKEN, false));

  static final List<Pair> OF_COMPETENCY =
      List.of(
          new Pair("fullStatement", "ceasn:competencyText", Kind.PHRASE, false),
          new Pair("abbreviatedStatement", "ceasn:competencyLabel", Kind.PHRASE, false),
          new Pair("humanCodingScheme", "ceasn:codedNotation", Kind.TOKEN, false),
          new Pair("listEnumeration", "ceasn:listID", Kind.TOKEN, false),
          new Pair("CFItemType", "ceasn:competencyCategory", Kind.PHRASES, false),
          new Pair("conceptKeywords", "ceasn:conceptKeyword", Kind.PHRASES, true),
          new Pair("notes", "ceasn:comment", Kind.PHRASES, false),
          new Pair("subject", "ceasn:localSubject", Kind.PHRASES, true),
          new Pair("language", "ceasn:inLanguage", Kind.TOKENS, false));

  /** Alignments between competencies, and the association of CASE for each. */
  static final Map<String, String> ALIGNMENTS =
      Map.of(
          "ceasn:exactAlignment", "exactMatchOf",
          "ceasn:alignTo", "isRelatedTo",
          "ceasn:broadAlignment", "ext:ceasn.broadAlignment",
          "ceasn:narrowAlignment", "ext:ceasn.narrowAlignment",
          "ceasn:majorAlignment", "ext:ceasn.majorAlignment",
          "ceasn:minorAlignment", "ext:ceasn.minorAlignment",
          "ceasn:derivedFrom", "ext:ceasn.derivedFrom");

  /** Where a node names what comes before it, CASE names what comes after. */
  static final String PREREQUISITE = "ceasn:prerequisiteAlignment";

  /** A term with its usual prefix, though it may be spelt out. */
  static String prefixed(String term) {
    for (Map.Entry<String, String> prefix : PREFIXES.entrySet()) {
      if (term.startsWith(prefix.getKey())) {
        return prefix.getValue() + term.substring(prefix.getKey().length());
      }
    }
    return term;
  }

  /** The language of a node, or of what it is part of. */
  static String language(JsonNode node, String otherwise) {
    return texts(node.path("ceasn:inLanguage"), "").stream().findFirst().orElse(otherwise);
  }

  /** The value of a property as the member of CASE would have it; empty if there is none. */
  static Optional<JsonNode> read(Pair pair, JsonNode node, String language) {
    List<String> texts = texts(node.path(pair.property()), language);
    if (texts.isEmpty()) {
      return Optional.empty();
    }
    if (pair.list()) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      texts.forEach(list::add);
      return Optional.of(list);
    }
    boolean joined = pair.member().equals("notes");
    String text = joined ? String.join("\n\n", texts) : texts.getFirst();
    return Optional.of(JsonNodeFactory.instance.textNode(text));
  }

  /** Texts, of a language map those of the language that fits best. */
  static List<String> texts(JsonNode value, String language) {
    List<String> texts = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(element -> texts.addAll(texts(element, language)));
    } else if (value.isObject()) {
      if (value.has("@id")) {
        texts.add(value.path("@id").asText());
      } else if (value.has("@value")) {
        texts.add(value.path("@value").asText());
      } else if (!value.isEmpty()) {
        texts.addAll(texts(value.path(bestLanguage(value, language)), language));
      }
    } else if (value.isValueNode() && !value.isNull()) {
      texts.add(value.asText());
    }
    return texts;
  }

  private static String bestLanguage(JsonNode map, String language) {
    String wanted = language.toLowerCase(Locale.ROOT);
    String best = "";
    int score = -1;
    for (Map.Entry<String, JsonNode> entry : map.properties()) {
      String tag = entry.getKey().toLowerCase(Locale.ROOT);
      int fits =
          tag.equals(wanted)
              ? 3
              : base(tag).equals(base(wanted)) ? 2 : base(tag).equals("en") ? 1 : 0;
      if (fits > score) {
        best = entry.getKey();
        score = fits;
      }
    }
    return best;
  }

  private static String base(String tag) {
    return tag.split("-", 2)[0];
  }

  /** Writes a value of CASE as a property, in the forms of the registry's schemas. */
  static void write(Pair pair, JsonNode value, ObjectNode node, String language) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    List<JsonNode> values = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(values::add);
    } else {
      values.add(value);
    }
    Set<Kind> phrase = Set.of(Kind.PHRASE, Kind.PHRASES);
    List<JsonNode> written =
        values.stream()
            .map(each ->
                phrase.contains(pair.kind())
                    ? nodes.objectNode().<JsonNode>set(language, each)
                    : each)
            .toList();
    if (pair.kind() == Kind.PHRASE || pair.kind() == Kind.TOKEN) {
      node.set(pair.property(), written.getFirst());
    } else {
      node.set(pair.property(), nodes.arrayNode().addAll(written));
    }
  }
}
