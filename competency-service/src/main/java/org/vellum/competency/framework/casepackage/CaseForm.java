package org.vellum.competency.framework.casepackage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vellum.platform.json.Json;

/**
 * The form in which objects are served: a version of CASE, with or without extensions. It is made
 * from the stored form by leaving out; an object's {@code uri} stays what it is, because it is the
 * same in every version (CASE 1.1, implementation guide, section 4.1).
 *
 * @param version the version of CASE
 * @param withExtensions whether {@code extensions} are served, which a provider that is being
 *     certified must not send (CASE 1.1, certification guide, section 3)
 */
public record CaseForm(CaseVersion version, boolean withExtensions) {
  private static final String EXTENSIONS = "extensions";

  /** Whether the stored form is served as it is. */
  public boolean isStored() {
    return version == CaseVersion.V1_1 && withExtensions;
  }

  /** Whether an object of the class, inside or outside a package, can have the member. */
  public boolean knows(CaseClass type, String member) {
    return type.knows(member)
        && version.has(type, member)
        && (withExtensions || !member.equals(EXTENSIONS));
  }

  /** A stored object in this form, a JSON text like it. */
  public String of(CaseClass type, String stored) {
    return isStored() ? stored : read(type, stored).toString();
  }

  /** A stored object in this form. */
  public ObjectNode read(CaseClass type, String stored) {
    try {
      ObjectNode object = (ObjectNode) Json.mapper().readTree(stored);
      if (!isStored()) {
        reduce(type, object);
      }
      return object;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what we stored can be read", e);
    }
  }

  private void reduce(CaseClass type, ObjectNode object) {
    for (Member member : type.members()) {
      JsonNode value = object.path(member.name());
      if (!knows(type, member.name())) {
        object.remove(member.name());
      } else if (member.shape() == Shape.CRITERIA) {
        value.forEach(criterion -> reduce(CaseClass.CRITERION, (ObjectNode) criterion));
      } else if (member.shape() == Shape.LEVELS) {
        value.forEach(level -> reduce(CaseClass.LEVEL, (ObjectNode) level));
      } else if (member.shape() == Shape.NODE && version == CaseVersion.V1_0) {
        ((ObjectNode) value).remove("targetType");
      } else if (member.shape() == Shape.ASSOCIATION_TYPE && version == CaseVersion.V1_0) {
        object.put(member.name(), Values.associationTypeOf10(value.textValue()));
      }
    }
  }
}
