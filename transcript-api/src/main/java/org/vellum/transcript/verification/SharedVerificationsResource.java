package org.vellum.transcript.verification;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import org.vellum.platform.pages.Page;
import org.vellum.platform.usecase.Component;
import org.vellum.transcript.sharing.OpenShare;
import org.vellum.transcript.sharing.Presented;
import org.vellum.transcript.sharing.ShareGuard;

/** The verification of a shared record, one click away from it. */
@Component
@Path("/shares/{token}/verification")
public class SharedVerificationsResource {
  @Inject private OpenShare openShare;
  @Inject private VerifyDocument verifyDocument;
  @Inject private ShareGuard guard;

  @Context
  @SuppressWarnings("NullAway.Init")
  private HttpServletRequest request;

  @Context
  @SuppressWarnings("NullAway.Init")
  private HttpHeaders headers;

  @GET
  @Produces(MediaType.TEXT_HTML + ";qs=1.0")
  @PermitAll
  public Response page(@PathParam("token") String token) {
    return switch (open(token)) {
      case OpenShare.Result.Shown shown -> robotless(page(verified(shown)));
      case OpenShare.Result.CodeNeeded needed -> toShare(token);
      case OpenShare.Result.WrongCode wrong -> toShare(token);
      case OpenShare.Result.Nothing(String reason) -> throw guard.nothing(reason);
    };
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON + ";qs=0.9")
  @PermitAll
  public Response report(@PathParam("token") String token) {
    return switch (open(token)) {
      case OpenShare.Result.Shown shown -> robotless(verified(shown));
      case OpenShare.Result.CodeNeeded needed -> toShare(token);
      case OpenShare.Result.WrongCode wrong -> toShare(token);
      case OpenShare.Result.Nothing(String reason) -> throw guard.nothing(reason);
    };
  }

  private OpenShare.Result open(String token) {
    Cookie pass = headers.getCookies().get(ShareGuard.PASS_COOKIE);
    Presented presented =
        Presented.of(
            headers.getHeaderString(ShareGuard.CODE_HEADER), pass == null ? null : pass.getValue());
    guard.admit(request.getRemoteAddr(), presented);
    return openShare.open(token, presented, OpenShare.Kind.VERIFICATION);
  }

  private Verification verified(OpenShare.Result.Shown shown) {
    return verifyDocument.verify(shown.credential().getBytes(UTF_8));
  }

  private static Page page(Verification verification) {
    return Page.of(VerificationsResource.RESULT, Map.of("verification", verification));
  }

  private static Response robotless(Object entity) {
    return Response.ok(entity).header("X-Robots-Tag", "noindex, nofollow").build();
  }

  /** Where the access code is asked for. */
  private static Response toShare(String token) {
    return Response.seeOther(URI.create("/shares/" + token)).build();
  }
}
