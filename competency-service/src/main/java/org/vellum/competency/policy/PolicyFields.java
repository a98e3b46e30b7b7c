package org.vellum.competency.policy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The form of a policy as the JSON that a program would send. A field that the kind does not know
 * is left out, since the form has fields for every kind; what is sent is judged as a program's is.
 */
final class PolicyFields {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}(\\.\\d{1,6})?");

  private final Function<String, @Nullable String> form;

  private PolicyFields(Function<String, @Nullable String> form) {
    this.form = form;
  }

  /**
   * What the form says.
   *
   * @param form what stands in a field, if there is one
   */
  static ObjectNode json(Function<String, @Nullable String> form) {
    PolicyFields fields = new PolicyFields(form);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    fields.text(json, "competency", "competency");
    fields.text(json, "from", "from");
    fields.text(json, "to", "to");
    json.set("policy", fields.policy());
    return json;
  }

  private ObjectNode policy() {
    ObjectNode main = kind();
    ArrayNode others = JsonNodeFactory.instance.arrayNode();
    if (value("orMatch") != null) {
      others.addObject().put("kind", "exactMatch");
    }
    String category = value("priorCategory");
    if (category != null) {
      others.addObject().put("kind", "priorLearning").put("category", category);
    }
    if (!others.isEmpty()) {
      ArrayNode all = JsonNodeFactory.instance.arrayNode().add(main);
      all.addAll(others);
      main = JsonNodeFactory.instance.objectNode().put("kind", "anyOf").set("policies", all);
    }
    return main.put("version", 1);
  }

  private ObjectNode kind() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    text(json, "kind", "kind");
    String kind = json.path("kind").asText();
    switch (kind) {
      case "nOfM" -> {
        number(json, "needed");
        number(json, "of");
      }
      case "bestOf" -> number(json, "count");
      case "weightedAverage" -> number(json, "atLeast");
      case "decay" -> {
        number(json, "atLeast");
        number(json, "halfLife");
      }
      case "rollUp" -> number(json, "needed");
      case "allCriteria" -> criteria(json);
      default -> {}
    }
    if (!kind.equals("rollUp") && !kind.equals("exactMatch")) {
      percent(json);
      text(json, "level", "level");
    }
    return json;
  }

  private void criteria(ObjectNode json) {
    String given = value("criteria");
    if (given != null) {
      ArrayNode criteria = json.putArray("criteria");
      for (String criterion : given.split("[\\s,;]+", -1)) {
        if (!criterion.isEmpty()) {
          criteria.add(criterion);
        }
      }
    }
  }

  private void percent(ObjectNode json) {
    String given = value("percent");
    if (given != null) {
      if (NUMBER.matcher(given).matches()) {
        json.put("threshold", new BigDecimal(given).movePointLeft(2));
      } else {
        json.put("threshold", given);
      }
    }
  }

  private void number(ObjectNode json, String name) {
    String given = value(name);
    if (given != null) {
      if (NUMBER.matcher(given).matches()) {
        json.put(name, new BigDecimal(given));
      } else {
        json.put(name, given);
      }
    }
  }

  private void text(ObjectNode json, String name, String field) {
    String given = value(field);
    if (given != null) {
      json.put(name, given);
    }
  }

  private @Nullable String value(String field) {
    String given = form.apply(field);
    return given == null || given.isBlank() ? null : given.strip();
  }
}
