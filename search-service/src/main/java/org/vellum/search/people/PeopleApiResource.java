package org.vellum.search.people;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Scopes;
import org.vellum.platform.usecase.Component;
import org.vellum.search.index.Facet;
import org.vellum.search.index.FindPeople;
import org.vellum.search.index.FoundPerson;
import org.vellum.search.metrics.SearchMetrics;
import org.vellum.search.occupation.Occupation;
import org.vellum.search.occupation.Occupations;
import org.vellum.search.profile.Employers;
import org.vellum.search.profile.OpenProfile;
import org.vellum.search.profile.ProfileView;
import org.vellum.search.vocabulary.Skills;

/** Search, for connected systems. */
@Component
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
public class PeopleApiResource {
  /** The scope that lets a client search. */
  public static final String SCOPE = "skills.search";

  private static final int LONGEST_TYPED = 100;

  @Inject private FindPeople findPeople;
  @Inject private OpenProfile openProfile;
  @Inject private SearchLimit limit;
  @Inject private Refusals refusals;
  @Inject private Employers employers;
  @Inject private Skills skills;
  @Inject private Occupations occupations;
  @Inject private Caller caller;
  @Inject private Clock clock;

  /**
   * A page of people.
   *
   * @param people the best match first
   * @param count at least so many were found, a multiple of five; 0 for fewer, and on later pages
   * @param facets by what the search can be narrowed
   * @param unknown the skills asked for to which nothing answers
   * @param occupation the occupation that was understood, if one was asked for
   * @param checkedAt at which instant consents and credentials were looked at
   * @param next what to ask with for the next page
   */
  public record People(
      List<FoundPerson> people,
      int count,
      List<Facet> facets,
      List<String> unknown,
      Optional<String> occupation,
      Instant checkedAt,
      Optional<String> next) {}

  /** The description of the interface (OpenAPI 3.1). */
  @GET
  @Path("openapi.json")
  @PermitAll
  public byte[] description() throws IOException {
    try (InputStream in = PeopleApiResource.class.getResourceAsStream("openapi.json")) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  /** Finds people. */
  @GET
  @Path("people")
  @Scopes(SCOPE)
  public People find(
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
      @QueryParam("cursor") @DefaultValue("") String cursor,
      @QueryParam("limit") @DefaultValue("20") String size) {
    admit();
    QueryForm form =
        new QueryForm(
            skill, nice, atLeast, program, issuer, region, availability, since, occupation, level);
    form.fault()
        .ifPresent(fault -> {
          throw bad(List.of(fault));
        });
    FindPeople.Result result = findPeople.find(caller.actor(), form.query(), cursor, number(size));
    refusals.add(caller.actor(), result);
    FindPeople.Result.Page page = page(result);
    return new People(
        page.people(),
        page.count(),
        page.facets(),
        page.unknown(),
        form.understood(occupations).map(Occupation::words),
        page.checkedAt(),
        page.next());
  }

  private static FindPeople.Result.Page page(FindPeople.Result result) {
    return switch (result) {
      case FindPeople.Result.Page page -> page;
      case FindPeople.Result.Refused(var faults) -> throw refused(faults);
      case FindPeople.Result.TooNarrow narrow ->
          throw Problem.of(
                  422, "Search too narrow", "Fewer than five people lie within the filters.")
              .exception();
      case FindPeople.Result.BadCursor bad ->
          throw Problem.of(422, "Bad cursor", "The cursor was not handed out for this search.")
              .exception();
    };
  }

  /** What somebody shows who was found. */
  @GET
  @Path("people/{profile}")
  @Scopes(SCOPE)
  public ProfileView show(@PathParam("profile") UUID profile) {
    admit();
    return switch (openProfile.open(caller.actor(), profile)) {
      case OpenProfile.Result.Opened(var view) -> view;
      case OpenProfile.Result.UnknownProfile unknown ->
          throw Problem.of(404, "Not found", "Nobody shows you this profile.").exception();
    };
  }

  /** Names of skills for somebody who is typing. */
  @GET
  @Path("skills")
  @Scopes(SCOPE)
  public List<String> suggest(@QueryParam("typed") @DefaultValue("") String typed) {
    limit.countTyping(caller.actor());
    return typed.length() > LONGEST_TYPED ? List.of() : skills.suggest(typed, clock.instant());
  }

  /** Titles of occupations for somebody who is typing. */
  @GET
  @Path("occupations")
  @Scopes(SCOPE)
  public List<String> suggestOccupations(@QueryParam("typed") @DefaultValue("") String typed) {
    limit.countTyping(caller.actor());
    return typed.length() > LONGEST_TYPED ? List.of() : occupations.suggest(typed);
  }

  private void admit() {
    employers.greet(caller.actor(), clock.instant());
    limit.countPage(caller.actor());
  }

  private int number(String size) {
    try {
      int number = Integer.parseInt(size);
      if (number >= 1 && number <= FindPeople.LARGEST_PAGE) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw bad(List.of("A limit is a number from 1 to 50."));
    }
    throw bad(List.of("A limit is a number from 1 to 50."));
  }

  /** For what is refused before it is asked. */
  private RuntimeException bad(List<String> faults) {
    refusals.add(caller.actor(), SearchMetrics.Refusal.BAD_SEARCH);
    return refused(faults);
  }

  private static RuntimeException refused(List<String> faults) {
    return Problem.of(
            422,
            "Bad search",
            faults.getFirst(),
            faults.stream().map(fault -> Finding.error("bad-search", "", fault)).toList())
        .exception();
  }
}
