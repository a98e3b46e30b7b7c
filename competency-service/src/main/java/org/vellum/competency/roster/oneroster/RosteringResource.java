package org.vellum.competency.roster.oneroster;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.vellum.competency.oneroster.Addresses;
import org.vellum.competency.oneroster.ServiceResource;
import org.vellum.platform.imsx.OneRoster12Dialect;
import org.vellum.platform.imsx.Speaks;
import org.vellum.platform.security.Scopes;
import org.vellum.platform.usecase.Component;

/**
 * The rostering service (OneRoster 1.2, rostering OpenAPI). Demographics have their own scope,
 * which no other replaces.
 */
@Component
@Path(Addresses.ROSTERING)
@Produces(MediaType.APPLICATION_JSON)
@Speaks(OneRoster12Dialect.class)
public class RosteringResource extends ServiceResource {
  private static final String SCOPE = "https://purl.imsglobal.org/spec/or/v1p2/scope/";
  static final String READ_CORE = SCOPE + "roster-core.readonly";
  static final String READ = SCOPE + "roster.readonly";
  static final String READ_DEMOGRAPHICS = SCOPE + "roster-demographics.readonly";

  private static final String CORE =
      "{collection: orgs|schools|academicSessions|terms|gradingPeriods|courses|classes|users"
          + "|students|teachers|enrollments}";

  /** Operations getAllOrgs, getAllSchools and so on. */
  @GET
  @Path(CORE)
  @Scopes({READ_CORE, READ})
  public Response all(@PathParam("collection") String collection, @Context UriInfo uri) {
    return page(RosterClasses.of(collection), path(collection), uri, Map.of());
  }

  /** Operations getOrg, getSchool and so on. */
  @GET
  @Path(CORE + "/{sourcedId}")
  @Scopes({READ_CORE, READ})
  public Response get(
      @PathParam("collection") String collection,
      @PathParam("sourcedId") String sourcedId,
      @Context UriInfo uri) {
    return one(RosterClasses.of(collection), sourcedId, uri, Map.of());
  }

  /** Operation getAllDemographics. */
  @GET
  @Path("demographics")
  @Scopes(READ_DEMOGRAPHICS)
  public Response allDemographics(@Context UriInfo uri) {
    return page(RosterClasses.DEMOGRAPHICS, path("demographics"), uri, Map.of());
  }

  /** Operation getDemographics. */
  @GET
  @Path("demographics/{sourcedId}")
  @Scopes(READ_DEMOGRAPHICS)
  public Response demographics(@PathParam("sourcedId") String sourcedId, @Context UriInfo uri) {
    return one(RosterClasses.DEMOGRAPHICS, sourcedId, uri, Map.of());
  }

  /** The operations of a collection below one object: getClassesForSchool and so on. */
  @GET
  @Path(CORE + "/{sourcedId}/{below: [A-Za-z]+}")
  @Scopes(READ)
  public Response below(
      @PathParam("collection") String collection,
      @PathParam("sourcedId") String sourcedId,
      @PathParam("below") String below,
      @Context UriInfo uri) {
    Below found = Below.find(collection, below).orElseThrow(() -> unknown("collection"));
    require(RosterClasses.of(collection), sourcedId);
    return page(found.type(), path(collection, sourcedId, below), uri, Below.given(sourcedId));
  }

  /**
   * The operations of a collection below a class of a school: getStudentsForClassInSchool and so
   * on.
   */
  @GET
  @Path("schools/{school}/classes/{class}/{below: [A-Za-z]+}")
  @Scopes(READ)
  public Response belowClassOfSchool(
      @PathParam("school") String school,
      @PathParam("class") String classSourcedId,
      @PathParam("below") String below,
      @Context UriInfo uri) {
    Below found = Below.find("schools", "classes", below).orElseThrow(() -> unknown("collection"));
    require(RosterClasses.of("schools"), school);
    require(RosterClasses.of("classes"), classSourcedId);
    return page(
        found.type(),
        path("schools", school, "classes", classSourcedId, below),
        uri,
        Below.given(school, classSourcedId));
  }

  private static String path(String... segments) {
    StringBuilder path = new StringBuilder(Addresses.ROSTERING);
    for (String segment : segments) {
      path.append('/').append(Addresses.encoded(segment));
    }
    return path.toString();
  }
}
