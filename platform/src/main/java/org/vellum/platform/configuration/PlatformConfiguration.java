package org.vellum.platform.configuration;

import java.net.URI;
import java.time.Duration;

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

  public PlatformConfiguration {
    if (auditSecret.length() < 32) {
      throw new IllegalArgumentException("vellum.platform.audit-secret is shorter than 32");
    }
    if (!baseUrl.getPath().isEmpty() && !baseUrl.getPath().equals("/")) {
      throw new IllegalArgumentException("vellum.platform.base-url must not have a path");
    }
    baseUrl = URI.create(baseUrl.getScheme() + "://" + baseUrl.getAuthority());
  }

  /** Whether browsers reach this server over HTTPS. */
  public boolean isSecure() {
    return baseUrl.getScheme().equals("https");
  }

  /** The absolute address of a path on this server; the path starts with a slash. */
  public URI address(String path) {
    return URI.create(baseUrl + path);
  }
}
