package org.vellum.competency.lti.launch;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vellum.platform.pages.Page;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/**
 * Where people come back to from a tool (LTI 1.3, section 5.4.4, {@code return_url}). What a tool
 * says to them is shown as its words and not as ours; what it says to logs is not kept.
 */
@Component
@Path("/lti/return")
public class ReturnsResource {
  static final String TEMPLATE = "org/vellum/competency/lti/returned";
  private static final int LONGEST = 500;

  /**
   * The page.
   *
   * @param message {@code lti_msg}, what went well
   * @param error {@code lti_errormsg}, what did not
   */
  @GET
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed({Roles.LEARNER, Roles.FACULTY, Roles.REGISTRAR})
  public Page page(
      @QueryParam("lti_msg") @Nullable String message,
      @QueryParam("lti_errormsg") @Nullable String error) {
    return Page.of(TEMPLATE, Map.of("message", shown(message), "error", shown(error)));
  }

  private static String shown(@Nullable String said) {
    String text = said == null ? "" : said.strip();
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
