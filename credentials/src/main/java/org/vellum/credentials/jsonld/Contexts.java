package org.vellum.credentials.jsonld;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The contexts that are known here, by address; all others are unknown and stay so. */
final class Contexts {
  private static final Contexts STANDARD =
      new Contexts(
          Map.ofEntries(
              known(ContextUrls.CREDENTIALS_V2, "credentials-v2"),
              known(ContextUrls.CREDENTIALS_V1, "credentials-v1"),
              known(ContextUrls.OPEN_BADGES_3_0_3, "openbadges-3.0.3"),
              known(ContextUrls.OPEN_BADGES_3_0_2, "openbadges-3.0.2"),
              known(ContextUrls.OPEN_BADGES_3_0_1, "openbadges-3.0.1"),
              known(ContextUrls.OPEN_BADGES_3_0, "openbadges-3.0"),
              known(ContextUrls.OPEN_BADGES_EXTENSIONS, "openbadges-extensions"),
              known(ContextUrls.CLR_2_0_1, "clr-2.0.1"),
              known(ContextUrls.CLR_2_0, "clr-2.0"),
              known(ContextUrls.OPEN_BADGES_2_0, "openbadges-2.0"),
              known(ContextUrls.ACCREDITATION_2_0, "accreditation-2.0"),
              known(ContextUrls.ASSESSMENT_2_0, "assessment-2.0"),
              known(ContextUrls.DATA_INTEGRITY_V2, "data-integrity-v2"),
              known(ContextUrls.DATA_INTEGRITY_V1, "data-integrity-v1"),
              known(ContextUrls.ED25519_2020, "ed25519-2020"),
              known(ContextUrls.JWS_2020, "jws-2020"),
              known(ContextUrls.STATUS_LIST_2021, "status-list-2021"),
              known(ContextUrls.STATUS_V1, "status-v1"),
              known(ContextUrls.DID_V1, "did-v1"),
              known(ContextUrls.MULTIKEY_V1, "multikey-v1"),
              known(ContextUrls.JWK_V1, "jwk-v1"),
              known("https://w3id.org/security/suites/ed25519-2018/v1", "ed25519-2018"),
              known("https://w3id.org/security/suites/x25519-2019/v1", "x25519-2019"),
              known("https://w3id.org/security/v1", "security-v1"),
              known(
                  "https://openbadgespec.org/extensions/accessibilityExtension/context-3.0.0.json",
                  "accessibility-3.0"),
              known(
                  "https://openbadgespec.org/extensions/applyLinkExtension/context-3.0.0.json",
                  "apply-link-3.0"),
              known(
                  "https://openbadgespec.org/extensions/geoCoordinatesExtension/context-3.0.0.json",
                  "geo-coordinates-3.0"),
              known(
                  "https://openbadgespec.org/extensions/licenseExtension/context-3.0.0.json",
                  "license-3.0"),
              known("https://purl.imsglobal.org/spec/ob-accred/v2p0/context", "accreditation-2.0"),
              known(
                  "https://purl.imsglobal.org/spec/ob-assessment/v2p0/context", "assessment-2.0")));

  private final Map<String, TermTable> tables;
  private volatile CompiledContext root = CompiledContext.empty();

  private Contexts(Map<String, TermTable> tables) {
    this.tables = Map.copyOf(tables);
  }

  /** The contexts of the standards that Vellum speaks. */
  static Contexts standard() {
    return STANDARD;
  }

  /** These contexts and one more. */
  Contexts with(String url, String table) {
    Map<String, TermTable> more = new HashMap<>(tables);
    more.put(url, TermTableReader.read(table));
    return new Contexts(more);
  }

  Optional<TermTable> find(String url) {
    return Optional.ofNullable(tables.get(url));
  }

  /** The context without terms from which every compiled one is reached. */
  CompiledContext root() {
    if (root.isFull()) {
      root = CompiledContext.empty();
    }
    return root;
  }

  Map<String, TermTable> all() {
    return tables;
  }

  private static Map.Entry<String, TermTable> known(String url, String table) {
    return Map.entry(url, resource(table));
  }

  private static TermTable resource(String name) {
    try (InputStream stream = Contexts.class.getResourceAsStream(name + ".terms")) {
      if (stream == null) {
        throw new IllegalStateException("the table of terms is missing: " + name);
      }
      return TermTableReader.read(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
