package org.vellum.competency.evaluation.oneroster;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Map;
import org.vellum.competency.oneroster.Addresses;
import org.vellum.competency.oneroster.ObjectClass;
import org.vellum.competency.oneroster.ServiceResource;
import org.vellum.platform.imsx.OneRoster12Dialect;
import org.vellum.platform.imsx.Speaks;
import org.vellum.platform.security.Scopes;
import org.vellum.platform.usecase.Component;

/** What the gradebook has of one class (OneRoster 1.2, gradebook). Of results, the client's own. */
@Component
@Path(ClassGradebookResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Speaks(OneRoster12Dialect.class)
public class ClassGradebookResource extends ServiceResource {
  static final String PATH = Addresses.GRADEBOOK + "/classes/{class}";

  private static final String OF_CLASS = "t.class_sourced_id = :class";
  private static final ObjectClass CATEGORIES =
      GradebookClasses.CATEGORIES.where(
          """
          exists (select from competency.line_item li where li.class_sourced_id = :class
            and li.active and li.category_sourced_id = t.sourced_id)\
          """);
  private static final ObjectClass RESULTS =
      GradebookClasses.results(ResultKind.RESULT)
          .where(
              """
              exists (select from competency.line_item li where li.sourced_id = t.line_item
                and li.class_sourced_id = :class)\
              """);
  private static final ObjectClass OF_LINE_ITEM = RESULTS.where("t.line_item = :below");
  private static final ObjectClass OF_STUDENT =
      RESULTS.where(
          "t.learner = (select u.id from competency.roster_user u where u.sourced_id = :below)");

  @Inject private ObjectIntake intake;
  @Inject private ResultIntake results;
  @Inject private ResultWriter writer;
  @Inject private Rostered rostered;

  /** Operation getCategoriesForClass: those of its line items. */
  @GET
  @Path("categories")
  @Scopes(Scope.READ)
  public Response categories(@PathParam("class") String sourcedId, @Context UriInfo uri) {
    return of(CATEGORIES, sourcedId, "categories", uri);
  }

  /** Operation getLineItemsForClass. */
  @GET
  @Path("lineItems")
  @Scopes(Scope.READ)
  public Response lineItems(@PathParam("class") String sourcedId, @Context UriInfo uri) {
    return of(GradebookClasses.LINE_ITEMS.where(OF_CLASS), sourcedId, "lineItems", uri);
  }

  /** Operation getScoreScalesForClass. */
  @GET
  @Path("scoreScales")
  @Scopes(Scope.READ)
  public Response scoreScales(@PathParam("class") String sourcedId, @Context UriInfo uri) {
    return of(GradebookClasses.SCORE_SCALES.where(OF_CLASS), sourcedId, "scoreScales", uri);
  }

  /** Operation getResultsForClass. */
  @GET
  @Path("results")
  @Scopes(Scope.READ)
  public Response results(@PathParam("class") String sourcedId, @Context UriInfo uri) {
    return results(RESULTS, uri, sourcedId, "results", "");
  }

  /** Operation getResultsForLineItemForClass. */
  @GET
  @Path("lineItems/{lineItem}/results")
  @Scopes(Scope.READ)
  public Response resultsOfLineItem(
      @PathParam("class") String sourcedId,
      @PathParam("lineItem") String lineItem,
      @Context UriInfo uri) {
    require(GradebookClasses.LINE_ITEMS, lineItem);
    String below = "lineItems/" + Addresses.encoded(lineItem) + "/results";
    return results(OF_LINE_ITEM, uri, sourcedId, below, lineItem);
  }

  /** Operation getResultsForStudentForClass. */
  @GET
  @Path("students/{student}/results")
  @Scopes(Scope.READ)
  public Response resultsOfStudent(
      @PathParam("class") String sourcedId,
      @PathParam("student") String student,
      @Context UriInfo uri) {
    rostered.require("user", student);
    String below = "students/" + Addresses.encoded(student) + "/results";
    return results(OF_STUDENT, uri, sourcedId, below, student);
  }

  /** Operation postLineItemsForClass. */
  @POST
  @Path("lineItems")
  @Consumes(MediaType.APPLICATION_JSON)
  @Scopes(Scope.POST)
  public Response postLineItems(@PathParam("class") String sourcedId, InputStream body) {
    rostered.require("class", sourcedId);
    return Response.status(Response.Status.CREATED)
        .entity(intake.storeLineItems(body, "class", sourcedId))
        .build();
  }

  /** Operation postResultsForAcademicSessionForClass. */
  @POST
  @Path("academicSessions/{session}/results")
  @Consumes(MediaType.APPLICATION_JSON)
  @Scopes(Scope.POST)
  public Response postResults(
      @PathParam("class") String sourcedId,
      @PathParam("session") String session,
      InputStream body) {
    rostered.require("class", sourcedId);
    rostered.require("academicSession", session);
    return Response.status(Response.Status.CREATED)
        .entity(results.storeAll(body, lineItem -> rostered.isOfClass(lineItem, sourcedId)))
        .build();
  }

  private Response of(ObjectClass type, String sourcedId, String below, UriInfo uri) {
    rostered.require("class", sourcedId);
    return page(type, path(sourcedId, below), uri, Map.of("class", sourcedId));
  }

  private Response results(
      ObjectClass type, UriInfo uri, String sourcedId, String below, String value) {
    rostered.require("class", sourcedId);
    return page(
        type,
        path(sourcedId, below),
        uri,
        Map.of("source", results.client(), "class", sourcedId, "below", value),
        sent -> writer.write(ResultKind.RESULT, sent));
  }

  private static String path(String sourcedId, String below) {
    return PATH.replace("{class}", Addresses.encoded(sourcedId)) + "/" + below;
  }
}
