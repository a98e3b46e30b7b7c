package org.vellum.platform.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.vellum.platform.configuration.Key;

/**
 * What an operator can set of requests to other servers.
 *
 * @param internalServers origins of servers in the own network, with commas between
 */
public record FetchConfiguration(
    @Key(
            name = "vellum.platform.internal-servers",
            meaning =
                "Origins of servers in your own network that Vellum may be told to fetch from, such"
                    + " as `https://lms.campus.example`, with commas between. All others must be"
                    + " on the public Internet and speak HTTPS. An origin that begins with"
                    + " `http://` is spoken to without encryption.",
            defaultValue = "")
        String internalServers) {

  public FetchConfiguration {
    if (!Arrays.stream(internalServers.split(",", -1))
        .allMatch(each -> each.isBlank() || isOrigin(each.strip()))) {
      throw new IllegalArgumentException(
          "vellum.platform.internal-servers must hold origins such as https://lms.example");
    }
  }

  Set<String> origins() {
    return Arrays.stream(internalServers.split(",", -1))
        .filter(each -> !each.isBlank())
        .map(each -> Target.origin(URI.create(each.strip())))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isOrigin(String text) {
    try {
      URI uri = new URI(text);
      return uri.getHost() != null
          && text.matches("(?i)https?://.*")
          && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"))
          && uri.getRawQuery() == null
          && uri.getRawUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
