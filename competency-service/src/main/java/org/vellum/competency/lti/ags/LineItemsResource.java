package org.vellum.competency.lti.ags;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.lti.Addresses;
import org.vellum.competency.lti.Contexts;
import org.vellum.competency.lti.Contexts.LtiContext;
import org.vellum.competency.lti.EndLineItem;
import org.vellum.competency.lti.Lti;
import org.vellum.competency.lti.LtiLineItem;
import org.vellum.competency.lti.LtiLineItems;
import org.vellum.competency.lti.Pages;
import org.vellum.competency.lti.PutLineItem;
import org.vellum.competency.lti.ResourceLinks;
import org.vellum.platform.json.Json;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Scopes;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.Component;

/** The line items of a tool in a class (AGS 2.0, section 3.2). */
@Component
@Path("/lti/contexts/{context}/lineitems")
public class LineItemsResource {
  @Inject private Contexts contexts;
  @Inject private LtiLineItems lineItems;
  @Inject private ResourceLinks links;
  @Inject private PutLineItem putLineItem;
  @Inject private EndLineItem endLineItem;
  @Inject private Addresses addresses;
  @Inject private Caller caller;
  @Inject private Ids ids;

  /** Operation LineItems.GET: those that pass all filters, page by page. */
  @GET
  @Produces({Lti.LINE_ITEMS_TYPE, MediaType.APPLICATION_JSON})
  @Scopes({Lti.LINE_ITEM, Lti.LINE_ITEM_READ})
  public Response list(
      @PathParam("context") String context,
      @QueryParam("resource_link_id") @Nullable String resourceLink,
      @QueryParam("resource_id") @Nullable String resourceId,
      @QueryParam("tag") @Nullable String tag,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("after") @Nullable String after) {
    LtiContext place = context(context);
    Pages pages = Pages.of(limit, after);
    Optional<UUID> link = uuid(resourceLink);
    // A link that there cannot be has no line items: an empty list, and no error (3.2.4).
    List<LtiLineItem> found =
        given(resourceLink).isPresent() && link.isEmpty()
            ? List.of()
            : lineItems.list(
                place.id(),
                client(),
                new LtiLineItems.Asked(
                    link, given(resourceId), given(tag), pages.after(), pages.oneMore()));
    ArrayNode page = Json.mapper().createArrayNode();
    found.stream()
        .limit(pages.limit())
        .forEach(item -> page.add(LineItemBody.write(item, addresses)));
    Response.ResponseBuilder answer = Response.ok(page, Lti.LINE_ITEMS_TYPE);
    pages
        .link(
            found.stream().map(LtiLineItem::id).toList(),
            addresses.lineItems(place.id()),
            Pages.Filters.none()
                .and("resource_link_id", resourceLink)
                .and("resource_id", resourceId)
                .and("tag", tag))
        .ifPresent(next -> answer.header("Link", next));
    return answer.build();
  }

  /** Operation LineItems.POST: makes one. */
  @POST
  @Consumes({Lti.LINE_ITEM_TYPE, MediaType.APPLICATION_JSON})
  @Produces({Lti.LINE_ITEM_TYPE, MediaType.APPLICATION_JSON})
  @Scopes(Lti.LINE_ITEM)
  public Response create(@PathParam("context") String context, InputStream body) {
    LtiContext place = context(context);
    LineItemBody sent = LineItemBody.read(Body.read(body));
    UUID id = ids.next();
    LtiLineItem item = sent.as(id, LtiLineItem.sourcedId(id), place.id(), link(sent, place));
    putLineItem.put(place, client(), item, Optional.empty(), caller.actor());
    ObjectNode written = LineItemBody.write(item, addresses);
    return Response.status(Response.Status.CREATED)
        .header("Location", written.path("id").textValue())
        .type(Lti.LINE_ITEM_TYPE)
        .entity(written)
        .build();
  }

  /** Operation LineItem.GET. */
  @GET
  @Path("{item}")
  @Produces({Lti.LINE_ITEM_TYPE, MediaType.APPLICATION_JSON})
  @Scopes({Lti.LINE_ITEM, Lti.LINE_ITEM_READ})
  public Response get(@PathParam("context") String context, @PathParam("item") String item) {
    return ok(item(context(context), item));
  }

  /**
   * Operation LineItem.PUT: replaces it, except that it stays with its link unless told another.
   */
  @PUT
  @Path("{item}")
  @Consumes({Lti.LINE_ITEM_TYPE, MediaType.APPLICATION_JSON})
  @Produces({Lti.LINE_ITEM_TYPE, MediaType.APPLICATION_JSON})
  @Scopes(Lti.LINE_ITEM)
  public Response put(
      @PathParam("context") String context, @PathParam("item") String item, InputStream body) {
    LtiContext place = context(context);
    LtiLineItem known = item(place, item);
    LineItemBody sent = LineItemBody.read(Body.read(body));
    LtiLineItem changed =
        sent.as(
            known.id(), known.sourcedId(), place.id(), link(sent, place).or(known::resourceLink));
    putLineItem.put(place, client(), changed, Optional.empty(), caller.actor());
    return ok(changed);
  }

  /** Operation LineItem.DELETE: takes it out of the gradebook; what was scored on it is kept. */
  @DELETE
  @Path("{item}")
  @Scopes(Lti.LINE_ITEM)
  public Response delete(@PathParam("context") String context, @PathParam("item") String item) {
    endLineItem.end(item(context(context), item), caller.actor());
    return Response.noContent().build();
  }

  private Response ok(LtiLineItem item) {
    return Response.ok(LineItemBody.write(item, addresses), Lti.LINE_ITEM_TYPE).build();
  }

  private Optional<UUID> link(LineItemBody sent, LtiContext place) {
    return sent.resourceLinkId()
        .map(text ->
            uuid(text)
                .flatMap(id -> links.find(id, place.id(), client()))
                .map(ResourceLinks.ResourceLink::id)
                .orElseThrow(() -> unknown("resource link")));
  }

  private LtiContext context(String id) {
    return uuid(id)
        .flatMap(context -> contexts.find(context, client()))
        .orElseThrow(() -> unknown("class"));
  }

  private LtiLineItem item(LtiContext place, String id) {
    return uuid(id)
        .flatMap(item -> lineItems.find(place.id(), client(), item))
        .orElseThrow(() -> unknown("line item"));
  }

  private String client() {
    return caller.client().orElseThrow();
  }

  static Optional<UUID> uuid(@Nullable String text) {
    try {
      return Optional.ofNullable(text).map(UUID::fromString);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static Optional<String> given(@Nullable String text) {
    return Optional.ofNullable(text).filter(value -> !value.isEmpty());
  }

  static RuntimeException unknown(String what) {
    return Problem.of(404, "Unknown " + what, "This tool has no such " + what + " here.")
        .exception();
  }
}
