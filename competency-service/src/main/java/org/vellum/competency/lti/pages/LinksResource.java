package org.vellum.competency.lti.pages;

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
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.KnownItems;
import org.vellum.competency.lti.Contexts;
import org.vellum.competency.lti.EndLink;
import org.vellum.competency.lti.Lti;
import org.vellum.competency.lti.LtiTools;
import org.vellum.competency.lti.PlaceLink;
import org.vellum.competency.lti.ResourceLinks;
import org.vellum.competency.lti.launch.LaunchesResource;
import org.vellum.platform.pages.Flash;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/** The activities of somebody's classes: launched by all, placed and taken out by who teaches. */
@Component
@Path("/lti/links")
public class LinksResource {
  static final String TEMPLATE = "org/vellum/competency/lti/links";
  private static final URI PAGE = URI.create(Lti.PATH + "/links");
  private static final int PAGE_SIZE = 50;
  private static final int MOST_ITEMS = 50;

  @Inject private ResourceLinks links;
  @Inject private Contexts contexts;
  @Inject private LtiTools tools;
  @Inject private KnownItems items;
  @Inject private PlaceLink placeLink;
  @Inject private EndLink endLink;
  @Inject private Caller caller;
  @Inject private Clock clock;

  /**
   * The page of them.
   *
   * @param find which competencies are offered: their code or statement holds this
   */
  @GET
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed({Roles.LEARNER, Roles.FACULTY, Roles.REGISTRAR})
  public Page page(@QueryParam("offset") int offset, @QueryParam("find") @Nullable String find) {
    boolean everywhere = caller.has(Roles.REGISTRAR);
    boolean places = everywhere || caller.has(Roles.FACULTY);
    int from = Math.max(0, offset);
    Map<String, Object> model = new HashMap<>();
    model.put("links", links.list(person(), everywhere, PAGE_SIZE, from));
    model.put("offset", from);
    model.put("size", PAGE_SIZE);
    model.put("places", places);
    model.put("find", find == null ? "" : find);
    model.put("classes", places ? contexts.listTaught(person(), everywhere) : List.of());
    model.put("deployments", places ? tools.listDeployments() : List.of());
    model.put("tools", places ? tools.list() : List.of());
    model.put("items", places ? items(find) : List.of());
    return Page.of(TEMPLATE, model);
  }

  /** Places a link. */
  @POST
  @RolesAllowed({Roles.FACULTY, Roles.REGISTRAR})
  public Response place(
      @FormParam("deployment") @Nullable String deployment,
      @FormParam("class") @Nullable String classSourcedId,
      @FormParam("title") @Nullable String title,
      @FormParam("target") @Nullable String target,
      @FormParam("maximum") @Nullable String maximum,
      @FormParam("competency") @Nullable String competency,
      @FormParam("threshold") @Nullable String threshold) {
    PlaceLink.Wanted wanted =
        new PlaceLink.Wanted(
            text(deployment),
            text(classSourcedId),
            text(title),
            Optional.of(text(target)).filter(text -> !text.isEmpty()),
            maximum(text(maximum)),
            LaunchesResource.evidences(competency, threshold));
    return switch (placeLink.place(wanted, person(), caller.has(Roles.REGISTRAR))) {
      case PlaceLink.Result.Placed placed ->
          Flash.to(
              PAGE,
              placed.evidence()
                  ? "The link is placed."
                  : "The link is placed. But the competency could not be bound: the catalogue"
                      + " refuses the rule.");
      case PlaceLink.Result.Refused refused -> throw bad(refused.why());
    };
  }

  /** Takes a link out. */
  @POST
  @Path("{id}/end")
  @RolesAllowed({Roles.FACULTY, Roles.REGISTRAR})
  public Response end(@PathParam("id") UUID id) {
    if (!endLink.end(id, person(), caller.has(Roles.REGISTRAR))) {
      throw Problem.of(404, "Unknown activity", "There is no such activity in your classes.")
          .exception();
    }
    return Flash.to(PAGE, "The link is taken out. What was scored stays.");
  }

  private List<KnownItems.KnownItem> items(@Nullable String find) {
    return items.search(
        text(find),
        Audience.EVERYONE,
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
        MOST_ITEMS);
  }

  private String person() {
    return caller.person().orElseThrow();
  }

  private static Optional<BigDecimal> maximum(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!text.matches("\\d{1,9}(\\.\\d{1,10})?") || new BigDecimal(text).signum() == 0) {
      throw bad("The greatest score is a figure above 0.");
    }
    return Optional.of(new BigDecimal(text));
  }

  private static String text(@Nullable String field) {
    return field == null ? "" : field.strip();
  }

  private static RuntimeException bad(String why) {
    return Problem.of(422, "Link refused", why).exception();
  }
}
