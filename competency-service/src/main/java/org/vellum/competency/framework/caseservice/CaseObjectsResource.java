package org.vellum.competency.framework.caseservice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.CaseObjects;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.Frameworks;
import org.vellum.competency.framework.Served;
import org.vellum.competency.framework.casepackage.Addresses;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.imsx.Case11Dialect;
import org.vellum.platform.imsx.Speaks;
import org.vellum.platform.security.Caller;
import org.vellum.platform.usecase.Component;

/** Documents, packages, items and associations by the CASE service, version 1.1. */
@Component
@Path("/ims/case/v1p1")
@Speaks(Case11Dialect.class)
public class CaseObjectsResource {
  /** A client that does not say what it wants gets JSON. */
  private static final String JSON = MediaType.APPLICATION_JSON + ";qs=1";

  @Inject private Frameworks frameworks;
  @Inject private CaseObjects objects;
  @Inject private PackageWriter packages;
  @Inject private PlatformConfiguration configuration;
  @Inject private Caller caller;

  @Context private UriInfo uri;
  @Context private Request request;

  /** getAllCFDocuments. */
  @GET
  @Path("CFDocuments")
  @Produces(JSON)
  @PermitAll
  public Response documents(
      @QueryParam("limit") @Nullable String limit, @QueryParam("offset") @Nullable String offset) {
    Paging paging = Paging.of(limit, offset);
    Audience audience = Audience.of(caller);
    int total = frameworks.count(audience);
    ObjectNode set = JsonNodeFactory.instance.objectNode();
    ArrayNode documents = set.putArray("CFDocuments");
    frameworks
        .list(audience, paging.limit(), paging.offset())
        .forEach(framework -> documents.add(CaseForms.document(framework)));
    String address = configuration.address(Addresses.SERVICE + "/CFDocuments").toString();
    return Response.ok(set)
        .header("X-Total-Count", total)
        .header(HttpHeaders.LINK, paging.links(address, uri.getQueryParameters(), total))
        .build();
  }

  /** getCFDocument. */
  @GET
  @Path("CFDocuments/{identifier}")
  @Produces(JSON)
  @PermitAll
  public Response document(@PathParam("identifier") String identifier) {
    Framework framework = framework(identifier);
    return answer(framework, () -> CaseForms.document(framework));
  }

  /** getCFPackage. */
  @GET
  @Path("CFPackages/{identifier}")
  @Produces(JSON)
  @PermitAll
  public Response wholePackage(@PathParam("identifier") String identifier) {
    Framework framework = framework(identifier);
    StreamingOutput output = out -> packages.write(framework, out);
    return answer(framework, () -> output);
  }

  /** getCFItem. */
  @GET
  @Path("CFItems/{identifier}")
  @Produces(JSON)
  @PermitAll
  public Response item(@PathParam("identifier") String identifier) {
    Served item = servedItem(identifier);
    return answer(item.framework(), () -> CaseForms.withDocument(item));
  }

  /** getCFItemAssociations. */
  @GET
  @Path("CFItemAssociations/{identifier}")
  @Produces(JSON)
  @PermitAll
  public JsonNode itemAssociations(@PathParam("identifier") String identifier) {
    Served item = servedItem(identifier);
    ObjectNode set = JsonNodeFactory.instance.objectNode();
    set.set("CFItem", CaseForms.withDocument(item));
    ArrayNode associations = set.putArray("CFAssociations");
    objects
        .listAssociationsOf(CasePaths.identifier(identifier), Audience.of(caller))
        .forEach(association -> associations.add(CaseForms.read(association)));
    return set;
  }

  /** getCFAssociation. */
  @GET
  @Path("CFAssociations/{identifier}")
  @Produces(JSON)
  @PermitAll
  public Response association(@PathParam("identifier") String identifier) {
    Served association =
        objects
            .findAssociation(CasePaths.identifier(identifier), Audience.of(caller))
            .orElseThrow(CasePaths::unknown);
    return answer(association.framework(), () -> CaseForms.withDocument(association));
  }

  private Framework framework(String identifier) {
    return frameworks
        .find(CasePaths.identifier(identifier), Audience.of(caller))
        .orElseThrow(CasePaths::unknown);
  }

  private Served servedItem(String identifier) {
    return objects
        .findItem(CasePaths.identifier(identifier), Audience.of(caller))
        .orElseThrow(CasePaths::unknown);
  }

  /** The answer, or 304 where the client has it; what a draft says is kept by no cache. */
  private Response answer(Framework framework, Supplier<Object> entity) {
    Instant changedAt = framework.changedAt();
    EntityTag tag = new EntityTag(changedAt.getEpochSecond() + "." + changedAt.getNano());
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    Response.ResponseBuilder answer =
        unchanged == null ? Response.ok(entity.get()).tag(tag) : unchanged;
    CacheControl caching = new CacheControl();
    caching.setNoCache(true);
    caching.setNoTransform(false);
    caching.setPrivate(framework.draft());
    caching.setNoStore(framework.draft());
    return answer.cacheControl(caching).header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
  }
}
