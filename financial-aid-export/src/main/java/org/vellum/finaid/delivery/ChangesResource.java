package org.vellum.finaid.delivery;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Scopes;
import org.vellum.platform.usecase.Component;

/** Records that changed since a package, for connected systems. */
@Component
@Path("/api/changes")
public class ChangesResource {
  @Inject private ListChanges listChanges;
  @Inject private Disclose disclose;
  @Inject private RequestLimit limits;
  @Inject private Caller caller;

  /**
   * A page of changes.
   *
   * @param items whole records, as they stand in the NDJSON files
   * @param next what to ask with next
   * @param hasMore whether there is more now
   */
  public record Changes(@JsonRawValue String items, String next, boolean hasMore) {}

  /** Lists changes. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Scopes(AidScopes.READ)
  public Changes list(
      @QueryParam("since") @DefaultValue("") String since,
      @QueryParam("entity") @DefaultValue("") String entity,
      @QueryParam("limit") @DefaultValue("1000") String limit) {
    limits.count();
    return switch (listChanges.list(since, entity, number(limit))) {
      case ListChanges.Result.Page page -> {
        disclose.disclose(
            caller.actor(), new Disclose.What.Changes(page.profile(), page.records().size()));
        yield new Changes(
            "[" + String.join(",", page.records()) + "]", page.next(), page.hasMore());
      }
      case ListChanges.Result.Gone gone ->
          throw refused(410, "Token gone", "The token is unknown or too old: do a full run.");
      case ListChanges.Result.UnknownEntity unknown ->
          throw refused(422, "Unknown entity", "There is no such kind of record.");
    };
  }

  private static int number(String limit) {
    try {
      int number = Integer.parseInt(limit);
      if (number >= 1 && number <= ListChanges.MOST) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw refused(422, "Bad limit", "A limit is a number from 1 to 5000.");
    }
    throw refused(422, "Bad limit", "A limit is a number from 1 to 5000.");
  }

  private static RuntimeException refused(int status, String title, String detail) {
    return Problem.of(status, title, detail).exception();
  }
}
