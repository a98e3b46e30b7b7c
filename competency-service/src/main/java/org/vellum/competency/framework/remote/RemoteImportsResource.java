package org.vellum.competency.framework.remote;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.framework.importing.ImportPages;
import org.vellum.competency.framework.importing.PlanImport;
import org.vellum.competency.framework.importing.PlanImport.Received;
import org.vellum.competency.framework.importing.Previews;
import org.vellum.platform.fetch.ClientCredentials;
import org.vellum.platform.pages.Flash;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/** Imports of frameworks from other servers. The secret stands in the body alone. */
@Component
@Path("/frameworks/remote")
public class RemoteImportsResource {
  private static final int TOLD = 10_000;
  private static final String DOCUMENTS = "org/vellum/competency/framework/importing/documents";

  @Inject private RemoteFrameworks remote;
  @Inject private PlanImport planImport;
  @Inject private ImportPages pages;
  @Inject private Previews previews;
  @Inject private Caller caller;

  /** Fetches the framework at an address, or shows what there is to choose from. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Roles.REGISTRAR)
  public Response fetch(
      @FormParam("address") @Nullable String address,
      @FormParam("tokenAddress") @Nullable String tokenAddress,
      @FormParam("clientId") @Nullable String clientId,
      @FormParam("clientSecret") @Nullable String clientSecret,
      @FormParam("scope") @Nullable String scope) {
    ClientCredentials credentials =
        new ClientCredentials(text(tokenAddress), text(clientId), text(clientSecret), text(scope));
    return switch (remote.find(text(address), given(credentials))) {
      case RemoteFrameworks.Result.Got got -> planned(Received.of(got.json(), false, got.source()));
      case RemoteFrameworks.Result.Documents list ->
          Response.ok(documents(list, text(address), credentials)).build();
      case RemoteFrameworks.Result.Nothing nothing -> again(List.of(), nothing.why());
    };
  }

  /**
   * What a program sends to fetch a framework.
   *
   * @param address of a CFPackage, a CFDocument or a CFItem; or of a server or its CFDocuments
   * @param tokenAddress the rest as for the page, if the server wants a sign-in
   */
  record Wanted(
      @Nullable String address,
      @Nullable String tokenAddress,
      @Nullable String clientId,
      @Nullable String clientSecret,
      @Nullable String scope) {}

  /**
   * The same for a program.
   *
   * @return 201 with the preview; 303 to the framework if the same is here; 300 with the documents
   *     that there are to choose from
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON + ";qs=0.9")
  @RolesAllowed(Roles.REGISTRAR)
  public Response fetch(@Nullable Wanted wanted) {
    if (wanted == null) {
      throw Problem.of(400, "Bad request", "Say the address of a framework.").exception();
    }
    ClientCredentials credentials =
        new ClientCredentials(
            text(wanted.tokenAddress()),
            text(wanted.clientId()),
            text(wanted.clientSecret()),
            text(wanted.scope()));
    return switch (remote.find(text(wanted.address()), given(credentials))) {
      case RemoteFrameworks.Result.Got got -> told(Received.of(got.json(), false, got.source()));
      case RemoteFrameworks.Result.Documents list ->
          Response.status(300).entity(list.documents()).build();
      case RemoteFrameworks.Result.Nothing nothing ->
          throw Problem.of(422, "Nothing fetched", nothing.why()).exception();
    };
  }

  private Response told(Received received) {
    return switch (planImport.plan(received, caller.actor())) {
      case PlanImport.Result.Planned planned ->
          Response.created(URI.create("/competency/frameworks/imports/" + planned.plan()))
              .entity(previews.find(planned.plan(), TOLD).orElseThrow())
              .build();
      case PlanImport.Result.Same same ->
          Response.seeOther(URI.create("/competency/frameworks/" + same.framework())).build();
      case PlanImport.Result.Refused refused ->
          throw Problem.of(422, "Package refused", ImportPages.NOT_TAKEN, refused.findings())
              .exception();
    };
  }

  private static Optional<ClientCredentials> given(ClientCredentials credentials) {
    return Optional.of(credentials).filter(each -> !each.clientId().isEmpty());
  }

  private Response planned(Received received) {
    return switch (planImport.plan(received, caller.actor())) {
      case PlanImport.Result.Planned planned ->
          Flash.to(
              URI.create("/competency/frameworks/imports/" + planned.plan()),
              "Nothing is changed yet.");
      case PlanImport.Result.Same same ->
          Flash.to(URI.create("/competency/frameworks/" + same.framework()), ImportPages.SAME);
      case PlanImport.Result.Refused refused -> again(refused.findings(), ImportPages.NOT_TAKEN);
    };
  }

  private Response again(List<Finding> findings, String why) {
    return Response.status(422).entity(pages.imports(findings, why)).build();
  }

  private static Page documents(
      RemoteFrameworks.Result.Documents list, String address, ClientCredentials credentials) {
    Map<String, Object> model = new HashMap<>();
    model.put("address", address);
    model.put("documents", list.documents());
    model.put("more", list.more());
    model.put("tokenAddress", credentials.tokenAddress());
    model.put("clientId", credentials.clientId());
    model.put("scope", credentials.scope());
    return Page.of(DOCUMENTS, model);
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given.strip();
  }
}
