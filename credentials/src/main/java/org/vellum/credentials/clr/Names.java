package org.vellum.credentials.clr;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Identifiers of a record's parts as the URIs that linked data needs, and the kinds of our own. */
final class Names {
  static final String PERIOD = "ext:AcademicPeriod";
  static final String SUMMARY = "ext:AcademicSummary";

  private Names() {}

  static boolean isUri(String text) {
    try {
      return new URI(text).isAbsolute();
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** An identifier that holds within a record, as a URI. */
  static String uri(String record, String local) {
    return isUri(local)
        ? local
        : prefix(record) + URLEncoder.encode(local, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The identifier that became a URI. */
  static String local(String record, String uri) {
    return uri.startsWith(prefix(record))
        ? URLDecoder.decode(
            uri.substring(prefix(record).length())
                .replace("+", "%2B")
                .replaceAll("%(?![0-9a-fA-F]{2})", "%25"),
            StandardCharsets.UTF_8)
        : uri;
  }

  /** A URI behind another, for a part of what it names. */
  static String part(String uri, String name) {
    return uri + (uri.contains("#") ? "-" : "#") + name;
  }

  private static String prefix(String record) {
    return part(record, "in-record-");
  }
}
