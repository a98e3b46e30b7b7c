package org.vellum.competency.lti;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Fields as {@code application/x-www-form-urlencoded} writes them, alone or after an address. */
public final class Queries {
  private Queries() {}

  /** The fields, in the map's order. */
  public static String of(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** The address with these fields in its query, after those that it has. */
  public static String with(String address, Map<String, String> fields) {
    return address + (address.contains("?") ? "&" : "?") + of(fields);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
