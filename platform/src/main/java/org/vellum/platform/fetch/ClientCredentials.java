package org.vellum.platform.fetch;

/**
 * With what a server wants to be asked (OAuth 2.0, RFC 6749, section 4.4). Never logged.
 *
 * @param tokenAddress where its tokens are given
 * @param clientId who asks
 * @param clientSecret by what they prove it
 * @param scope what the token is to allow, with blanks between; empty if that is not said
 */
public record ClientCredentials(
    String tokenAddress, String clientId, String clientSecret, String scope) {

  /** Says nothing of the secret. */
  @Override
  public String toString() {
    return "client " + clientId + " at " + tokenAddress;
  }
}
