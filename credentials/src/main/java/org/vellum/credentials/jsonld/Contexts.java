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
          Map.of(
              ContextUrls.CREDENTIALS_V2, resource("credentials-v2"),
              ContextUrls.OPEN_BADGES_3_0_3, resource("openbadges-3.0.3"),
              ContextUrls.OPEN_BADGES_EXTENSIONS, resource("openbadges-extensions"),
              ContextUrls.CLR_2_0_1, resource("clr-2.0.1"),
              ContextUrls.DATA_INTEGRITY_V2, resource("data-integrity-v2"),
              ContextUrls.MULTIKEY_V1, resource("multikey-v1")));

  private final Map<String, TermTable> tables;

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

  Map<String, TermTable> all() {
    return tables;
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
