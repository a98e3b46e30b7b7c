package org.vellum.competency.framework.casepackage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The classes of CASE as schemas of an OpenAPI 3.0 document, told by the same table of members by
 * which objects are formed: what is described is what is served.
 */
public final class CaseSchemas {
  private static final String UUID_PATTERN =
      "^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$";
  private static final String EXTENSION_PATTERN = "^ext:[a-zA-Z0-9._-]+$";
  private static final List<CaseClass> DEFINITIONS =
      List.of(
          CaseClass.CONCEPT,
          CaseClass.SUBJECT,
          CaseClass.LICENSE,
          CaseClass.ITEM_TYPE,
          CaseClass.ASSOCIATION_GROUPING);

  private final CaseForm form;
  private final ObjectNode schemas = JsonNodeFactory.instance.objectNode();

  private CaseSchemas(CaseForm form) {
    this.form = form;
  }

  /** All schemas by their names, for objects in this form. */
  public static ObjectNode of(CaseForm form) {
    return new CaseSchemas(form).all();
  }

  private ObjectNode all() {
    alone("CFDocument", CaseClass.DOCUMENT, "CFPackageURI", true);
    alone("CFItem", CaseClass.ITEM, "CFDocumentURI", true);
    alone("CFAssociation", CaseClass.ASSOCIATION, "CFDocumentURI", false);
    members("CFPckgDocument", CaseClass.DOCUMENT);
    members("CFPckgItem", CaseClass.ITEM);
    members("CFPckgAssociation", CaseClass.ASSOCIATION);
    members("CFConcept", CaseClass.CONCEPT);
    members("CFSubject", CaseClass.SUBJECT);
    members("CFLicense", CaseClass.LICENSE);
    members("CFItemType", CaseClass.ITEM_TYPE);
    members("CFAssociationGrouping", CaseClass.ASSOCIATION_GROUPING);
    members("CFRubric", CaseClass.RUBRIC);
    members("CFRubricCriterion", CaseClass.CRITERION);
    members("CFRubricCriterionLevel", CaseClass.LEVEL);
    links();
    sets();
    whole();
    return schemas;
  }

  private void alone(String name, CaseClass type, String link, boolean required) {
    ObjectNode schema = members(name, type);
    schema.withObject("/properties").set(link, reference("LinkURI"));
    if (required) {
      schema.withArray("/required").add(link);
    }
  }

  private ObjectNode members(String name, CaseClass type) {
    ObjectNode schema = object(name);
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = schema.putArray("required");
    for (Member member : type.members()) {
      if (form.knows(type, member.name())) {
        properties.set(member.name(), value(member.shape()));
        if (member.need() != Member.Need.OPTIONAL) {
          required.add(member.name());
        }
      }
    }
    return schema;
  }

  private void links() {
    ObjectNode link = object("LinkURI");
    linkParts(link, value(Shape.IDENTIFIER));
    ObjectNode node = object("LinkGenURI");
    linkParts(node, text());
    if (form.version() == CaseVersion.V1_1) {
      node.withObject("/properties").set("targetType", extensible(List.of("CASE")));
    }
  }

  private void linkParts(ObjectNode link, ObjectNode identifier) {
    ObjectNode parts = link.putObject("properties");
    parts.set("title", text());
    parts.set("identifier", identifier);
    parts.set("uri", value(Shape.ADDRESS));
    link.putArray("required").add("title").add("identifier").add("uri");
  }

  private void sets() {
    set("CFDocumentSet", "CFDocuments", "CFDocument");
    set("CFConceptSet", "CFConcepts", "CFConcept");
    set("CFSubjectSet", "CFSubjects", "CFSubject");
    set("CFItemTypeSet", "CFItemTypes", "CFItemType");
    ObjectNode associations = set("CFAssociationSet", "CFAssociations", "CFPckgAssociation");
    associations.withObject("/properties").set("CFItem", reference("CFItem"));
    associations.withArray("/required").add("CFItem");
  }

  private ObjectNode set(String name, String collection, String element) {
    ObjectNode set = object(name);
    set.putObject("properties").set(collection, list(reference(element)));
    set.putArray("required").add(collection);
    return set;
  }

  private void whole() {
    ObjectNode definitions = object("CFDefinition");
    ObjectNode collections = definitions.putObject("properties");
    for (CaseClass type : DEFINITIONS) {
      collections.set(type.collection(), list(reference(type.collection().replaceFirst("s$", ""))));
    }
    ObjectNode whole = object("CFPackage");
    ObjectNode parts = whole.putObject("properties");
    parts.set("CFDocument", reference("CFPckgDocument"));
    parts.set("CFItems", list(reference("CFPckgItem")));
    parts.set("CFAssociations", list(reference("CFPckgAssociation")));
    parts.set("CFDefinitions", reference("CFDefinition"));
    parts.set("CFRubrics", list(reference("CFRubric")));
    whole.putArray("required").add("CFDocument");
    if (form.knows(CaseClass.DOCUMENT, "extensions")) {
      collections.set("extensions", value(Shape.EXTENSIONS));
      parts.set("extensions", value(Shape.EXTENSIONS));
    }
  }

  private ObjectNode object(String name) {
    ObjectNode schema = typed("object").put("additionalProperties", false);
    schemas.set(name, schema);
    return schema;
  }

  private ObjectNode value(Shape shape) {
    return switch (shape) {
      case TEXT -> text();
      case TEXTS -> list(text());
      case IDENTIFIER -> text().put("pattern", UUID_PATTERN);
      case ADDRESS -> text().put("format", "uri");
      case DATE -> text().put("format", "date");
      case TIME -> text().put("format", "date-time");
      case WHOLE_NUMBER -> typed("integer");
      case NUMBER -> typed("number");
      case LINK -> reference("LinkURI");
      case LINKS -> list(reference("LinkURI"));
      case NODE -> reference("LinkGenURI");
      case ASSOCIATION_TYPE -> extensible(Values.associationTypes(form.version()));
      case CASE_VERSION -> ofWords(List.of("1.1"));
      case EXTENSIONS -> typed("object").put("additionalProperties", true);
      case EXTENSION_LIST -> list(value(Shape.EXTENSIONS));
      case CRITERIA -> list(reference("CFRubricCriterion"));
      case LEVELS -> list(reference("CFRubricCriterionLevel"));
    };
  }

  /** In 1.1 a word may be another's, if it says so. */
  private ObjectNode extensible(List<String> words) {
    if (form.version() == CaseVersion.V1_0) {
      return ofWords(words);
    }
    ObjectNode either = JsonNodeFactory.instance.objectNode();
    either.putArray("anyOf").add(ofWords(words)).add(text().put("pattern", EXTENSION_PATTERN));
    return either;
  }

  private static ObjectNode ofWords(List<String> words) {
    ObjectNode schema = text();
    ArrayNode known = schema.putArray("enum");
    words.forEach(known::add);
    return schema;
  }

  private static ObjectNode text() {
    return typed("string");
  }

  private static ObjectNode typed(String type) {
    return JsonNodeFactory.instance.objectNode().put("type", type);
  }

  private static ObjectNode list(ObjectNode element) {
    return typed("array").set("items", element);
  }

  private static ObjectNode reference(String name) {
    return JsonNodeFactory.instance.objectNode().put("$ref", "#/components/schemas/" + name);
  }
}
