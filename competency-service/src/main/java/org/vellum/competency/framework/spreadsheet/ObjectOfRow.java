package org.vellum.competency.framework.spreadsheet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vellum.competency.framework.casepackage.Member;
import org.vellum.platform.json.Json;
import org.vellum.platform.problem.Finding;

/**
 * Makes a CASE object of a row. What a cell says is not judged here, since the package is judged as
 * a whole; only what is no JSON where JSON is wanted is told.
 */
final class ObjectOfRow {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(?:\\.\\d{1,18})?");
  private static final List<String> LINK = List.of("title", "identifier", "uri");

  private final SheetRow row;
  private final List<Finding> findings;
  private final ObjectNode object = JsonNodeFactory.instance.objectNode();

  private ObjectOfRow(SheetRow row, List<Finding> findings) {
    this.row = row;
    this.findings = findings;
  }

  static ObjectNode of(SheetRow row, List<Finding> findings) {
    ObjectOfRow making = new ObjectOfRow(row, findings);
    row.type().members().forEach(making::put);
    return making.object;
  }

  private void put(Member member) {
    switch (member.shape()) {
      case LINK -> links(member, false).stream().findFirst().ifPresent(this::set);
      case NODE -> node(member);
      case LINKS -> {
        List<Named> links = links(member, true);
        if (!links.isEmpty() || isEmptyList(member)) {
          ArrayNode list = object.putArray(member.name());
          links.forEach(link -> list.add(link.link()));
        }
      }
      case CRITERIA, LEVELS -> {
        // They are rows of their own.
      }
      default ->
          row.value(member.name())
              .flatMap(value -> read(member, value))
              .ifPresent(value -> object.set(member.name(), value));
    }
  }

  private record Named(String member, ObjectNode link) {}

  private void set(Named named) {
    object.set(named.member(), named.link());
  }

  private Optional<JsonNode> read(Member member, String value) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (member.shape()) {
      case TEXTS -> {
        ArrayNode texts = nodes.arrayNode();
        CellText.parted(value).forEach(texts::add);
        yield Optional.of(texts);
      }
      case NUMBER, WHOLE_NUMBER -> Optional.of(number(value.strip()));
      case EXTENSIONS, EXTENSION_LIST -> json(member, value);
      case TEXT -> Optional.of(nodes.textNode(value));
      default -> Optional.of(nodes.textNode(value.strip()));
    };
  }

  private static JsonNode number(String value) {
    if (!NUMBER.matcher(value).matches()) {
      return JsonNodeFactory.instance.textNode(value);
    }
    BigDecimal number = new BigDecimal(value);
    return number.scale() == 0
        ? JsonNodeFactory.instance.numberNode(number.longValueExact())
        : JsonNodeFactory.instance.numberNode(number);
  }

  private Optional<JsonNode> json(Member member, String value) {
    try {
      return Optional.of(Json.mapper().readTree(value));
    } catch (JsonProcessingException e) {
      findings.add(
          Finding.error("not-json", row.place(member.name()), "This cell should hold JSON."));
      return Optional.empty();
    }
  }

  /** A link is three cells; of several links each cell holds a list. */
  private List<Named> links(Member member, boolean several) {
    List<Named> links = new ArrayList<>();
    for (String part : LINK) {
      Optional<String> value = row.value(member.name() + "." + part);
      List<String> values =
          value.map(given -> several ? CellText.parted(given) : List.of(given)).orElseGet(List::of);
      for (int i = 0; i < values.size(); i++) {
        if (links.size() <= i) {
          links.add(new Named(member.name(), JsonNodeFactory.instance.objectNode()));
        }
        links.get(i).link().put(part, values.get(i));
      }
    }
    return links;
  }

  private boolean isEmptyList(Member member) {
    return row.value(member.name() + ".identifier").filter(String::isEmpty).isPresent();
  }

  private void node(Member member) {
    links(member, false).stream().findFirst().ifPresent(this::set);
    row.value(member.name() + ".targetType")
        .ifPresent(target -> object.withObject("/" + member.name()).put("targetType", target));
  }
}
