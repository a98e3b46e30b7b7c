package org.vellum.competency.lti.nrps;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.lti.Addresses;
import org.vellum.competency.lti.Contexts;
import org.vellum.competency.lti.Contexts.LtiContext;
import org.vellum.competency.lti.Lti;
import org.vellum.competency.lti.LtiTool;
import org.vellum.competency.lti.LtiTools;
import org.vellum.competency.lti.Members;
import org.vellum.competency.lti.Pages;
import org.vellum.competency.lti.ResourceLinks;
import org.vellum.competency.lti.ResourceLinks.ResourceLink;
import org.vellum.platform.json.Json;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Scopes;
import org.vellum.platform.usecase.Component;

/** The members of a class (NRPS 2.0, section 2). */
@Component
@Path("/lti/contexts/{context}/memberships")
public class MembershipsResource {
  private static final Map<String, String> ROLES =
      Map.of(
          Lti.LEARNER,
          "student",
          Lti.INSTRUCTOR,
          "teacher",
          Lti.ASSISTANT,
          "aide",
          Lti.ADMINISTRATOR,
          "administrator",
          "Learner",
          "student",
          "Instructor",
          "teacher",
          "Administrator",
          "administrator");

  @Inject private Contexts contexts;
  @Inject private Members members;
  @Inject private LtiTools tools;
  @Inject private ResourceLinks links;
  @Inject private Addresses addresses;
  @Inject private Caller caller;
  @Inject private Clock clock;

  /** The members, page by page; of one role or link where that is asked for (2.4.1, 3.2). */
  @GET
  @Produces({Lti.MEMBERS_TYPE, MediaType.APPLICATION_JSON})
  @Scopes(Lti.MEMBERSHIP)
  public Response list(
      @PathParam("context") String context,
      @QueryParam("role") @Nullable String role,
      @QueryParam("rlid") @Nullable String link,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("after") @Nullable String after) {
    String client = caller.client().orElseThrow();
    LtiContext place =
        uuid(context).flatMap(id -> contexts.find(id, client)).orElseThrow(() -> unknown("class"));
    Optional<ResourceLink> asked = Optional.ofNullable(link).map(id -> link(id, place, client));
    Pages pages = Pages.of(limit, after);
    List<Members.Member> found = found(place, role, pages);
    LtiTool tool = tools.find(client).orElseThrow(() -> unknown("class"));
    ObjectNode page = Json.mapper().createObjectNode();
    page.put("id", addresses.memberships(place.id()));
    ObjectNode said = page.putObject("context");
    said.put("id", place.id().toString()).put("title", place.title());
    place.label().ifPresent(label -> said.put("label", label));
    ArrayNode listed = page.putArray("members");
    for (Members.Member member : found.subList(0, Math.min(found.size(), pages.limit()))) {
      ObjectNode written = write(member, tool.tellsNames());
      asked.ifPresent(one -> new MemberMessage(tool, one, place).addTo(written, member));
      listed.add(written);
    }
    Response.ResponseBuilder answer = Response.ok(page, Lti.MEMBERS_TYPE);
    pages
        .link(
            found.stream().map(Members.Member::id).toList(),
            addresses.memberships(place.id()),
            Pages.Filters.none().and("role", role).and("rlid", link))
        .ifPresent(next -> answer.header("Link", next));
    return answer.build();
  }

  private ResourceLink link(String id, LtiContext place, String client) {
    return uuid(id)
        .flatMap(each -> links.find(each, place.id(), client))
        .orElseThrow(() -> unknown("resource link"));
  }

  private List<Members.Member> found(LtiContext place, @Nullable String role, Pages pages) {
    Optional<String> wanted = Optional.ofNullable(role).map(word -> ROLES.getOrDefault(word, "-"));
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return members.list(
        place.id(), new Members.Asked(wanted, pages.after(), pages.oneMore()), today);
  }

  private static ObjectNode write(Members.Member member, boolean tellsNames) {
    ObjectNode said = Json.mapper().createObjectNode();
    said.put("status", member.active() ? "Active" : "Inactive")
        .put("user_id", member.id().toString())
        .put("lis_person_sourcedid", member.sourcedId());
    if (tellsNames) {
      said.put("name", member.name())
          .put("given_name", member.givenName())
          .put("family_name", member.familyName());
      member.email().ifPresent(email -> said.put("email", email));
    }
    ArrayNode roles = said.putArray("roles");
    member.ltiRoles().forEach(roles::add);
    return said;
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static RuntimeException unknown(String what) {
    return Problem.of(404, "Unknown " + what, "This tool has no such " + what + " here.")
        .exception();
  }
}
