package org.vellum.platform.configuration;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

/**
 * What an operator can set of the common ground.
 *
 * @param baseUrl public address of the server, without a path
 * @param institutionName the institution's name
 * @param auditSecret secret that binds the audit chain
 * @param tokenLifetime how long an access token is good
 * @param maximumUpload largest request body in bytes
 */
public record PlatformConfiguration(
    @Key(
            name = "vellum.platform.base-url",
            meaning =
                "Public address of this server as learners and employers see it, without a path."
                    + " It becomes part of every identifier that is issued: set it before the"
                    + " first record is published and never change it.",
            defaultValue = "http://localhost:9080")
        URI baseUrl,
    @Key(
            name = "vellum.platform.institution-name",
            meaning = "Name of the institution, as it stands on every page and credential.",
            defaultValue = "Vellum demonstration")
        String institutionName,
    @Key(
            name = "vellum.platform.audit-secret",
            meaning =
                "Secret of at least 32 characters that binds the entries of the audit log, so that"
                    + " nobody who can only write to the database can forge one.")
        String auditSecret,
    @Key(
            name = "vellum.platform.token-lifetime",
            meaning = "How long an OAuth 2.0 access token is good, as an ISO 8601 duration.",
            defaultValue = "PT1H")
        Duration tokenLifetime,
    @Key(
            name = "vellum.platform.maximum-upload",
            meaning = "Largest request body that is read, in bytes.",
            defaultValue = "67108864")
        int maximumUpload) {

  private static final int SHORTEST_SECRET = 32;

  public PlatformConfiguration {
    require(
        auditSecret.length() >= SHORTEST_SECRET, "vellum.platform.audit-secret is shorter than 32");
    require(!institutionName.isBlank(), "vellum.platform.institution-name must not be empty");
    require(tokenLifetime.toSeconds() >= 1, "vellum.platform.token-lifetime must be at least PT1S");
    require(maximumUpload >= 1, "vellum.platform.maximum-upload must be at least 1");
    baseUrl = origin(baseUrl);
  }

  private static URI origin(URI url) {
    String scheme = Objects.requireNonNullElse(url.getScheme(), "").toLowerCase(Locale.ROOT);
    require(
        (scheme.equals("http") || scheme.equals("https")) && url.getHost() != null,
        "vellum.platform.base-url must begin with http:// or https:// and a host");
    require(
        url.getPath().isEmpty() || url.getPath().equals("/"),
        "vellum.platform.base-url must not have a path");
    require(
        url.getRawQuery() == null && url.getRawFragment() == null && url.getRawUserInfo() == null,
        "vellum.platform.base-url must be a scheme, a host and perhaps a port");
    return URI.create(scheme + "://" + url.getRawAuthority().toLowerCase(Locale.ROOT));
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /** Whether browsers reach this server over HTTPS. */
  public boolean isSecure() {
    return baseUrl.getScheme().equals("https");
  }

  /** The absolute address of a path on this server; the path starts with a slash. */
  public URI address(String path) {
    return URI.create(baseUrl + path);
  }

  /** Names the holder without showing its secret. */
  @Override
  public String toString() {
    return "PlatformConfiguration[" + baseUrl + "]";
  }
}
