package org.vellum.competency.evaluation.oneroster;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.vellum.competency.evaluation.ClearResult;
import org.vellum.competency.evaluation.EvaluationResults;
import org.vellum.competency.evaluation.RecordResult;
import org.vellum.competency.evaluation.Recorded;
import org.vellum.platform.imsx.Fault;
import org.vellum.platform.imsx.ImsxException;
import org.vellum.platform.imsx.OneRoster12Dialect;
import org.vellum.platform.imsx.Speaks;
import org.vellum.platform.json.Json;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Scopes;
import org.vellum.platform.usecase.Component;

/**
 * Results (OneRoster 1.2, gradebook). A client reads, corrects and takes back the results that it
 * sent itself: a {@code sourcedId} is a name within its source, and one source has no business with
 * what another says of a learner.
 */
@Component
@Path(Gradebook.PATH + "/results")
@Produces(MediaType.APPLICATION_JSON)
@Speaks(OneRoster12Dialect.class)
public class ResultsResource {
  private static final String NOT_KNOWN = "Unknown Object: there is no such result of yours.";

  @Inject private RecordResult recordResult;
  @Inject private ClearResult clearResult;
  @Inject private EvaluationResults results;
  @Inject private ResultWriter writer;
  @Inject private Gradebook gradebook;
  @Inject private Caller caller;

  /** Operation putResult: stores a result, or a correction of one, as a fact. */
  @PUT
  @Path("{sourcedId}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Scopes(Gradebook.PUT)
  public Response put(@PathParam("sourcedId") String sourcedId, InputStream body) {
    store(sourcedId, body);
    return Response.status(Response.Status.CREATED).build();
  }

  /** Operation deleteResult: takes a result back. */
  @DELETE
  @Path("{sourcedId}")
  @Scopes(Gradebook.DELETE)
  public Response delete(@PathParam("sourcedId") String sourcedId) {
    clear(sourcedId);
    return Response.noContent().build();
  }

  /** Operation getResult. */
  @GET
  @Path("{sourcedId}")
  @Scopes({Gradebook.READ_CORE, Gradebook.READ})
  public ObjectNode get(@PathParam("sourcedId") String sourcedId) {
    ObjectNode answer = Json.mapper().createObjectNode();
    answer.set(
        "result",
        results
            .findSent(client(), sourcedId)
            .map(writer::write)
            .orElseThrow(() -> new ImsxException(Fault.UNKNOWN_OBJECT, NOT_KNOWN)));
    return answer;
  }

  /** Operation getAllResults, page by page. */
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
    results.listSent(client(), paging.limit(), paging.offset()).stream()
        .map(writer::write)
        .forEach(page::add);
    int total = results.countSent(client());
    return new CollectionPage(
        "results", page, total, paging.links(gradebook.collection("results"), total));
  }

  void store(String sourcedId, InputStream body) {
    ObjectNode result = Body.read(body, "result");
    switch (recordResult.record(ResultReader.read(result, client(), sourcedId))) {
      case Recorded.Stored stored -> {
        // as it was sent
      }
      case Recorded.AlreadyKnown known -> {
        // the same answer as when it was sent first
      }
      case Recorded.UnknownLearner unknown ->
          throw invalid("/result/student is no learner of the roster.");
      case Recorded.UnknownLineItem unknown ->
          throw invalid("/result/lineItem is no line item of the roster.");
      case Recorded.OutOfScale out -> throw invalid(out.sentence());
      case Recorded.ScoredInFuture future ->
          throw invalid("/result/scoreDate lies more than a day ahead.");
      case Recorded.ModifiedInFuture future ->
          throw invalid("/result/dateLastModified lies more than a day ahead.");
      case Recorded.Stale stale ->
          throw invalid(
              "/result/dateLastModified is stale: the result is known as of "
                  + stale.newest()
                  + ".");
      case Recorded.Reassigned reassigned ->
          throw invalid(
              "A result keeps its student and line item. Delete it and send another instead.");
    }
  }

  void clear(String sourcedId) {
    if (!clearResult.clear(client(), sourcedId)) {
      throw new ImsxException(Fault.UNKNOWN_OBJECT, NOT_KNOWN);
    }
  }

  private String client() {
    return caller.client().orElseThrow();
  }

  private static ImsxException invalid(String description) {
    return new ImsxException(Fault.INVALID_DATA, description);
  }
}
