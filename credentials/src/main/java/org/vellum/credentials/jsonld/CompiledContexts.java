package org.vellum.credentials.jsonld;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which compiled context holds where in a document (JSON-LD 1.1 API, section 5.1.2; comments give
 * its step numbers). Gives up on whatever is no known context. Belongs to one walk.
 */
final class CompiledContexts {
  private static final int MOST_CONTEXTS = 10;
  private static final String CONTEXT = "@context";

  private final Contexts contexts;
  private final CompiledContext root;
  private CompiledContext typeScoped;
  private @Nullable JsonNode local;
  private @Nullable JsonNode types;
  private @Nullable JsonNode id;

  CompiledContexts(Contexts contexts) {
    this.contexts = contexts;
    this.root = contexts.root();
    this.typeScoped = root;
  }

  /** The context without terms. */
  CompiledContext root() {
    return root;
  }

  /**
   * Finds the context by which the members of an object are read, by {@link #typeScoped} that of
   * its types, and by {@link #id} its name. They hold until the next object is entered.
   *
   * @param outer the context of the object around it
   * @param via the property whose value it is; null for the document
   */
  CompiledContext enter(CompiledContext outer, @Nullable CompiledTerm via, ObjectNode object) {
    CompiledContext active = isReference(outer, object) ? outer : outer.propagated(); // 7
    CompiledContext below = below(active, via); // 8
    look(below, object);
    if (local != null) { // 9, 10
      below = over(below, local);
      look(below, object);
    }
    typeScoped = below;
    active = types == null ? below : withTypes(below, types); // 11
    if (!active.isSound()) {
      throw new GaveUp();
    }
    if (active != below && !Arrays.equals(active.idNames(), below.idNames())) {
      id = only(active.idNames(), object);
    }
    return active;
  }

  /** The context by which the types are read of the object that was entered last. */
  CompiledContext typeScoped() {
    return typeScoped;
  }

  /** What the object that was entered last says to be its name. */
  @Nullable JsonNode id() {
    return id;
  }

  /** Goes over the members once where one name each is to be found, as nearly always. */
  private void look(CompiledContext active, ObjectNode object) {
    String[] typeNames = active.typeNames();
    String[] idNames = active.idNames();
    if (typeNames.length != 1 || idNames.length != 1) {
      local = object.get(CONTEXT);
      types = only(typeNames, object);
      id = only(idNames, object);
      return;
    }
    local = null;
    types = null;
    id = null;
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      String name = member.getKey();
      if (name.equals(idNames[0])) {
        id = member.getValue();
      } else if (name.equals(typeNames[0])) {
        types = member.getValue();
      } else if (name.equals(CONTEXT)) {
        local = member.getValue();
      }
    }
  }

  private static boolean isReference(CompiledContext outer, ObjectNode object) {
    return object.size() == 1 && only(outer.idNames(), object) != null;
  }

  private CompiledContext below(CompiledContext active, @Nullable CompiledTerm via) {
    if (via == null) {
      return active;
    }
    if (via.reset()) {
      return root;
    }
    TermTable scoped = via.scoped();
    return scoped == null ? active : active.withPropertyScoped(scoped);
  }

  /** The member with one of these names, if there is one. */
  private static @Nullable JsonNode only(String[] names, ObjectNode object) {
    JsonNode found = null;
    for (String name : names) {
      JsonNode value = object.get(name);
      if (value != null && found != null) {
        throw new GaveUp();
      }
      found = value == null ? found : value;
    }
    return found;
  }

  private CompiledContext over(CompiledContext active, JsonNode local) {
    if (!local.isArray()) {
      return active.with(table(local));
    }
    if (local.size() > MOST_CONTEXTS) {
      throw new GaveUp();
    }
    CompiledContext result = active;
    for (JsonNode one : local) {
      result = result.with(table(one));
    }
    return result;
  }

  private TermTable table(JsonNode url) {
    return contexts.find(text(url)).orElseThrow(GaveUp::new);
  }

  /** Section 5.1.2, step 11: in the order of their names. */
  private static CompiledContext withTypes(CompiledContext active, JsonNode types) {
    if (!types.isArray()) {
      return withType(active, active, text(types));
    }
    String[] names = new String[types.size()];
    for (int i = 0; i < names.length; i++) {
      names[i] = text(types.get(i));
    }
    Arrays.sort(names);
    CompiledContext result = active;
    for (String name : names) {
      result = withType(active, result, name);
    }
    return result;
  }

  private static CompiledContext withType(
      CompiledContext typeScoped, CompiledContext active, String type) {
    CompiledTerm term = typeScoped.find(type);
    if (term == null) {
      return active;
    }
    if (term.reset()) {
      throw new GaveUp();
    }
    TermTable scoped = term.scoped();
    return scoped == null ? active : active.withTypeScoped(scoped);
  }

  /**
   * Section 5.1.2, step 4.2. Around a scalar, unlike around an object, the specification lets the
   * context of a property redefine nothing that is protected; not everybody keeps to that.
   */
  static CompiledContext aroundScalar(CompiledContext active, CompiledTerm term) {
    TermTable scoped = term.scoped();
    if (scoped == null && !term.reset()) {
      return active;
    }
    CompiledContext inside = scoped == null ? null : active.with(scoped);
    if (inside == null || !inside.isSound()) {
      throw new GaveUp();
    }
    return inside;
  }

  /** The text of a value that must be one. */
  static String text(JsonNode value) {
    if (!value.isTextual()) {
      throw new GaveUp();
    }
    return value.textValue();
  }
}
