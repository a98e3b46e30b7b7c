package org.vellum.competency.evaluation.oneroster;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import org.vellum.platform.imsx.Fault;
import org.vellum.platform.imsx.ImsxException;
import org.vellum.platform.imsx.OneRoster12Dialect;
import org.vellum.platform.imsx.Speaks;
import org.vellum.platform.json.Json;
import org.vellum.platform.security.Scopes;
import org.vellum.platform.usecase.Component;

/** Line items (OneRoster 1.2, gradebook). */
@Component
@Path(Gradebook.PATH + "/lineItems")
@Produces(MediaType.APPLICATION_JSON)
@Speaks(OneRoster12Dialect.class)
public class LineItemsResource {
  @Inject private StoreLineItem storeLineItem;
  @Inject private LineItems lineItems;
  @Inject private LineItemWriter writer;
  @Inject private Gradebook gradebook;

  /** Operation putLineItem: makes or replaces a line item. */
  @PUT
  @Path("{sourcedId}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Scopes(Gradebook.PUT)
  public Response put(@PathParam("sourcedId") String sourcedId, InputStream body) {
    store(sourcedId, body);
    return Response.status(Response.Status.CREATED).build();
  }

  /** Operation getLineItem. */
  @GET
  @Path("{sourcedId}")
  @Scopes({Gradebook.READ_CORE, Gradebook.READ})
  public ObjectNode get(@PathParam("sourcedId") String sourcedId) {
    ObjectNode answer = Json.mapper().createObjectNode();
    answer.set(
        "lineItem",
        lineItems
            .find(sourcedId)
            .map(writer::write)
            .orElseThrow(() ->
                new ImsxException(
                    Fault.UNKNOWN_OBJECT, "Unknown Object: there is no such line item.")));
    return answer;
  }

  /** Operation getAllLineItems, page by page. */
  @GET
  @Scopes({Gradebook.READ_CORE, Gradebook.READ})
  public Response list(
      @QueryParam("limit") @DefaultValue("100") String limit,
      @QueryParam("offset") @DefaultValue("0") String offset,
      @Context UriInfo request) {
    CollectionPage page = page(Paging.of(limit, offset, request.getQueryParameters().keySet()));
    return Response.ok(page.body())
        .header("X-Total-Count", page.total())
        .header("Link", page.links())
        .build();
  }

  CollectionPage page(Paging paging) {
    ArrayNode page = Json.mapper().createArrayNode();
    lineItems.list(paging.limit(), paging.offset()).stream().map(writer::write).forEach(page::add);
    int total = lineItems.count();
    return new CollectionPage(
        "lineItems", page, total, paging.links(gradebook.collection("lineItems"), total));
  }

  void store(String sourcedId, InputStream body) {
    ObjectNode sent = Body.read(body, "lineItem");
    switch (storeLineItem.store(LineItemReader.read(sent, sourcedId))) {
      case LineItemOutcome.Stored stored -> {
        // as it was sent
      }
      case LineItemOutcome.UnknownReference unknown ->
          throw new ImsxException(
              Fault.INVALID_DATA,
              "/lineItem/" + unknown.member() + " names what the roster does not know.");
      case LineItemOutcome.Stale stale ->
          throw new ImsxException(
              Fault.INVALID_DATA,
              "/lineItem/dateLastModified is stale: the line item is known as of "
                  + stale.newest()
                  + ".");
    }
  }
}
