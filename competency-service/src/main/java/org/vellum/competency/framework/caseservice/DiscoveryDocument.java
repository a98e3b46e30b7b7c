package org.vellum.competency.framework.caseservice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.vellum.competency.framework.casepackage.CaseForm;
import org.vellum.competency.framework.casepackage.CaseSchemas;
import org.vellum.competency.framework.casepackage.CaseVersion;
import org.vellum.platform.imsx.Case10Dialect;
import org.vellum.platform.imsx.Case11Dialect;
import org.vellum.platform.imsx.Dialect;
import org.vellum.platform.imsx.Fault;

/**
 * What this server's CASE service can do, as an OpenAPI 3.0 document (CASE 1.1, REST binding,
 * section 2.5). Version 1.0 knows no discovery; it has its document at the like address.
 *
 * @param form the form in which the service answers
 * @param base the server's public address, without a path
 */
record DiscoveryDocument(CaseForm form, URI base) {
  private static final List<Operation> OPERATIONS =
      List.of(
          new Operation(
              "CFPackages",
              "getCFPackage",
              "CFPackage",
              "A framework: its document and all in it."),
          new Operation("CFDocuments", "getCFDocument", "CFDocument", "What a framework is."),
          new Operation("CFItems", "getCFItem", "CFItem", "A competency or another statement."),
          new Operation(
              "CFItemAssociations",
              "getCFItemAssociations",
              "CFAssociationSet",
              "An item, and the associations of all frameworks of which it is an end."),
          new Operation(
              "CFAssociations", "getCFAssociation", "CFAssociation", "How two nodes are related."),
          new Operation(
              "CFAssociationGroupings",
              "getCFAssociationGrouping",
              "CFAssociationGrouping",
              "What some associations have in common."),
          new Operation(
              "CFConcepts",
              "getCFConcept",
              "CFConceptSet",
              "A concept, then those below it in the hierarchy."),
          new Operation(
              "CFSubjects",
              "getCFSubject",
              "CFSubjectSet",
              "A subject, then those below it in the hierarchy."),
          new Operation(
              "CFItemTypes",
              "getCFItemType",
              "CFItemTypeSet",
              "A type of items, then those below it in the hierarchy."),
          new Operation(
              "CFLicenses", "getCFLicense", "CFLicense", "On which terms one may use it."),
          new Operation(
              "CFRubrics", "getCFRubric", "CFRubric", "By which criteria something is judged."));

  /** An operation that asks for one thing by its identifier. */
  private record Operation(String collection, String id, String schema, String summary) {}

  /** Its name, below {@code discovery} in the service's path. */
  String fileName() {
    return "imscase" + form.version().path() + "_openapi3_v1p0.json";
  }

  ObjectNode json() {
    ObjectNode document = JsonNodeFactory.instance.objectNode().put("openapi", "3.0.3");
    document
        .putObject("info")
        .put("title", "Competencies and Academic Standards Exchange (CASE)")
        .put("version", form.version().number())
        .put("description", "The competency frameworks that are published on this server.");
    document.putArray("servers").addObject().put("url", base + CasePaths.service(form.version()));
    ObjectNode paths = document.putObject("paths");
    paths.putObject("/CFDocuments").set("get", documents());
    for (Operation operation : OPERATIONS) {
      paths.putObject("/" + operation.collection() + "/{sourcedId}").set("get", one(operation));
    }
    ObjectNode schemas = document.putObject("components").putObject("schemas");
    schemas.setAll(CaseSchemas.of(form));
    schemas.set("imsx_StatusInfo", statusInfo());
    return document;
  }

