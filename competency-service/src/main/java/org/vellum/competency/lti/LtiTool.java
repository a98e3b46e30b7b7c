package org.vellum.competency.lti;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A tool that is launched from here. Registered once; ended when it is no longer trusted, and kept,
 * because results name it.
 *
 * @param clientId its OAuth 2.0 {@code client_id}
 * @param name what people call it
 * @param description what it is for, where that is told
 * @param loginUri where a launch begins (OIDC third-party initiated login)
 * @param targetLinkUri where it leads unless a link says otherwise
 * @param redirectUris where a launch may be sent
 * @param deepLinkingUri where content is chosen; empty if the tool has none to choose
 * @param custom parameters that every launch carries (LTI 1.3, section 5.4.6)
 * @param tellsNames whether it is told names and e-mail addresses
 * @param registeredAt when it was registered
 * @param endedAt since when it is launched no more
 */
public record LtiTool(
    String clientId,
    String name,
    Optional<String> description,
    String loginUri,
    String targetLinkUri,
    List<String> redirectUris,
    Optional<String> deepLinkingUri,
    Map<String, String> custom,
    boolean tellsNames,
    Instant registeredAt,
    Optional<Instant> endedAt) {
  private static final int LONGEST = 2_000;

  public LtiTool {
    redirectUris = List.copyOf(redirectUris);
    custom = Map.copyOf(custom);
  }

  /** Whether a text is an absolute address with http or https and without a fragment. */
  public static boolean isAddress(String text) {
    try {
      URI uri = new URI(text);
      return text.length() <= LONGEST
          && uri.getHost() != null
          && uri.getRawFragment() == null
          && uri.getRawUserInfo() == null
          && ("https".equalsIgnoreCase(uri.getScheme())
              || "http".equalsIgnoreCase(uri.getScheme()));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** Scheme, host and port of an address. */
  public static String origin(String address) {
    URI uri = URI.create(address);
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }
}
