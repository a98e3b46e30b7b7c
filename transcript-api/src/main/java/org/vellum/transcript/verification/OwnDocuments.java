package org.vellum.transcript.verification;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.vellum.credentials.verification.Fetched;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.usecase.Component;
import org.vellum.transcript.issuer.IssuerDocument;
import org.vellum.transcript.status.SignStatusList;

/**
 * The documents that this server publishes itself, read where they are made: it need not call
 * itself, and works where its public address is not reachable from inside.
 */
@Component
public class OwnDocuments {
  private static final String STATUS = "/status/";

  private final PlatformConfiguration platform;
  private final IssuerDocument issuerDocument;
  private final SignStatusList signStatusList;

  @Inject
  public OwnDocuments(
      PlatformConfiguration platform,
      IssuerDocument issuerDocument,
      SignStatusList signStatusList) {
    this.platform = platform;
    this.issuerDocument = issuerDocument;
    this.signStatusList = signStatusList;
  }

  /**
   * Whether an address is on this server. The scheme is not compared: {@code did:web} always says
   * https, also of a server that is only tried out with http.
   */
  boolean holds(URI uri) {
    URI own = platform.baseUrl();
    return own.getHost().equalsIgnoreCase(uri.getHost()) && port(own) == port(uri, own);
  }

  /** A document of this server. */
  Fetched get(URI uri) {
    String path = String.valueOf(uri.getPath());
    if (path.equals("/.well-known/did.json")) {
      return found(issuerDocument.json().toString());
    }
    return Optional.of(path)
        .filter(each -> each.startsWith(STATUS))
        .flatMap(each -> uuid(each.substring(STATUS.length())))
        .flatMap(signStatusList::sign)
        .<Fetched>map(OwnDocuments::found)
        .orElseGet(() -> new Fetched.Missing("this server has no such document"));
  }

  private static Fetched found(String document) {
    return new Fetched.Found(document.getBytes(UTF_8), "application/json");
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static int port(URI uri) {
    return uri.getPort() >= 0 ? uri.getPort() : defaultPort(uri);
  }

  private static int port(URI uri, URI own) {
    return uri.getPort() < 0 && own.getPort() < 0 ? defaultPort(own) : port(uri);
  }

  private static int defaultPort(URI uri) {
    return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
  }
}