  private ObjectNode documents() {
    ObjectNode operation =
        operation("getAllCFDocuments", "The frameworks, page by page.", "CFDocumentSet");
    ArrayNode parameters = operation.putArray("parameters");
    schema(parameters, "limit", "How many at most; more than 1,000 are never sent.")
        .put("type", "integer")
        .put("minimum", 1)
        .put("default", 100);
    schema(parameters, "offset", "How many are passed over.")
        .put("type", "integer")
        .put("minimum", 0)
        .put("default", 0);
    schema(parameters, "sort", "The field by which they are ordered.").put("type", "string");
    schema(parameters, "orderBy", "Whether the first comes first.")
        .put("type", "string")
        .putArray("enum")
        .add("asc")
        .add("desc");
    schema(parameters, "filter", "Which are asked for, such as title~'math' AND language='en'.")
        .put("type", "string");
    schema(parameters, "fields", "The fields that are sent of each.")
        .put("type", "array")
        .putObject("items")
        .put("type", "string");
    ObjectNode headers = operation.withObject("/responses/200").putObject("headers");
    headers
        .putObject("X-Total-Count")
        .put("description", "How many there are on all pages.")
        .putObject("schema")
        .put("type", "integer");
    headers
        .putObject("Link")
        .put("description", "Where the other pages are (RFC 8288): next, prev, first, last.")
        .putObject("schema")
        .put("type", "string");
    return operation;
  }

  private static ObjectNode schema(ArrayNode parameters, String name, String description) {
    return parameters
        .addObject()
        .put("name", name)
        .put("in", "query")
        .put("required", false)
        .put("description", description)
        .putObject("schema");
  }

  private ObjectNode one(Operation operation) {
    ObjectNode described = operation(operation.id(), operation.summary(), operation.schema());
    described
        .putArray("parameters")
        .addObject()
        .put("name", "sourcedId")
        .put("in", "path")
        .put("required", true)
        .put("description", "The identifier, a UUID.")
        .putObject("schema")
        .put("type", "string");
    return described;
  }

  private ObjectNode operation(String id, String summary, String schema) {
    ObjectNode operation =
        JsonNodeFactory.instance.objectNode().put("operationId", id).put("summary", summary);
    ObjectNode responses = operation.putObject("responses");
    response(responses, "200", "Found.", schema);
    response(responses, "400", "A parameter cannot be understood.", "imsx_StatusInfo");
    response(responses, "401", "It is not known who asks.", "imsx_StatusInfo");
    response(responses, "403", "Whoever asks may not.", "imsx_StatusInfo");
    response(
        responses,
        "404",
        "Unknown Object, or Invalid UUID: the description tells.",
        "imsx_StatusInfo");
    response(responses, "429", "Too many requests; try again later.", "imsx_StatusInfo");
    response(responses, "500", "The server failed.", "imsx_StatusInfo");
    response(responses, "default", "Whatever else went wrong.", "imsx_StatusInfo");
    return operation;
  }

  private static void response(
      ObjectNode responses, String status, String description, String schema) {
    responses
        .putObject(status)
        .put("description", description)
        .putObject("content")
        .putObject("application/json")
        .putObject("schema")
        .put("$ref", "#/components/schemas/" + schema);
  }

  /** The payload of errors, with the words that this version has for them. */
  private ObjectNode statusInfo() {
    Dialect dialect =
        form.version() == CaseVersion.V1_0 ? new Case10Dialect() : new Case11Dialect();
    ObjectNode info = JsonNodeFactory.instance.objectNode().put("type", "object");
    info.put("additionalProperties", false);
    ObjectNode properties = info.putObject("properties");
    words(properties.putObject("imsx_codeMajor"), "failure");
    words(properties.putObject("imsx_severity"), "error");
    properties.putObject("imsx_description").put("type", "string");
    ObjectNode minor = properties.putObject("imsx_codeMinor").put("type", "object");
    ObjectNode fields = minor.putObject("properties").putObject("imsx_codeMinorField");
    ObjectNode field = fields.put("type", "array").putObject("items").put("type", "object");
    ObjectNode parts = field.putObject("properties");
    parts.putObject("imsx_codeMinorFieldName").put("type", "string");
    words(
        parts.putObject("imsx_codeMinorFieldValue"),
        Arrays.stream(Fault.values())
            .map(fault -> dialect.statusInfo(fault, "").findValue("imsx_codeMinorFieldValue"))
            .map(JsonNode::textValue)
            .distinct()
            .toArray(String[]::new));
    info.putArray("required").add("imsx_codeMajor").add("imsx_severity");
    return info;
  }

  private static void words(ObjectNode schema, String... words) {
    ArrayNode known = schema.put("type", "string").putArray("enum");
    for (String word : words) {
      known.add(word);
    }
  }
}
