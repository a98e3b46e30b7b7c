package org.vellum.search.people;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vellum.platform.pages.Page;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;
import org.vellum.search.occupation.Occupations;
import org.vellum.search.profile.Employers;
import org.vellum.search.vocabulary.Skills;

/** Search, for employers. */
@Component
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class PeopleResource {
  private static final int LONGEST_TYPED = 100;

  @Inject private PeoplePage page;
  @Inject private SearchLimit limit;
  @Inject private Employers employers;
  @Inject private Skills skills;
  @Inject private Occupations occupations;
  @Inject private Caller caller;
  @Inject private Clock clock;

  /** The form alone. */
  @GET
  @RolesAllowed(Roles.EMPLOYER)
  public Page begin() {
    return page.empty();
  }

  /** The form, with a page of what was found, or why the search was not made. */
  @GET
  @Path("people")
  @RolesAllowed(Roles.EMPLOYER)
  public Response search(
      @QueryParam("skill") List<String> skill,
      @QueryParam("nice") List<String> nice,
      @QueryParam("atLeast") @DefaultValue("") String atLeast,
      @QueryParam("program") @DefaultValue("") String program,
      @QueryParam("issuer") @DefaultValue("") String issuer,
      @QueryParam("region") @DefaultValue("") String region,
      @QueryParam("availability") @DefaultValue("") String availability,
      @QueryParam("since") @DefaultValue("") String since,
      @QueryParam("occupation") @DefaultValue("") String occupation,
      @QueryParam("level") @DefaultValue("") String level,
      @QueryParam("cursor") @DefaultValue("") String cursor) {
    String employer = caller.person().orElseThrow();
    employers.greet(employer, clock.instant());
    limit.countPage(employer);
    QueryForm form =
        new QueryForm(
            skill, nice, atLeast, program, issuer, region, availability, since, occupation, level);
    PeoplePage.Seen seen = page.of(employer, form, cursor);
    return Response.status(seen.faults().isEmpty() ? 200 : 422).entity(seen.page()).build();
  }

  /** Titles of occupations for the field in which somebody is typing. */
  @GET
  @Path("suggestions/occupations")
  @RolesAllowed(Roles.EMPLOYER)
  public Page suggestOccupations(@QueryParam("occupation") @DefaultValue("") String occupation) {
    limit.countTyping(caller.person().orElseThrow());
    String typed = occupation.length() <= LONGEST_TYPED ? occupation : "";
    return Page.of(
        "org/vellum/search/people/suggestions", Map.of("names", occupations.suggest(typed)));
  }

  /** Names of skills for a field in which somebody is typing. */
  @GET
  @Path("suggestions")
  @RolesAllowed(Roles.EMPLOYER)
  public Page suggest(
      @QueryParam("skill") @DefaultValue("") String skill,
      @QueryParam("nice") @DefaultValue("") String nice) {
    limit.countTyping(caller.person().orElseThrow());
    String typed =
        Stream.of(skill, nice)
            .filter(text -> !text.isBlank() && text.length() <= LONGEST_TYPED)
            .findFirst()
            .orElse("");
    return Page.of(
        "org/vellum/search/people/suggestions",
        Map.of("names", skills.suggest(typed, clock.instant())));
  }
}
