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
import org.vellum.platform.pages.Flash;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/** Imports of frameworks from other servers. The secret stands in the body alone. */
@Component
@Path("/frameworks/remote")
public class RemoteImportsResource {
  private static final String DOCUMENTS = "org/vellum/competency/framework/importing/documents";

  @Inject private RemoteFrameworks remote;
  @Inject private PlanImport planImport;
  @Inject private ImportPages pages;
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
      @FormParam("clientSecret") @Nullable String clientSecret) {
    ClientCredentials credentials =
        new ClientCredentials(text(tokenAddress), text(clientId), text(clientSecret));
    Optional<ClientCredentials> given =
        Optional.of(credentials).filter(each -> !each.clientId().isEmpty());
    return switch (remote.find(text(address), given)) {
      case RemoteFrameworks.Result.Got got -> planned(Received.of(got.json(), false, got.source()));
      case RemoteFrameworks.Result.Documents list ->
          Response.ok(documents(list, text(address), credentials)).build();
      case RemoteFrameworks.Result.Nothing nothing -> again(List.of(), nothing.why());
    };
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
    return Page.of(DOCUMENTS, model);
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given.strip();
  }
}
