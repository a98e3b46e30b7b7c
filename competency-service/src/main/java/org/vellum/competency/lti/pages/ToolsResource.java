package org.vellum.competency.lti.pages;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.lti.AddDeployment;
import org.vellum.competency.lti.Addresses;
import org.vellum.competency.lti.EndTool;
import org.vellum.competency.lti.Lti;
import org.vellum.competency.lti.LtiTools;
import org.vellum.competency.lti.RegisterTool;
import org.vellum.competency.lti.ToolRegistration;
import org.vellum.competency.lti.registration.InviteTool;
import org.vellum.platform.oauth.OAuthClients;
import org.vellum.platform.pages.Flash;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/** The tools: registered by hand or invited, deployed, ended by a registrar. */
@Component
@Path("/lti/tools")
public class ToolsResource {
  static final String TEMPLATE = "org/vellum/competency/lti/tools";
  private static final URI PAGE = URI.create(Lti.PATH + "/tools");

  @Inject private LtiTools tools;
  @Inject private RegisterTool registerTool;
  @Inject private InviteTool inviteTool;
  @Inject private AddDeployment addDeployment;
  @Inject private EndTool endTool;
  @Inject private OAuthClients clients;
  @Inject private Addresses addresses;
  @Inject private Caller caller;

  /** What a registrar types to register a tool. */
  public static class Form {
    @FormParam("name")
    private @Nullable String name;

    @FormParam("description")
    private @Nullable String description;

    @FormParam("login")
    private @Nullable String login;

    @FormParam("target")
    private @Nullable String target;

    @FormParam("redirects")
    private @Nullable String redirects;

    @FormParam("deepLinking")
    private @Nullable String deepLinking;

    @FormParam("keys")
    private @Nullable String keys;

    @FormParam("custom")
    private @Nullable String custom;

    @FormParam("names")
    private @Nullable String names;

    ToolRegistration registration() {
      return new ToolRegistration(
          text(name),
          Optional.of(text(description)).filter(text -> !text.isEmpty()),
          text(login),
          text(target),
          text(redirects).lines().map(String::strip).filter(line -> !line.isEmpty()).toList(),
          Optional.of(text(deepLinking)).filter(text -> !text.isEmpty()),
          text(keys),
          List.of(),
          custom(),
          names != null);
    }

    /** One parameter a line, {@code name=value}. */
    private Map<String, String> custom() {
      Map<String, String> parameters = new HashMap<>();
      text(custom)
          .lines()
          .map(line -> line.split("=", 2))
          .filter(parts -> parts.length == 2 && !parts[0].isBlank())
          .forEach(parts -> parameters.put(parts[0].strip(), parts[1].strip()));
      return parameters;
    }

    private static String text(@Nullable String field) {
      return field == null ? "" : field.strip();
    }
  }

  /** The page of them. */
  @GET
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed({Roles.REGISTRAR, Roles.ADMIN})
  public Page page() {
    return page("");
  }

  /** Registers a tool by hand. */
  @POST
  @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
  @RolesAllowed({Roles.REGISTRAR, Roles.ADMIN})
  public Response register(@BeanParam Form form) {
    return switch (registerTool.register(form.registration(), caller.actor())) {
      case RegisterTool.Result.Registered made ->
          Flash.to(PAGE, made.tool().name() + " is registered. Tell it what stands below.");
      case RegisterTool.Result.Refused refused ->
          throw Problem.of(422, "Tool refused", "The tool is not registered.", refused.findings())
              .exception();
    };
  }

  /** Invites a tool to register itself. */
  @POST
  @Path("invitations")
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed({Roles.REGISTRAR, Roles.ADMIN})
  public Page invite(@FormParam("address") @Nullable String address) {
    return inviteTool
        .invite(address == null ? "" : address.strip(), caller.actor())
        .map(this::page)
        .orElseThrow(() ->
            Problem.of(422, "No address", "Give the address where the tool registers itself.")
                .exception());
  }

  /** Deploys a tool once more. */
  @POST
  @Path("{id}/deployments")
  @RolesAllowed({Roles.REGISTRAR, Roles.ADMIN})
  public Response deploy(@PathParam("id") String id, @FormParam("label") @Nullable String label) {
    return addDeployment
        .add(id, label == null ? "" : label, caller.actor())
        .map(made -> Flash.to(PAGE, "Deployed as " + made.id() + "."))
        .orElseThrow(() ->
            Problem.of(422, "Not deployed", "Name a tool that is in use, and a label.")
                .exception());
  }

  /** Ends the use of a tool. */
  @POST
  @Path("{id}/end")
  @RolesAllowed({Roles.REGISTRAR, Roles.ADMIN})
  public Response end(@PathParam("id") String id) {
    boolean ended = endTool.end(id, caller.actor());
    return Flash.to(PAGE, ended ? "The tool is used no more." : "Nothing was left to end.");
  }

  private Page page(String invitation) {
    List<LtiTools.Deployment> deployments = tools.listDeployments();
    return Page.of(
        TEMPLATE,
        Map.of(
            "tools", tools.list(),
            "deployments", deployments,
            "lastTokens", clients.lastTokens(),
            "invitation", invitation,
            "configuration", addresses.of("/openid-configuration"),
            "authorization", addresses.of("/authorization")));
  }
}
