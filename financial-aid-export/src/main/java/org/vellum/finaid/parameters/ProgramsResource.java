package org.vellum.finaid.parameters;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vellum.finaid.facts.ProgramParameters;
import org.vellum.finaid.facts.ProgramParameters.Listed;
import org.vellum.finaid.facts.model.ProgramFacts;
import org.vellum.platform.pages.Flash;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.problem.ProblemException;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/** Programs and what the aid office sets for them. */
@Component
@Path("/programs")
public class ProgramsResource {
  private static final String TEMPLATES = "org/vellum/finaid/parameters/";

  @Inject private ProgramParameters parameters;
  @Inject private SetParameters setParameters;
  @Inject private Caller caller;

  /** The form: its body was read when the form's origin was proved. */
  @Context private HttpServletRequest request;

  /** All programs. */
  @GET
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Roles.AID_OFFICER)
  public Page page() {
    return Page.of(TEMPLATES + "programs", Map.of("programs", parameters.list()));
  }

  /** A program's parameters, to be read and to be set. */
  @GET
  @Path("{code}")
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Roles.AID_OFFICER)
  public Page program(
      @PathParam("code") String code, @QueryParam("from") @DefaultValue("") String from) {
    Listed program = known(code);
    List<ProgramFacts> versions = parameters.versions(code);
    Map<String, String> fields = new HashMap<>();
    versions.stream()
        .filter(each -> from.isEmpty() || each.identity().version().equals(from))
        .reduce((one, later) -> later)
        .ifPresent(each -> fields.putAll(ParametersForm.shown(each)));
    return form(program, fields);
  }

  private Page form(Listed program, Map<String, String> fields) {
    return Page.of(
        TEMPLATES + "parameters",
        Map.of(
            "program",
            program,
            "versions",
            parameters.versions(program.code()),
            "form",
            FormView.of(fields, List.of()),
            "effect",
            ""));
  }

  /** A program's parameters in all versions. */
  @GET
  @Path("{code}")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.AID_OFFICER)
  public List<ProgramFacts> versions(@PathParam("code") String code) {
    known(code);
    return parameters.versions(code);
  }

  /** Shows the effect of a form, or keeps it. */
  @POST
  @Path("{code}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Roles.AID_OFFICER)
  public Response post(@PathParam("code") String code) {
    Map<String, String> fields = new HashMap<>();
    request.getParameterMap().forEach((name, values) -> fields.put(name, String.join(",", values)));
    SetParameters.Wish wish =
        "save".equals(fields.get("wish")) ? SetParameters.Wish.SAVE : SetParameters.Wish.SHOW;
    return switch (setParameters.set(code, fields, wish, caller.actor())) {
      case SetParameters.Result.Saved(ProgramFacts facts, Effect effect) ->
          Flash.to(
              address(code, facts),
              "The parameters are kept; " + effect.affected() + " learners get other periods.");
      case SetParameters.Result.Shown(ProgramFacts facts, Effect effect) ->
          Response.ok(again(code, fields, List.of(), effect)).build();
      case SetParameters.Result.Refused(List<Finding> findings) ->
          Response.status(422).entity(again(code, fields, findings, "")).build();
      case SetParameters.Result.Overtaken() -> throw overtaken();
      case SetParameters.Result.UnknownProgram() -> throw unknown();
    };
  }

  /** Keeps parameters that a program sends: the fields of the form as one object of texts. */
  @POST
  @Path("{code}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.AID_OFFICER)
  public Response receive(@PathParam("code") String code, Map<String, String> fields) {
    return switch (setParameters.set(code, fields, SetParameters.Wish.SAVE, caller.actor())) {
      case SetParameters.Result.Saved(ProgramFacts facts, Effect effect) ->
          Response.created(address(code, facts)).entity(effect).build();
      case SetParameters.Result.Shown(ProgramFacts facts, Effect effect) ->
          Response.ok(effect).build();
      case SetParameters.Result.Refused(List<Finding> findings) ->
          throw Problem.of(422, "Parameters refused", "They cannot be kept so.", findings)
              .exception();
      case SetParameters.Result.Overtaken() -> throw overtaken();
      case SetParameters.Result.UnknownProgram() -> throw unknown();
    };
  }

  private Page again(
      String code, Map<String, String> fields, List<Finding> findings, Object effect) {
    return Page.of(
        TEMPLATES + "parameters",
        Map.of(
            "program", known(code),
            "versions", parameters.versions(code),
            "form", FormView.of(fields, findings),
            "effect", effect));
  }

  private Listed known(String code) {
    return parameters.find(code).orElseThrow(ProgramsResource::unknown);
  }

  private static URI address(String code, ProgramFacts facts) {
    return UriBuilder.fromPath("/financial-aid/programs/{code}")
        .queryParam("from", "{from}")
        .build(code, facts.identity().version());
  }

  private static ProblemException unknown() {
    return Problem.of(404, "Unknown program", "The catalogue published no such program.")
        .exception();
  }

  private static ProblemException overtaken() {
    return Problem.of(
            409,
            "Parameters changed meanwhile",
            "Somebody else set these parameters since you looked at them: load the page again.")
        .exception();
  }
}
