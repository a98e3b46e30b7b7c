package org.vellum.finaid.ssn;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/** Takes in social security numbers. None is ever shown, to nobody. */
@Component
@Path("/numbers")
public class NumbersResource {
  static final String TEMPLATE = "org/vellum/finaid/ssn/numbers";

  @Inject private ImportNumbers importNumbers;
  @Inject private KeptNumbers numbers;
  @Inject private NumbersConfiguration configuration;
  @Inject private Caller caller;

  /** Whether numbers are kept, how many, and the form for more. */
  @GET
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Roles.AID_OFFICER)
  public Page page() {
    return page(Optional.empty());
  }

  private Page page(Optional<ImportNumbers.Result.Imported> report) {
    return Page.of(
        TEMPLATE,
        Map.of(
            "kept",
            configuration.seal().isPresent(),
            "given",
            configuration.reader().isPresent(),
            "count",
            numbers.count(),
            "report",
            report));
  }

  /** Imports a file that is sent as it is. */
  @POST
  @Consumes("text/csv")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.AID_OFFICER)
  public ImportNumbers.Result.Imported receive(InputStream csv) {
    return imported(csv);
  }

  /** Imports a file that is sent from the page. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Roles.AID_OFFICER)
  public Page receiveFromPage(List<EntityPart> parts) throws IOException {
    EntityPart file =
        parts.stream()
            .filter(part -> part.getName().equals("file"))
            .findFirst()
            .orElseThrow(() -> Problem.of(422, "No file", "Choose a file to import.").exception());
    return page(Optional.of(imported(file.getContent())));
  }

  private ImportNumbers.Result.Imported imported(InputStream csv) {
    return switch (importNumbers.importFrom(csv, caller.actor())) {
      case ImportNumbers.Result.Imported imported -> imported;
      case ImportNumbers.Result.Refused(String why) ->
          throw Problem.of(422, "File refused", why).exception();
      case ImportNumbers.Result.SwitchedOff off ->
          throw Problem.of(
                  409,
                  "Switched off",
                  "No numbers are kept: vellum.financial-aid.numbers-secret is not set.")
              .exception();
    };
  }
}
