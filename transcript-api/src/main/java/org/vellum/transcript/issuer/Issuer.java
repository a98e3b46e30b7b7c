package org.vellum.transcript.issuer;

import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.key.DidWeb;
import org.vellum.credentials.openbadges.Profile;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.usecase.Component;

/** The institution as the issuer of credentials. */
@Component
public class Issuer {
  private final PlatformConfiguration platform;
  private final String did;
  private final Profile profile;
  private final boolean emailIdentity;

  @Inject
  public Issuer(PlatformConfiguration platform, TranscriptConfiguration configuration) {
    this.platform = platform;
    this.did = DidWeb.of(platform.baseUrl());
    this.emailIdentity = configuration.emailIdentity();
    String name = configuration.issuerName();
    this.profile =
        Profile.builder(did)
            .name(name.isBlank() ? platform.institutionName() : name)
            .url(platform.address("/issuer").toString())
            .email(orNull(configuration.issuerEmail()))
            .description(orNull(configuration.issuerDescription()))
            .build();
  }

  /** The issuer's {@code did:web}, from this server's public address. */
  public String did() {
    return did;
  }

  /** The issuer's name. */
  public String name() {
    String name = profile.name();
    return name == null ? did : name;
  }

  /** The issuer's Profile (Open Badges 3.0), whose id is the DID. */
  public Profile profile() {
    return profile;
  }

  /** The e-mail address by which credentials identify a learner; none unless that is configured. */
  public Optional<String> identifying(Optional<String> email) {
    return emailIdentity ? email.map(String::strip) : Optional.empty();
  }

  /** The id of a credential that this issuer signs. */
  public URI credentialUrl(UUID credential) {
    return platform.address("/credentials/" + credential);
  }

  /** The absolute address of a path on this server; the path starts with a slash. */
  public URI address(String path) {
    return platform.address(path);
  }

  private static @Nullable String orNull(String text) {
    return text.isBlank() ? null : text;
  }
}
