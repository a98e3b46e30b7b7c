package org.vellum.competency.lti.tool;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.KnownItems;
import org.vellum.competency.lti.Contexts;
import org.vellum.competency.lti.Lti;
import org.vellum.competency.lti.launch.LaunchesResource;
import org.vellum.platform.pages.Flash;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/** A platform's course: which class it is, what its line items evidence, how far it is read. */
@Component
@Path("/lti/courses/{id}")
public class CoursesResource {
  static final String TEMPLATE = "org/vellum/competency/lti/course";
  private static final int PAGES_AT_A_TIME = 100;
  private static final int MOST_ITEMS = 50;

  @Inject private Courses courses;
  @Inject private CourseContents contents;
  @Inject private Contexts contexts;
  @Inject private KnownItems items;
  @Inject private SetClass setClass;
  @Inject private MapLineItem mapLineItem;
  @Inject private ReadCourse readCourse;
  @Inject private Caller caller;
  @Inject private Clock clock;

  /**
   * The page of a course.
   *
   * @param find which competencies are offered: their code or statement holds this
   */
  @GET
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Roles.REGISTRAR)
  public Page page(@PathParam("id") UUID id, @QueryParam("find") @Nullable String find) {
    Map<String, Object> model = new HashMap<>();
    model.put("course", course(id));
    model.put("counts", contents.count(id));
    model.put("lineItems", contents.listLineItems(id));
    model.put("classes", contexts.listTaught("", true));
    model.put("find", find == null ? "" : find);
    model.put(
        "items",
        items.search(
            find == null ? "" : find,
            Audience.EVERYONE,
            LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
            MOST_ITEMS));
    return Page.of(TEMPLATE, model);
  }

  /** Says which class of the roster it is. */
  @POST
  @Path("class")
  @RolesAllowed(Roles.REGISTRAR)
  public Response set(
      @PathParam("id") UUID id, @FormParam("class") @Nullable String classSourcedId) {
    if (!setClass.set(id, classSourcedId == null ? "" : classSourcedId, caller.actor())) {
      throw Problem.of(422, "No class", "Choose a class of the roster.").exception();
    }
    return Flash.to(address(id), "The course is this class.");
  }

  /** Says what a line item evidences; its results are read from then on. */
  @POST
  @Path("line-items/{item}/mapping")
  @RolesAllowed(Roles.REGISTRAR)
  public Response map(
      @PathParam("id") UUID id,
      @PathParam("item") UUID item,
      @FormParam("competency") @Nullable String competency,
      @FormParam("threshold") @Nullable String threshold) {
    MapLineItem.Result result =
        mapLineItem.map(
            id, item, LaunchesResource.evidences(competency, threshold), caller.actor());
    return switch (result) {
      case MapLineItem.Result.Mapped mapped ->
          Flash.to(
              address(id),
              mapped.evidence()
                  ? "Its results are read from now on."
                  : "Its results are read from now on. But the competency could not be bound: the"
                      + " catalogue refuses the rule.");
      case MapLineItem.Result.NoClass none ->
          throw Problem.of(422, "No class", "Say first which class the course is.").exception();
      case MapLineItem.Result.Unknown unknown ->
          throw Problem.of(404, "Unknown line item", "There is no such line item to map.")
              .exception();
    };
  }

  /** Reads the course, from where it broke off. */
  @POST
  @Path("reading")
  @RolesAllowed(Roles.REGISTRAR)
  public Response read(@PathParam("id") UUID id) {
    course(id);
    String told =
        switch (readCourse.read(id, PAGES_AT_A_TIME)) {
          case ReadCourse.Result.Whole whole -> "The course is read.";
          case ReadCourse.Result.Partly partly ->
              partly.pages() + " pages are read. Read on for the rest.";
          case ReadCourse.Result.BrokeOff broke ->
              "Reading broke off: " + broke.why() + ". It goes on there the next time.";
          case ReadCourse.Result.NotNow other -> "The course is being read just now.";
        };
    return Flash.to(address(id), told);
  }

  private Course course(UUID id) {
    return courses
        .find(id)
        .orElseThrow(
            () -> Problem.of(404, "Unknown course", "There is no such course.").exception());
  }

  private static URI address(UUID id) {
    return URI.create(Lti.PATH + "/courses/" + id);
  }
}
