package org.vellum.platform.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The style sheet, the scripts and the pictures of the pages. Each has an address that holds the
 * digest of its content, so a browser may keep it for ever.
 */
final class Assets {
  private static final Map<String, String> SOURCES =
      Map.of(
          "vellum.css", "/org/vellum/platform/pages/vellum.css",
          "icon.svg", "/org/vellum/platform/pages/icon.svg",
          "tree.js", "/org/vellum/platform/pages/tree.js",
          "submit.js", "/org/vellum/platform/pages/submit.js",
          "htmx.js", "/META-INF/resources/webjars/htmx.org/" + Htmx.VERSION + "/dist/htmx.min.js");
  private static final Map<String, Asset> BY_PATH = load();

  private Assets() {}

  /** Something to be sent as it is. */
  @SuppressWarnings("ArrayRecordComponent") // written out, never compared
  record Asset(String name, byte[] content, String mediaType) {}

  /** The asset at the last part of a path, which names its digest. */
  static Optional<Asset> find(String file) {
    return Optional.ofNullable(BY_PATH.get(file));
  }

  /** Address by name: {@code vellum.css} to {@code /assets/1f0c….css}. */
  static Map<String, String> addresses() {
    Map<String, String> addresses = new LinkedHashMap<>();
    BY_PATH.forEach((file, asset) -> addresses.put(asset.name(), "/assets/" + file));
    return addresses;
  }

  private static Map<String, Asset> load() {
    Map<String, Asset> assets = new LinkedHashMap<>();
    SOURCES.forEach((name, source) -> {
      byte[] content = read(source);
      String ending = name.substring(name.lastIndexOf('.'));
      assets.put(digest(content) + ending, new Asset(name, content, mediaType(ending)));
    });
    return Map.copyOf(assets);
  }

  private static String mediaType(String ending) {
    return switch (ending) {
      case ".css" -> "text/css; charset=utf-8";
      case ".js" -> "text/javascript; charset=utf-8";
      case ".svg" -> "image/svg+xml";
      default -> throw new IllegalArgumentException(ending);
    };
  }

  private static byte[] read(String source) {
    try (InputStream in = Assets.class.getResourceAsStream(source)) {
      if (in == null) {
        throw new IllegalStateException("missing on the class path: " + source);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
