package org.vellum.competency.framework.remote;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vellum.competency.framework.FrameworkConfiguration;
import org.vellum.competency.framework.casepackage.CaseIdentifier;
import org.vellum.platform.fetch.ClientCredentials;
import org.vellum.platform.fetch.JsonServer;
import org.vellum.platform.fetch.RemoteException;
import org.vellum.platform.fetch.WebClient;
import org.vellum.platform.usecase.Component;

/**
 * Finds the framework at an address of another CASE server: a CFPackage as it is; a CFDocument or a
 * CFItem by the package to which it belongs; a server or its list of CFDocuments by choosing.
 */
@Component
public class RemoteFrameworks {
  private static final Duration PACKAGE_TIME = Duration.ofSeconds(60);
  private static final Duration LIST_TIME = Duration.ofSeconds(15);
  private static final int LARGEST_PAGE = 10_000_000;
  private static final int ON_A_PAGE = 100;
  private static final int MOST_PAGES = 10;
  private static final List<String> SERVICES = List.of("/ims/case/v1p1", "/ims/case/v1p0");

  private final WebClient client;
  private final FrameworkConfiguration bounds;
  private final Duration time;

  @Inject
  public RemoteFrameworks(WebClient client, FrameworkConfiguration bounds) {
    this(client, bounds, PACKAGE_TIME);
  }

  /**
   * The same within another time.
   *
   * @param time how long fetching a package may take
   */
  RemoteFrameworks(WebClient client, FrameworkConfiguration bounds, Duration time) {
    this.client = client;
    this.bounds = bounds;
    this.time = time;
  }

  /** What came of looking. */
  sealed interface Result {
    /**
     * The package.
     *
     * @param json its bytes as they came
     * @param source where it was, without a query
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way to a parser, never compared
    record Got(byte[] json, String source) implements Result {}

    /** A list to choose from; more tells whether the server has others too. */
    record Documents(List<Listed> documents, boolean more) implements Result {
      public Documents {
        documents = List.copyOf(documents);
      }
    }

    /** There is nothing to take in, for this reason, which is a sentence for a person. */
    record Nothing(String why) implements Result {}
  }

  /** A framework in a server's list. */
  public record Listed(
      String identifier,
      String address,
      String title,
      String creator,
      String version,
      String status) {}

  /** Looks at an address. Never throws for what the network or the server does. */
  Result find(String address, Optional<ClientCredentials> credentials) {
    try {
      URI uri = JsonServer.address(address);
      JsonServer server = JsonServer.of(client, uri, credentials);
      return uri.getRawPath().replace("/", "").isEmpty() ? ofHost(server, uri) : at(server, uri);
    } catch (RemoteException e) {
      return new Result.Nothing(String.valueOf(e.getMessage()));
    }
  }

  /** A bare server: its newest service that answers. */
  private Result ofHost(JsonServer server, URI uri) throws RemoteException {
    RemoteException last = new RemoteException("There is no CASE service at this server.");
    for (String service : SERVICES) {
      try {
        return list(server, uri.resolve(service + "/CFDocuments"));
      } catch (RemoteException e) {
        last = e;
      }
    }
    throw last;
  }

  private Result at(JsonServer server, URI uri) throws RemoteException {
    String path = uri.getRawPath();
    for (String service : SERVICES) {
      if (path.endsWith(service) || path.endsWith(service + "/")) {
        return list(server, uri.resolve(path.replaceAll("/$", "") + "/CFDocuments"));
      }
    }
    if (path.endsWith("/CFDocuments") && uri.getRawQuery() == null) {
      return list(server, uri);
    }
    JsonServer.Document found = server.get(uri, bounds.maximumPackage(), time);
    JsonNode said = found.tree();
    if (said.path("CFDocument").isObject()) {
      return new Result.Got(found.bytes(), source(uri));
    }
    if (said.path("CFDocuments").isArray()) {
      Map<String, Listed> listed = new LinkedHashMap<>();
      addAll(uri, said, listed);
      return chosen(listed, false);
    }
    JsonNode item = said.has("CFItem") ? said.path("CFItem") : said;
    return packageOf(server, packageAddress(uri, item));
  }

  private Result packageOf(JsonServer server, URI uri) throws RemoteException {
    JsonServer.Document found = server.get(uri, bounds.maximumPackage(), time);
    return found.tree().path("CFDocument").isObject()
        ? new Result.Got(found.bytes(), source(uri))
        : new Result.Nothing("What is there is no CFPackage.");
  }

  /** Of a CFDocument by its CFPackageURI, of a CFItem by its CFDocumentURI. */
  private static URI packageAddress(URI uri, JsonNode said) throws RemoteException {
    String given = said.path("CFPackageURI").path("uri").asText();
    if (given.startsWith("https://")) {
      return JsonServer.address(given);
    }
    String document =
        said.has("CFDocumentURI")
            ? said.path("CFDocumentURI").path("identifier").asText()
            : said.path("identifier").asText();
    int collection = uri.getRawPath().lastIndexOf("/CF");
    if (CaseIdentifier.parse(document).isEmpty() || collection < 0) {
      throw new RemoteException("What is there is no framework of CASE.");
    }
    return uri.resolve(uri.getRawPath().substring(0, collection) + "/CFPackages/" + document);
  }

  /** CASE 1.1, REST binding, section 3: limit and offset; a server may not know them. */
  private Result list(JsonServer server, URI uri) throws RemoteException {
    Map<String, Listed> listed = new LinkedHashMap<>();
    boolean more = true;
    for (int page = 0; page < MOST_PAGES && more; page++) {
      URI address = URI.create(uri + "?limit=" + ON_A_PAGE + "&offset=" + page * ON_A_PAGE);
      JsonNode said = server.get(address, LARGEST_PAGE, LIST_TIME).tree();
      int before = listed.size();
      addAll(uri, said, listed);
      more = listed.size() > before && said.path("CFDocuments").size() >= ON_A_PAGE;
    }
    return chosen(listed, more);
  }

  private static Result chosen(Map<String, Listed> listed, boolean more) {
    return listed.isEmpty()
        ? new Result.Nothing("The server lists no framework.")
        : new Result.Documents(List.copyOf(listed.values()), more);
  }

  private static void addAll(URI uri, JsonNode said, Map<String, Listed> listed)
      throws RemoteException {
    for (JsonNode document : said.path("CFDocuments")) {
      String identifier = document.path("identifier").asText();
      if (CaseIdentifier.parse(identifier).isPresent()) {
        listed.putIfAbsent(
            identifier,
            new Listed(
                identifier,
                packageAddress(uri, document).toString(),
                document.path("title").asText(identifier),
                document.path("creator").asText(),
                document.path("version").asText(),
                document.path("adoptionStatus").asText()));
      }
    }
  }

  private static String source(URI uri) {
    return "https://" + uri.getRawAuthority() + uri.getRawPath();
  }
}
