package org.vellum.platform.oauth;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.JakartaServletUtils;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.vellum.platform.limits.RateLimit;
import org.vellum.platform.usecase.Component;

/** The token endpoint (RFC 6749, section 3.2), for the grant {@code client_credentials}. */
@Component
@Path("/oauth/token")
public class TokenResource {
  private static final int FAILURES = 20;
  private static final Duration WINDOW = Duration.ofMinutes(5);

  @Inject private IssueToken issueToken;
  @Inject private RateLimit limit;

  /** Gives a client that proves who it is an access token, or the standard's error. */
  @POST
  @PermitAll
  public Response token(@Context HttpServletRequest request) throws IOException {
    return asResponse(respond(request));
  }

  private TokenResponse respond(HttpServletRequest request) throws IOException {
    TokenRequest asked;
    try {
      asked = TokenRequest.parse(JakartaServletUtils.createHTTPRequest(request));
    } catch (ParseException e) {
      ErrorObject error = e.getErrorObject();
      return new TokenErrorResponse(error == null ? OAuth2Error.INVALID_REQUEST : error);
    }
    if (!asked.getAuthorizationGrant().getType().equals(GrantType.CLIENT_CREDENTIALS)) {
      return new TokenErrorResponse(OAuth2Error.UNSUPPORTED_GRANT_TYPE);
    }
    ClientAuthentication proof = asked.getClientAuthentication();
    if (!(proof instanceof PlainClientSecret secret)) {
      return new TokenErrorResponse(OAuth2Error.INVALID_CLIENT);
    }
    return respond(secret, Optional.ofNullable(asked.getScope()));
  }

  private TokenResponse respond(PlainClientSecret proof, Optional<Scope> scope) {
    String client = proof.getClientID().getValue();
    List<String> asked = scope.map(Scope::toStringList).orElse(List.of());
    IssueToken.Result result = issueToken.issue(client, proof.getClientSecret().getValue(), asked);
    return switch (result) {
      case IssueToken.Result.Issued issued -> success(issued);
      case IssueToken.Result.NoSuchScope none -> new TokenErrorResponse(OAuth2Error.INVALID_SCOPE);
      case IssueToken.Result.UnknownClient none -> unknown(client);
    };
  }

  private TokenResponse unknown(String client) {
    String key = "oauth-failure:" + Integer.toHexString(client.hashCode());
    return new TokenErrorResponse(
        limit.allow(key, FAILURES, WINDOW)
            ? OAuth2Error.INVALID_CLIENT
            : new ErrorObject("temporarily_unavailable", "Too many failed attempts", 429));
  }

  private static TokenResponse success(IssueToken.Result.Issued issued) {
    BearerAccessToken token =
        new BearerAccessToken(
            issued.token(),
            issued.lifetime().toSeconds(),
            new Scope(issued.scopes().toArray(String[]::new)));
    return new AccessTokenResponse(new Tokens(token, null));
  }

  private static Response asResponse(TokenResponse answer) {
    HTTPResponse http = answer.toHTTPResponse();
    Response.ResponseBuilder response = Response.status(http.getStatusCode());
    http.getHeaderMap()
        .forEach((name, values) -> values.forEach(value -> response.header(name, value)));
    return response.entity(http.getBody()).build();
  }
}
