package org.vellum.platform.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * Where a document is to be fetched from.
 *
 * @param uri the address, without a fragment
 * @param host name of the server, or its address in figures
 * @param port its port
 * @param isInternal whether the operator named its server as one of the own network
 */
record Target(URI uri, String host, int port, boolean isInternal) {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;
  private static final int LOWEST_FREE_PORT = 1024;
  private static final int LONGEST = 2_000;

  /** The address is not one from which anything is fetched; the message says why. */
  static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }
  }

  /**
   * The target at an address.
   *
   * @param internal origins of servers in the own network, which may be spoken to in the open
   */
  static Target of(URI uri, Set<String> internal) throws RefusedException {
    String host = uri.getHost();
    boolean own = host != null && internal.contains(origin(uri));
    if (!own && !"https".equalsIgnoreCase(uri.getScheme())) {
      throw new RefusedException("only https addresses are fetched");
    }
    // A host of figures in an unusual notation, such as 2130706433, is no host to java.net.URI.
    if (host == null || uri.getRawUserInfo() != null || uri.toString().length() > LONGEST) {
      throw new RefusedException("the address is not that of a document on the web");
    }
    int usual = "http".equalsIgnoreCase(uri.getScheme()) ? HTTP : HTTPS;
    int port = uri.getPort() < 0 ? usual : uri.getPort();
    if (!own && port != HTTPS && port < LOWEST_FREE_PORT) {
      throw new RefusedException("port " + port + " is not one for documents");
    }
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    return new Target(withoutFragment(uri), bare.toLowerCase(Locale.ROOT), port, own);
  }

  /** Scheme, host and port where one is named, in lower case (RFC 6454, section 6.2). */
  static String origin(URI uri) {
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return (uri.getScheme() + "://" + uri.getHost() + port).toLowerCase(Locale.ROOT);
  }

  /** Whether it is spoken to without TLS. */
  boolean isPlain() {
    return "http".equalsIgnoreCase(uri.getScheme());
  }

  /** The target of a redirection from here. */
  Target redirected(String location, Set<String> internal) throws RefusedException {
    try {
      return of(uri.resolve(new URI(location)), internal);
    } catch (URISyntaxException e) {
      throw new RefusedException("it redirects to something that is no address");
    }
  }

  /** Whether another target is on the same server: what is for one may be told to the other. */
  boolean isSameServer(Target other) {
    return host.equals(other.host) && port == other.port;
  }

  /** Path and query, as the first line of a request names them, in ASCII. */
  String requestTarget() {
    String ascii = uri.toASCIIString();
    int path = ascii.indexOf('/', ascii.indexOf("//") + 2);
    int query = ascii.indexOf('?');
    if (path < 0 || (query >= 0 && query < path)) {
      return query < 0 ? "/" : "/" + ascii.substring(query);
    }
    return ascii.substring(path);
  }

  /** The value of the header {@code Host}. */
  String hostHeader() {
    String name = host.indexOf(':') < 0 ? host : "[" + host + "]";
    return port == (isPlain() ? HTTP : HTTPS) ? name : name + ":" + port;
  }

  private static URI withoutFragment(URI uri) throws RefusedException {
    String text = uri.toString();
    int hash = text.indexOf('#');
    try {
      return hash < 0 ? uri : new URI(text.substring(0, hash));
    } catch (URISyntaxException e) {
      throw new RefusedException("the address is not that of a document on the web");
    }
  }
}
