package org.vellum.credentials.openbadges2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vellum.credentials.json.Lenient;

/**
 * Where an issuer hosts its assertions (Open Badges 2.0, VerificationObject of a Profile). Without
 * a word of the issuer's it is the origin of its Profile, for the BadgeClass as well. Where it
 * names both origins and beginnings, both must fit.
 *
 * @param issuer the address of the Profile
 * @param startsWith how the ids of assertions begin
 * @param allowedOrigins the hosts of assertions
 * @param declared where the document has the issuer's word on it
 */
record Scope(String issuer, List<String> startsWith, List<String> allowedOrigins, String declared) {

  static Scope of(ObjectNode profile, Noted noted) {
    return of(profile, "/badge/issuer", noted);
  }

  /** The scope of a Profile that the document has at that place. */
  static Scope of(ObjectNode profile, String place, Noted noted) {
    String at = place + "/verification";
    Lenient declared = Lenient.of(profile).object("verification");
    String property = declared.text("verificationProperty", "id");
    if (!property.equals("id") && !property.equals("@id")) {
      noted.unchecked(
          "verification-property",
          at + "/verificationProperty",
          "assertions are to be told by another property than id, which no standard defines");
    }
    return new Scope(
        Hosting.id(profile), declared.texts("startsWith"), declared.texts("allowedOrigins"), at);
  }

  private boolean isDeclared() {
    return !startsWith.isEmpty() || !allowedOrigins.isEmpty();
  }

  void check(String assertion, String badge, Noted noted) {
    if (!isDeclared()) {
      sameOrigin(assertion, "/id", noted);
      // An embedded BadgeClass without an address is hosted with its assertion.
      if (Hosting.address(badge).isPresent()) {
        sameOrigin(badge, "/badge/id", noted);
      }
      return;
    }
    if (!startsWith.isEmpty() && startsWith.stream().noneMatch(assertion::startsWith)) {
      noted.invalid("scope", declared + "/startsWith", "the issuer hosts none under this id");
    }
    if (!allowedOrigins.isEmpty() && allowedOrigins.stream().noneMatch(o -> is(o, assertion))) {
      noted.invalid("scope", declared + "/allowedOrigins", "the issuer hosts none on this host");
    }
  }

  private void sameOrigin(String id, String place, Noted noted) {
    if (!origin(id).equals(origin(issuer))) {
      noted.invalid("scope", place, "it is not hosted where the issuer's Profile is");
    }
  }

  private static boolean is(String allowed, String id) {
    // The standard speaks of a host's name; a whole origin is written here as well.
    Optional<URI> address = Hosting.address(allowed);
    return address.isPresent()
        ? origin(allowed).equals(origin(id))
        : Hosting.address(id).map(uri -> allowed.equalsIgnoreCase(uri.getHost())).orElse(false);
  }

  /** Scheme, host and port (RFC 6454); empty if it is no address. */
  private static String origin(String id) {
    return Hosting.address(id)
        .map(uri -> {
          String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
          int standard = scheme.equals("https") ? 443 : 80;
          int port = uri.getPort() < 0 ? standard : uri.getPort();
          return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port;
        })
        .orElse("");
  }
}
