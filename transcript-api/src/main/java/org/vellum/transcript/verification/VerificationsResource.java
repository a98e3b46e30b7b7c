package org.vellum.transcript.verification;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vellum.platform.limits.ClientAddress;
import org.vellum.platform.limits.RateLimit;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.usecase.Component;
import org.vellum.transcript.sharing.Presented;
import org.vellum.transcript.sharing.ShareGuard;

/** The public page on which anybody has a credential verified, and the same for programs. */
@Component
@Path("/verify")
public class VerificationsResource {
  static final String RESULT = "org/vellum/transcript/verification/result";

  private static final String FORM = "org/vellum/transcript/verification/verify";
  private static final String PAGE_OR_JSON = MediaType.TEXT_HTML + ";qs=1.0";
  private static final String JSON_OR_PAGE = MediaType.APPLICATION_JSON + ";qs=0.9";
  private static final int MOST = 60;
  private static final Duration WINDOW = Duration.ofMinutes(1);

  @Inject private VerifyDocument verifyDocument;
  @Inject private FetchDocument fetchDocument;
  @Inject private ShareGuard guard;
  @Inject private RateLimit limit;
  @Inject private ClientAddress addresses;

  @Context
  @SuppressWarnings("NullAway.Init")
  private HttpServletRequest request;

  @Context
  @SuppressWarnings("NullAway.Init")
  private HttpHeaders headers;

  @GET
  @Produces(MediaType.TEXT_HTML)
  @PermitAll
  public Page form() {
    return form("", "", "");
  }

  /** Verifies what is pasted, or what is at an address. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces({PAGE_OR_JSON, JSON_OR_PAGE})
  @PermitAll
  public Response pasted(
      @FormParam("document") @DefaultValue("") String document,
      @FormParam("url") @DefaultValue("") String url) {
    count();
    if (!document.isBlank()) {
      return verified(document.strip().getBytes(UTF_8));
    }
    if (url.isBlank()) {
      return refused("Paste a credential, choose a file, or give an address.", document, url);
    }
    guard.admit(request.getRemoteAddr(), Presented.nothing());
    return switch (fetchDocument.fetch(url)) {
      case FetchDocument.Result.Got got -> verified(got.document());
      case FetchDocument.Result.NotGot(String why) -> refused(why, document, url);
    };
  }

  /** Verifies a file. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces({PAGE_OR_JSON, JSON_OR_PAGE})
  @PermitAll
  public Response uploaded(@FormParam("file") @Nullable EntityPart file) throws IOException {
    count();
    if (file == null) {
      return refused("Choose a file first.", "", "");
    }
    try (InputStream content = file.getContent()) {
      byte[] document = bounded(content);
      return document.length == 0 ? refused("Choose a file first.", "", "") : verified(document);
    }
  }

  /** Verifies a credential that a program sends: the answer is the report, whatever its verdict. */
  @POST
  @Consumes({"application/vc+ld+json", "application/ld+json", "application/vc", "application/json"})
  @Produces(MediaType.APPLICATION_JSON)
  @PermitAll
  public Verification sent(InputStream body) throws IOException {
    count();
    return verifyDocument.verify(bounded(body));
  }

  private Response verified(byte[] document) {
    if (document.length > VerifyDocument.LARGEST) {
      throw tooLarge();
    }
    Verification verification = verifyDocument.verify(document);
    return prefersPage()
        ? Response.ok(Page.of(RESULT, Map.of("verification", verification)), "text/html").build()
        : Response.ok(verification, MediaType.APPLICATION_JSON).build();
  }

  private Response refused(String why, String document, String url) {
    if (!prefersPage()) {
      throw Problem.of(422, "Nothing to verify", why).exception();
    }
    return Response.status(422).type("text/html").entity(form(why, document, url)).build();
  }

  private static Page form(String error, String document, String url) {
    return Page.of(FORM, Map.of("error", error, "document", document, "url", url));
  }

  private boolean prefersPage() {
    return headers.getAcceptableMediaTypes().stream()
        .filter(type -> !type.isWildcardType())
        .findFirst()
        .map(type -> type.isCompatible(MediaType.TEXT_HTML_TYPE))
        .orElse(true);
  }

  private void count() {
    if (!limit.allow(addresses.key("verification", request.getRemoteAddr()), MOST, WINDOW)) {
      throw Problem.of(429, "Too many requests", "Please wait a minute and try again.").exception();
    }
  }

  private static byte[] bounded(InputStream in) throws IOException {
    byte[] document = in.readNBytes(VerifyDocument.LARGEST + 1);
    if (document.length > VerifyDocument.LARGEST) {
      throw tooLarge();
    }
    return document;
  }

  private static RuntimeException tooLarge() {
    return Problem.of(413, "Request too large", "A credential of more than 10 MB is not verified.")
        .exception();
  }
}
