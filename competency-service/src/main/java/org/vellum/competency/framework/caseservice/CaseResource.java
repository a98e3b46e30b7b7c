package org.vellum.competency.framework.caseservice;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.competency.framework.casepackage.CaseForm;
import org.vellum.competency.framework.casepackage.CaseVersion;
import org.vellum.competency.framework.caseservice.query.DocumentQuery;
import org.vellum.platform.imsx.Paging;
import org.vellum.platform.security.Caller;

/**
 * The operations of the CASE service over HTTP, which are the same in all its versions. Each
 * version is a resource of its own, because the words of its errors are.
 */
public abstract class CaseResource {
  /** A client that does not say what it wants gets JSON. */
  private static final String JSON = MediaType.APPLICATION_JSON + ";qs=1";

  private final CaseVersion version;

  @Inject private CaseService service;
  @Inject private CaseServiceConfiguration configuration;
  @Inject private Caller caller;

  @Context private UriInfo uri;
  @Context private HttpHeaders headers;

  /** The operations in one version. */
  @SuppressWarnings("NullAway.Init") // the container fills the fields
  protected CaseResource(CaseVersion version) {
    this.version = version;
  }

  /** getAllCFDocuments. */
  @GET
  @Path("CFDocuments")
  @Produces(JSON)
  @PermitAll
  public Response documents(
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("offset") @Nullable String offset,
      @QueryParam("sort") @Nullable String sort,
      @QueryParam("orderBy") @Nullable String orderBy,
      @QueryParam("filter") @Nullable String filter,
      @QueryParam("fields") List<String> fields) {
    Asked asked = asked();
    DocumentQuery query = DocumentQuery.of(filter, sort, orderBy, fields, asked.form());
    Paging paging = Paging.of(limit, offset);
    return response(service.documents(query, paging, uri.getQueryParameters(), asked));
  }

  /** getCFDocument. */
  @GET
  @Path("CFDocuments/{identifier}")
  @Produces(JSON)
  @PermitAll
  public Response document(@PathParam("identifier") String identifier) {
    return response(service.document(identifier, asked()));
  }

  /** getCFPackage. */
  @GET
  @Path("CFPackages/{identifier}")
  @Produces(JSON)
  @PermitAll
  public Response wholePackage(@PathParam("identifier") String identifier) throws IOException {
    return response(service.wholePackage(identifier, asked()));
  }

  /** getCFItem. */
  @GET
  @Path("CFItems/{identifier}")
  @Produces(JSON)
  @PermitAll
  public Response item(@PathParam("identifier") String identifier) {
    return response(service.item(identifier, asked()));
  }

  /** getCFItemAssociations. */
  @GET
  @Path("CFItemAssociations/{identifier}")
  @Produces(JSON)
  @PermitAll
  public Response itemAssociations(@PathParam("identifier") String identifier) {
    return response(service.itemAssociations(identifier, asked()));
  }

  /** getCFAssociation. */
  @GET
  @Path("CFAssociations/{identifier}")
  @Produces(JSON)
  @PermitAll
  public Response association(@PathParam("identifier") String identifier) {
    return response(service.association(identifier, asked()));
  }

  /** getCFConcept. */
  @GET
  @Path("CFConcepts/{identifier}")
  @Produces(JSON)
  @PermitAll
  public Response concepts(@PathParam("identifier") String identifier) {
    return response(service.definitions(CaseClass.CONCEPT, identifier, asked()));
  }

  /** getCFSubject. */
  @GET
  @Path("CFSubjects/{identifier}")
  @Produces(JSON)
  @PermitAll
  public Response subjects(@PathParam("identifier") String identifier) {
    return response(service.definitions(CaseClass.SUBJECT, identifier, asked()));
  }

  /** getCFItemType. */
  @GET
  @Path("CFItemTypes/{identifier}")
  @Produces(JSON)
  @PermitAll
  public Response itemTypes(@PathParam("identifier") String identifier) {
    return response(service.definitions(CaseClass.ITEM_TYPE, identifier, asked()));
  }

  /** getCFLicense. */
  @GET
  @Path("CFLicenses/{identifier}")
  @Produces(JSON)
  @PermitAll
  public Response license(@PathParam("identifier") String identifier) {
    return response(service.definition(CaseClass.LICENSE, identifier, asked()));
  }

  /** getCFAssociationGrouping. */
  @GET
  @Path("CFAssociationGroupings/{identifier}")
  @Produces(JSON)
  @PermitAll
  public Response associationGrouping(@PathParam("identifier") String identifier) {
    return response(service.definition(CaseClass.ASSOCIATION_GROUPING, identifier, asked()));
  }

  /** getCFRubric. */
  @GET
  @Path("CFRubrics/{identifier}")
  @Produces(JSON)
  @PermitAll
  public Response rubric(@PathParam("identifier") String identifier) {
    return response(service.definition(CaseClass.RUBRIC, identifier, asked()));
  }

  /** The description of the service (CASE 1.1, REST binding, section 2.5). */
  @GET
  @Path("discovery/{file}")
  @Produces(JSON)
  @PermitAll
  public Response discovery(@PathParam("file") String file) {
    return response(service.discovery(file, asked()));
  }

  /** What the service does not know, in the words of its version. */
  @GET
  @Path("{unknown: .+}")
  @Produces(JSON)
  @PermitAll
  public Response unknown() {
    throw CasePaths.unknown();
  }

  private Asked asked() {
    return new Asked(
        new CaseForm(version, !configuration.certificationMode()),
        Audience.of(caller),
        all(HttpHeaders.IF_NONE_MATCH),
        Coding.accepted(all(HttpHeaders.ACCEPT_ENCODING)));
  }

  private List<String> all(String header) {
    return Optional.ofNullable(headers.getRequestHeader(header)).orElse(List.of());
  }

  private static Response response(Answer answer) {
    Response.ResponseBuilder response =
        answer
            .body()
            .map(body -> {
              StreamingOutput output = body::writeTo;
              return Response.ok(output);
            })
            .orElseGet(() -> Response.status(Response.Status.NOT_MODIFIED));
    answer.headers().forEach(response::header);
    return response.build();
  }
}
