package org.vellum.search.people;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.vellum.platform.pages.Page;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;
import org.vellum.search.request.Requests;
import org.vellum.search.request.ShortlistCsv;
import org.vellum.search.request.ShowShortlist;

/** Whom an employer keeps in mind, and what came of asking. */
@Component
@Path("/shortlist")
public class ShortlistsResource {
  @Inject private ShowShortlist showShortlist;
  @Inject private Requests requests;
  @Inject private SearchLimit limit;
  @Inject private Caller caller;

  /** The shortlist and the requests. */
  @GET
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Roles.EMPLOYER)
  public Page show() {
    String employer = caller.person().orElseThrow();
    limit.countPage(employer);
    return Page.of(
        "org/vellum/search/people/shortlist",
        Map.of(
            "people", showShortlist.show(employer, ShowShortlist.Form.PAGE),
            "requests", requests.listOfEmployer(employer)));
  }

  /** The shortlist as a table. */
  @GET
  @Path("table.csv")
  @Produces({"text/csv;charset=UTF-8", MediaType.WILDCARD})
  @RolesAllowed(Roles.EMPLOYER)
  public Response table() {
    String employer = caller.person().orElseThrow();
    limit.countPage(employer);
    String csv = ShortlistCsv.of(showShortlist.show(employer, ShowShortlist.Form.TABLE));
    return Response.ok(csv.getBytes(StandardCharsets.UTF_8), "text/csv;charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"shortlist.csv\"")
        .build();
  }
}
