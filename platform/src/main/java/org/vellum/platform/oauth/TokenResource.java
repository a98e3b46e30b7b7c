package org.vellum.platform.oauth;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.Response;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenIntrospectionErrorResponse;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionSuccessResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.JakartaServletUtils;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.AccessTokenType;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.io.IOException;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.vellum.platform.security.AccessToken;
import org.vellum.platform.security.AccessTokens;
import org.vellum.platform.usecase.Component;

/**
 * The endpoints at which clients get tokens (RFC 6749, section 3.2, for the grant {@code
 * client_credentials}), ask about their own (RFC 7662) and end them (RFC 7009).
 */
@Component
@Path("/oauth")
public class TokenResource {
  /** Path of the token endpoint on this server. */
  public static final String PATH = "/oauth/token";

  @Inject private CallingClient callingClient;
  @Inject private IssueToken issueToken;
  @Inject private AccessTokens tokens;

  /** Gives a client that proves who it is an access token, or the standard's error. */
  @POST
  @Path("token")
  @PermitAll
  public jakarta.ws.rs.core.Response token(@Context HttpServletRequest request) throws IOException {
    return asResponse(token(JakartaServletUtils.createHTTPRequest(request)));
  }

  /** Tells a client what a token of its own is good for (RFC 7662, section 2). */
  @POST
  @Path("introspection")
  @PermitAll
  public jakarta.ws.rs.core.Response introspect(@Context HttpServletRequest request)
      throws IOException {
    return asResponse(introspect(JakartaServletUtils.createHTTPRequest(request)));
  }

  /** Ends a token of the client that asks (RFC 7009, section 2). */
  @POST
  @Path("revocation")
  @PermitAll
  public jakarta.ws.rs.core.Response revoke(@Context HttpServletRequest request)
      throws IOException {
    return asResponse(revoke(JakartaServletUtils.createHTTPRequest(request)));
  }

  TokenResponse token(HTTPRequest request) {
    TokenRequest asked;
    try {
      asked = TokenRequest.parse(request);
    } catch (ParseException e) {
      return new TokenErrorResponse(error(e));
    }
    if (!asked.getAuthorizationGrant().getType().equals(GrantType.CLIENT_CREDENTIALS)) {
      return new TokenErrorResponse(OAuth2Error.UNSUPPORTED_GRANT_TYPE);
    }
    return switch (callingClient.find(asked.getClientAuthentication())) {
      case CallingClient.Found.Nobody nobody -> new TokenErrorResponse(nobody.error());
      case CallingClient.Found.Client found ->
          issued(found.client(), Optional.ofNullable(asked.getScope()));
    };
  }

  private TokenResponse issued(OAuthClient client, Optional<Scope> scope) {
    List<String> asked = scope.map(Scope::toStringList).orElse(List.of());
    return switch (issueToken.issue(client, asked)) {
      case IssueToken.Result.Issued issued -> success(issued);
      case IssueToken.Result.NoSuchScope none -> new TokenErrorResponse(OAuth2Error.INVALID_SCOPE);
    };
  }

  Response introspect(HTTPRequest request) {
    TokenIntrospectionRequest asked;
    try {
      asked = TokenIntrospectionRequest.parse(request);
    } catch (ParseException e) {
      return new TokenIntrospectionErrorResponse(error(e));
    }
    return switch (callingClient.find(asked.getClientAuthentication())) {
      case CallingClient.Found.Nobody nobody -> new TokenIntrospectionErrorResponse(nobody.error());
      case CallingClient.Found.Client found ->
          tokens
              .find(asked.getToken().getValue())
              .filter(token -> token.clientId().equals(found.client().id()))
              .map(TokenResource::active)
              .orElseGet(() -> new TokenIntrospectionSuccessResponse.Builder(false).build());
    };
  }

  private static TokenIntrospectionSuccessResponse active(AccessToken token) {
    return new TokenIntrospectionSuccessResponse.Builder(true)
        .scope(new Scope(token.scopes().toArray(String[]::new)))
        .clientID(new ClientID(token.clientId()))
        .tokenType(AccessTokenType.BEARER)
        .expirationTime(Date.from(token.expiresAt()))
        .build();
  }

  /** Section 2.2: what is not known, or not the client's, is answered like what was ended. */
  HTTPResponse revoke(HTTPRequest request) {
    TokenRevocationRequest asked;
    try {
      asked = TokenRevocationRequest.parse(request);
    } catch (ParseException e) {
      return new TokenErrorResponse(error(e)).toHTTPResponse();
    }
    return switch (callingClient.find(asked.getClientAuthentication())) {
      case CallingClient.Found.Nobody nobody ->
          new TokenErrorResponse(nobody.error()).toHTTPResponse();
      case CallingClient.Found.Client found -> {
        tokens.revoke(asked.getToken().getValue(), found.client().id());
        yield new HTTPResponse(HTTPResponse.SC_OK);
      }
    };
  }

  private static ErrorObject error(ParseException thrown) {
    ErrorObject error = thrown.getErrorObject();
    return error == null ? OAuth2Error.INVALID_REQUEST : error;
  }

  private static TokenResponse success(IssueToken.Result.Issued issued) {
    BearerAccessToken token =
        new BearerAccessToken(
            issued.token(),
            issued.lifetime().toSeconds(),
            new Scope(issued.scopes().toArray(String[]::new)));
    return new AccessTokenResponse(new Tokens(token, null));
  }

  private static jakarta.ws.rs.core.Response asResponse(Response answer) {
    return asResponse(answer.toHTTPResponse());
  }

  private static jakarta.ws.rs.core.Response asResponse(HTTPResponse http) {
    jakarta.ws.rs.core.Response.ResponseBuilder response =
        jakarta.ws.rs.core.Response.status(http.getStatusCode());
    http.getHeaderMap()
        .forEach((name, values) -> values.forEach(value -> response.header(name, value)));
    return response.entity(http.getBody()).build();
  }
}
