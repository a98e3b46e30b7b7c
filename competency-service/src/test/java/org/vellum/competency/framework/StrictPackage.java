package org.vellum.competency.framework;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.platform.json.Json;

/** A framework as it is served, as one tree without empty collections of definitions. */
public final class StrictPackage {
  private StrictPackage() {}

  public static ObjectNode of(FrameworkFixture fixture, UUID identifier) throws IOException {
    Framework framework = fixture.frameworks.find(identifier, Audience.REGISTRARS).orElseThrow();
    ObjectNode whole = Json.mapper().createObjectNode();
    whole.set("CFDocument", Json.mapper().readTree(framework.document()));
    ArrayNode items = whole.putArray("CFItems");
    fixture.objects.eachItem(framework, json -> items.add(Json.mapper().readTree(json)));
    ArrayNode associations = whole.putArray("CFAssociations");
    fixture.objects.eachAssociation(
        framework, json -> associations.add(Json.mapper().readTree(json)));
    ArrayNode rubrics = whole.putArray("CFRubrics");
    fixture.objects.eachDefinition(
        framework, CaseClass.RUBRIC, json -> rubrics.add(Json.mapper().readTree(json)));
    for (CaseClass type :
        List.of(
            CaseClass.CONCEPT,
            CaseClass.SUBJECT,
            CaseClass.LICENSE,
            CaseClass.ITEM_TYPE,
            CaseClass.ASSOCIATION_GROUPING)) {
      fixture.objects.eachDefinition(
          framework,
          type,
          json ->
              whole
                  .withObject("/CFDefinitions")
                  .withArray("/" + type.collection())
                  .add(Json.mapper().readTree(json)));
    }
    return whole;
  }
}
