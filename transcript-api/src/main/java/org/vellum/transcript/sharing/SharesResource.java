package org.vellum.transcript.sharing;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.vellum.credentials.pdf.QrCode;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.usecase.Component;
import org.vellum.transcript.display.RecordView;
import org.vellum.transcript.printing.PrintRecord;

/** What whoever holds a link sees: the record as a page, or as it was signed. */
@Component
@Path("/shares/{token}")
public class SharesResource {
  private static final String PAGE = "org/vellum/transcript/sharing/share";
  private static final String CODE_FORM = "org/vellum/transcript/sharing/access-code";
  private static final String SIGNED = "application/vc+ld+json";
  private static final String PDF = "application/pdf";

  @Inject private OpenShare openShare;
  @Inject private UnlockShare unlockShare;
  @Inject private ShareGuard guard;
  @Inject private ShareLinks links;
  @Inject private PrintRecord printRecord;
  @Inject private PlatformConfiguration platform;

  @Context
  @SuppressWarnings("NullAway.Init")
  private HttpServletRequest request;

  @Context
  @SuppressWarnings("NullAway.Init")
  private HttpHeaders headers;

  /** The readable page, or the form that asks for the access code. */
  @GET
  @Produces(MediaType.TEXT_HTML + ";qs=1.0")
  @PermitAll
  public Response page(@PathParam("token") String token) {
    Presented presented = admitted();
    return switch (openShare.open(token, presented, OpenShare.Kind.PAGE)) {
      case OpenShare.Result.Shown shown -> answer(200, page(token, shown.view()));
      case OpenShare.Result.CodeNeeded() -> answer(200, codeForm(token, ""));
      case OpenShare.Result.WrongCode() -> answer(403, codeForm(token, "This code is not right."));
      case OpenShare.Result.Nothing(String reason) -> throw guard.nothing(reason);
    };
  }

  /** The credential exactly as signed. */
  @GET
  @Produces({
    SIGNED + ";qs=0.9",
    "application/vc;qs=0.8",
    "application/ld+json;qs=0.8",
    MediaType.APPLICATION_JSON + ";qs=0.7"
  })
  @PermitAll
  public Response document(@PathParam("token") String token) {
    return answer(200, signed(token));
  }

  /** The credential exactly as signed, to be kept as a file. */
  @GET
  @Path("record.json")
  @Produces({SIGNED, MediaType.APPLICATION_JSON, MediaType.WILDCARD})
  @PermitAll
  public Response download(@PathParam("token") String token) {
    return Response.fromResponse(answer(200, signed(token)))
        .type(SIGNED)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"record.json\"")
        .build();
  }

  /** The record as a page to print or keep, with the signed record in it. */
  @GET
  @Path("record.pdf")
  @Produces({PDF, MediaType.WILDCARD})
  @PermitAll
  public Response pdf(@PathParam("token") String token) {
    guard.admitPrint(request.getRemoteAddr());
    String credential = new String(signed(token), StandardCharsets.UTF_8);
    byte[] pdf = printRecord.print("share", credential, links.address(token));
    return Response.fromResponse(answer(200, pdf))
        .type(PDF)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"record.pdf\"")
        .build();
  }

  /** Takes the access code; the right one opens the page for half an hour. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  @PermitAll
  public Response unlock(
      @PathParam("token") String token, @FormParam("code") @DefaultValue("") String code) {
    Presented presented = Presented.of(code, null);
    guard.admit(request.getRemoteAddr(), presented);
    return switch (unlockShare.unlock(token, presented)) {
      case UnlockShare.Result.Unlocked(String pass) ->
          Response.seeOther(URI.create(path(token))).cookie(cookie(token, pass)).build();
      case UnlockShare.Result.WrongCode() ->
          answer(403, codeForm(token, "This code is not right."));
      case UnlockShare.Result.Nothing(String reason) -> throw guard.nothing(reason);
    };
  }

  private Presented admitted() {
    Cookie pass = headers.getCookies().get(ShareGuard.PASS_COOKIE);
    Presented presented =
        Presented.of(
            headers.getHeaderString(ShareGuard.CODE_HEADER), pass == null ? null : pass.getValue());
    guard.admit(request.getRemoteAddr(), presented);
    return presented;
  }

  private byte[] signed(String token) {
    Presented presented = admitted();
    return switch (openShare.open(token, presented, OpenShare.Kind.DOCUMENT)) {
      case OpenShare.Result.Shown shown -> shown.credential().getBytes(StandardCharsets.UTF_8);
      case OpenShare.Result.CodeNeeded() ->
          throw Problem.of(
                  401,
                  "Access code needed",
                  "Send the access code in the header " + ShareGuard.CODE_HEADER + ".")
              .exception();
      case OpenShare.Result.WrongCode() ->
          throw Problem.of(403, "Wrong access code", "This code is not right.").exception();
      case OpenShare.Result.Nothing(String reason) -> throw guard.nothing(reason);
    };
  }

  private Page page(String token, RecordView record) {
    return Page.of(
        PAGE,
        Map.of(
            "record",
            record,
            "link",
            links.address(token).toString(),
            "qr",
            QrCode.of(links.address(token).toString()),
            "verification",
            path(token) + "/verification",
            "download",
            path(token) + "/record.json",
            "print",
            path(token) + "/record.pdf"));
  }

  private static Page codeForm(String token, String error) {
    return Page.of(CODE_FORM, Map.of("action", path(token), "error", error));
  }

  /** Only for tokens that were recognised, which are of the base64url alphabet. */
  private static String path(String token) {
    return "/shares/" + token;
  }

  private NewCookie cookie(String token, String pass) {
    return new NewCookie.Builder(ShareGuard.PASS_COOKIE)
        .value(pass)
        .path(path(token))
        .maxAge((int) AccessPasses.LIFETIME.toSeconds())
        .httpOnly(true)
        .secure(platform.baseUrl().getScheme().equals("https"))
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }

  private static Response answer(int status, Object entity) {
    return Response.status(status)
        .entity(entity)
        .header("X-Robots-Tag", "noindex, nofollow")
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .build();
  }
}
