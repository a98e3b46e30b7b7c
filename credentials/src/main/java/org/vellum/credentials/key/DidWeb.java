package org.vellum.credentials.key;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Identifiers that a web address vouches for (did:web method specification). */
public final class DidWeb {
  private static final String PREFIX = "did:web:";
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9.-]+(:[0-9]{1,5})?|\\[[0-9A-Fa-f:.]+](:[0-9]{1,5})?");
  private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9._~%-]+");

  private DidWeb() {}

  /**
   * The DID of a web address: {@code http://localhost:9080} is {@code did:web:localhost%3A9080},
   * and {@code https://example.edu/registrar} is {@code did:web:example.edu:registrar}.
   *
   * @throws IllegalArgumentException if the address has no host
   */
  public static String of(URI baseUrl) {
    if (baseUrl.getHost() == null) {
      throw new IllegalArgumentException("a did:web needs an address with a host: " + baseUrl);
    }
    String port = baseUrl.getPort() < 0 ? "" : "%3A" + baseUrl.getPort();
    StringBuilder did = new StringBuilder(PREFIX).append(baseUrl.getHost()).append(port);
    for (String segment : baseUrl.getRawPath().split("/", -1)) {
      if (!segment.isEmpty()) {
        did.append(':').append(segment);
      }
    }
    return did.toString();
  }

  /** Whether the text is a DID of this method. */
  public static boolean isDidWeb(String did) {
    return did.startsWith(PREFIX);
  }

  /**
   * Where the DID's document is: always https, as the method demands; a server that hosts the DID
   * itself answers from its own store instead.
   *
   * @throws IllegalArgumentException if the text is not a did:web, or hides a path or user in its
   *     host
   */
  public static URI documentUrl(String did) {
    if (!isDidWeb(did)) {
      throw new IllegalArgumentException("not a did:web: " + did);
    }
    String[] parts = did.substring(PREFIX.length()).split(":", -1);
    String host = URLDecoder.decode(parts[0], StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    if (!HOST.matcher(host).matches()) {
      throw new IllegalArgumentException("not a did:web: its host is not a host");
    }
    StringBuilder url = new StringBuilder("https://").append(host);
    for (int i = 1; i < parts.length; i++) {
      if (!SEGMENT.matcher(parts[i]).matches() || parts[i].matches("\\.+")) {
        throw new IllegalArgumentException("not a did:web: its path is not a path");
      }
      url.append('/').append(parts[i]);
    }
    return URI.create(url + (parts.length == 1 ? "/.well-known/did.json" : "/did.json"));
  }

  /**
   * The DID document: every key given may be used to assert (Controlled Identifiers 1.0, section
   * 2.3.2). Keys that no longer sign stay listed, so that what they signed still verifies.
   */
  public static ObjectNode document(String did, List<VerificationKey> keys) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document
        .putArray("@context")
        .add("https://www.w3.org/ns/did/v1")
        .add("https://w3id.org/security/multikey/v1");
    document.put("id", did);
    ArrayNode methods = document.putArray("verificationMethod");
    ArrayNode assertion = document.putArray("assertionMethod");
    for (VerificationKey key : keys) {
      methods.add(key.toJson());
      assertion.add(key.id());
    }
    return document;
  }
}
