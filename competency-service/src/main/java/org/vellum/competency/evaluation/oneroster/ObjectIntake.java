package org.vellum.competency.evaluation.oneroster;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.vellum.competency.evaluation.oneroster.StoreObject.Result;
import org.vellum.platform.imsx.Fault;
import org.vellum.platform.imsx.ImsxException;
import org.vellum.platform.json.Json;
import org.vellum.platform.usecase.Component;

/** Takes in objects that are no results, and says of those that are refused why. */
@Component
class ObjectIntake {
  private final StoreObject storeObject;
  private final EndObject endObject;

  @Inject
  ObjectIntake(StoreObject storeObject, EndObject endObject) {
    this.storeObject = storeObject;
    this.endObject = endObject;
  }

  void store(GradebookObject object) {
    String place = "/" + object.singular();
    switch (storeObject.store(object)) {
      case Result.Stored stored -> {
        // as it was sent
      }
      case Result.UnknownReference unknown ->
          throw invalid(place + "/" + unknown.member() + " names what is not known here.");
      case Result.Stale stale ->
          throw invalid(
              place
                  + "/dateLastModified is stale: the "
                  + object.singular()
                  + " is known as of "
                  + stale.newest()
                  + ".");
      case Result.Taken taken ->
          throw invalid(place + "/sourcedId is that of a " + taken.singular() + " already.");
    }
  }

  /**
   * Takes in line items that were posted. If one cannot be read, none is taken in. Each keeps the
   * identifier with which it came, so that sending them again makes nothing twice.
   *
   * @param member the member that must name what they are posted to
   * @param sourcedId what they are posted to
   * @return the pairs of identifiers (GUIDPairSetDType)
   */
  ObjectNode storeLineItems(InputStream body, String member, String sourcedId) {
    List<GradebookObject.Item> items = new ArrayList<>();
    for (ObjectNode each : Body.readAll(body, "lineItems")) {
      String id = new Members(each, "/lineItem").identifier("sourcedId");
      GradebookObject.Item item = GradebookReader.lineItem(each, id);
      if (!sourcedId.equals(item.references().get(member))) {
        throw invalid("/lineItem/" + member + " must be the one in the path.");
      }
      items.add(item);
    }
    items.forEach(this::store);
    return pairs(items.stream().map(item -> item.base().sourcedId()).toList());
  }

  /** The pairs of identifiers as sent and as allocated, which are the same here. */
  static ObjectNode pairs(List<String> sourcedIds) {
    ObjectNode answer = Json.mapper().createObjectNode();
    ArrayNode pairs = answer.putArray("sourcedIdPairs");
    sourcedIds.forEach(
        id -> pairs.addObject().put("suppliedSourcedId", id).put("allocatedSourcedId", id));
    return answer;
  }

  void end(String singular, String sourcedId) {
    if (!endObject.end(singular, sourcedId)) {
      throw new ImsxException(
          Fault.UNKNOWN_OBJECT, "Unknown Object: there is no such " + singular + ".");
    }
  }

  private static ImsxException invalid(String description) {
    return new ImsxException(Fault.INVALID_DATA, description);
  }
}
