package org.vellum.competency.oneroster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.vellum.platform.imsx.Fault;
import org.vellum.platform.imsx.ImsxException;
import org.vellum.platform.json.Json;

/** How the resources of both services answer for collections and for one object of them. */
public abstract class ServiceResource {
  @Inject private ServedObjects objects;
  @Inject private Addresses addresses;

  /** Only of its subclasses there are objects. */
  protected ServiceResource() {}

  /**
   * Answers with a page, its size in {@code X-Total-Count} and the other pages in {@code Link}.
   *
   * @param path path of the collection within this service
   * @param given values of the parameters that the class's own condition names
   */
  protected Response page(ObjectClass type, String path, UriInfo uri, Map<String, String> given) {
    return page(type, path, uri, given, UnaryOperator.identity());
  }

  /** As the other, with each object written otherwise. */
  protected Response page(
      ObjectClass type,
      String path,
      UriInfo uri,
      Map<String, String> given,
      UnaryOperator<ObjectNode> writing) {
    MultivaluedMap<String, String> parameters = uri.getQueryParameters();
    Asked asked = Asked.of(type, parameters);
    ObjectPage page =
        objects
            .page(type, asked, given)
            .map(object -> Asked.selected(writing.apply(object), asked.fields()));
    return Response.ok(page.body())
        .header("X-Total-Count", page.total())
        .header("Link", asked.paging().links(addresses.of(path), asked.parameters(), page.total()))
        .build();
  }

  /** Answers with one object. */
  protected Response one(
      ObjectClass type, String sourcedId, UriInfo uri, Map<String, String> given) {
    return one(type, sourcedId, uri, given, UnaryOperator.identity());
  }

  /** As the other, with the object written otherwise. */
  protected Response one(
      ObjectClass type,
      String sourcedId,
      UriInfo uri,
      Map<String, String> given,
      UnaryOperator<ObjectNode> writing) {
    Set<String> fields = Asked.fields(type, uri.getQueryParameters());
    ObjectNode object =
        objects.find(type, sourcedId, fields, given).orElseThrow(() -> unknown(type.singular()));
    ObjectNode body = Json.mapper().createObjectNode();
    body.set(type.singular(), Asked.selected(writing.apply(object), fields));
    return Response.ok(body).build();
  }

  /** Refuses the request unless there is such an object. */
  protected void require(ObjectClass type, String sourcedId) {
    require(type, sourcedId, Map.of());
  }

  /** As the other, where the class's own condition names parameters. */
  protected void require(ObjectClass type, String sourcedId, Map<String, String> given) {
    if (objects.find(type, sourcedId, Set.of("sourcedId"), given).isEmpty()) {
      throw unknown(type.singular());
    }
  }

  /** What is told of an object that is not there. */
  protected static ImsxException unknown(String singular) {
    return new ImsxException(
        Fault.UNKNOWN_OBJECT, "Unknown Object: there is no such " + singular + ".");
  }
}
