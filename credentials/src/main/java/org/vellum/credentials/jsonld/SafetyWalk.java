package org.vellum.credentials.jsonld;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Pointer;

/**
 * Walks a document as JSON-LD expansion would (JSON-LD 1.1 API, section 5.1.2) and refuses whatever
 * expansion would drop, rewrite, or do differently from one implementation to the next.
 */
final class SafetyWalk {
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");

  private final Limits limits;
  private final Refusals refusals = new Refusals();
  private final Expected expected = new Expected();
  private final Scalars scalars = new Scalars(refusals);
  private final LocalContexts localContexts;
  private int nodes;

  SafetyWalk(Contexts contexts, Limits limits) {
    this.limits = limits;
    this.localContexts = new LocalContexts(contexts, refusals);
  }

  /** Every reason against the document, up to a handful; empty if it is safe. */
  List<Refusal> refusals(ObjectNode document) {
    object(ActiveContext.empty(), null, document, Pointer.ROOT);
    return refusals.list();
  }

  /** How many values the walk saw. */
  int nodes() {
    return nodes;
  }

  /** What the walk saw, for comparison with the quads. */
  Expected expected() {
    return expected;
  }

  private boolean withinLimits(Pointer place) {
    nodes++;
    if (nodes == limits.nodes() + 1) {
      refusals.notSupported("too-large", place.toString(), "the document has too many values");
    }
    if (place.depth() > limits.depth()) {
      refusals.notSupported("too-deep", place.toString(), "the document is nested too deeply");
      return false;
    }
    return nodes <= limits.nodes() && !refusals.areEnough();
  }

  private void object(
      ActiveContext outer, @Nullable Place where, ObjectNode object, Pointer place) {
    if (!withinLimits(place)) {
      return;
    }
    boolean isValue = outer.hasKeyword(object, "@value");
    boolean isReference = object.size() == 1 && outer.hasKeyword(object, "@id");
    ActiveContext active = isValue || isReference ? outer : outer.propagated(); // step 7
    active = inside(active, where == null ? null : where.term()); // step 8
    JsonNode local = object.get("@context");
    if (local != null) {
      active = localContexts.over(active, local, place.child("@context")); // step 9
    }
    ActiveContext typeScoped = active; // step 10
    for (String type : active.types(object)) { // step 11
      TermTable scoped = typeScoped.find(type).map(Term::scoped).orElse(null);
      active = scoped == null ? active : active.withTypeScoped(scoped);
    }
    if (where != null) {
      reference(where, active, object, place);
    }
    if (isValue) {
      valueObject(active, object, place);
    } else {
      members(active, typeScoped, object, place);
    }
  }

  private static ActiveContext inside(ActiveContext active, @Nullable Term via) {
    if (via == null) {
      return active;
    }
    if (via.reset()) {
      return ActiveContext.empty();
    }
    return via.scoped() == null ? active : active.with(via.scoped());
  }

  private void members(
      ActiveContext active, ActiveContext typeScoped, ObjectNode object, Pointer place) {
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      String key = member.getKey();
      Pointer here = place.child(key);
      Optional<String> keyword = active.keyword(key);
      if (key.equals("@context")) {
        continue;
      }
      scalars.text(key, here.toString());
      if (active.isLonghand(key)) {
        notCompact(here);
        continue;
      }
      if (keyword.isPresent()) {
        keyword(keyword.get(), active, typeScoped, member.getValue(), here);
        continue;
      }
      Optional<String> property = active.vocabularyIri(key);
      if (property.isEmpty()) {
        refusals.unsigned(
            "undefined-term", here.toString(), "no context defines this member: " + key);
      } else {
        Place where = new Place(active, active.find(key).orElse(null), property.get());
        value(where, member.getValue(), here);
      }
    }
  }

  private void keyword(
      String keyword,
      ActiveContext active,
      ActiveContext typeScoped,
      JsonNode value,
      Pointer place) {
    switch (keyword) {
      case "@id" -> {
        if (!value.isTextual() || active.referenceIri(value.textValue()).isEmpty()) {
          relative(place, value);
        }
      }
      case "@type" -> {
        if (value.isArray()) {
          for (int i = 0; i < value.size(); i++) {
            type(typeScoped, value.get(i), place.child(i));
          }
        } else {
          type(typeScoped, value, place);
        }
      }
      case "@direction" ->
          refusals.unsigned("direction", place.toString(), "the direction of a text is not signed");
      default ->
          refusals.notSupported(
              "unsupported-keyword", place.toString(), "not processed here: " + keyword);
    }
  }

  private void type(ActiveContext typeScoped, JsonNode type, Pointer place) {
    Optional<String> iri =
        type.isTextual() ? typeScoped.vocabularyIri(type.textValue()) : Optional.empty();
    if (type.isTextual() && typeScoped.isLonghandType(type.textValue())) {
      notCompact(place);
    } else if (iri.filter(Iri::isAbsolute).isEmpty()) {
      refusals.unsigned(
          "undefined-type", place.toString(), "no context defines this type: " + type.asText());
    } else {
      expected.add(Expected.TYPE, iri.get(), place.toString());
    }
  }

  private void value(Place where, JsonNode value, Pointer place) {
    if (value instanceof ArrayNode array) {
      if (!withinLimits(place)) {
        return;
      }
      for (int i = 0; i < array.size(); i++) {
        if (array.get(i).isArray() && !where.isJson()) {
          refusals.notSupported(
              "nested-array", place.child(i).toString(), "an array directly inside an array");
        } else {
          item(where, array.get(i), place.child(i));
        }
      }
    } else {
      item(where, value, place);
    }
  }

  private void item(Place where, JsonNode value, Pointer place) {
    if (where.isJson()) {
      verbatim(value, place);
    } else if (where.isEmptyGraph(value)) {
      refusals.unsigned(
          "empty-graph", place.toString(), "it says nothing of its own, so it is not signed");
    } else if (value instanceof ObjectNode object) {
      object(where.active(), where, object, place);
    } else if (withinLimits(place)) {
      scalars.check(value, place.toString());
      if (value.isTextual()) {
        string(where, value, place);
      }
    }
  }

  /** JSON literals are signed as they are (RFC 8785); only their scalars can be unsafe. */
  private void verbatim(JsonNode value, Pointer place) {
    if (!withinLimits(place)) {
      return;
    }
    if (value instanceof ObjectNode object) {
      object.properties().forEach(m -> verbatim(m.getValue(), place.child(m.getKey())));
    } else if (value instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        verbatim(array.get(i), place.child(i));
      }
    } else {
      scalars.check(value, place.toString());
    }
  }

  /** Remembers that the property must point to the object, if the object says its id in plain. */
  private void reference(Place where, ActiveContext active, ObjectNode object, Pointer place) {
    JsonNode id = object.get("id");
    if (id != null && id.isTextual() && !where.isGraph() && !where.isList()) {
      Optional<String> iri = active.referenceIri(id.textValue());
      iri.ifPresent(target -> expected.add(where.property(), target, place.toString()));
    }
  }

  private void string(Place where, JsonNode value, Pointer place) {
    Optional<String> signed = where.signedAs(value.textValue());
    if (signed.isEmpty()) {
      relative(place, value);
    } else if (where.isList()) {
      expected.addListItem(signed.get(), place.toString());
    } else if (!where.isGraph()) {
      expected.add(where.property(), signed.get(), place.toString());
    }
  }

  /**
   * VCDM 2.0, section 1.3: a conforming document is compacted. One that is not can mean the same
   * and hide its status or its end from whoever looks for them by their names.
   */
  private void notCompact(Pointer place) {
    refusals.notSupported(
        "not-compact", place.toString(), "written by another name than the context gives it");
  }

  private void relative(Pointer place, JsonNode value) {
    refusals.unsigned(
        "relative-iri", place.toString(), "not an absolute IRI, so not signed: " + value.asText());
  }

  /** JSON-LD 1.1, section 9.5 Value objects. */
  private void valueObject(ActiveContext active, ObjectNode object, Pointer place) {
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      Pointer here = place.child(member.getKey());
      JsonNode value = member.getValue();
      String keyword = active.keyword(member.getKey()).orElse("");
      switch (keyword) {
        case "@value" -> scalars.check(value, here.toString());
        case "@language" -> {
          if (!value.isTextual() || !LANGUAGE.matcher(value.textValue()).matches()) {
            refusals.unsigned("language", here.toString(), "not a language tag of BCP 47");
          }
        }
        case "@type" -> {
          if (!value.isTextual() || active.vocabularyIri(value.textValue()).isEmpty()) {
            relative(here, value);
          }
        }
        case "@direction" ->
            refusals.unsigned(
                "direction", here.toString(), "the direction of a text is not signed");
        default ->
            refusals.notSupported(
                "unsupported-keyword", here.toString(), "not processed in a value object");
      }
    }
  }
}
