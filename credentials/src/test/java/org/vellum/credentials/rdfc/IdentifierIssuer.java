package org.vellum.credentials.rdfc;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Gives blank nodes new names in the order of asking (RDFC-1.0, section 4.5). */
final class IdentifierIssuer {
  private final String prefix;
  private final Map<String, String> issued;

  IdentifierIssuer(String prefix) {
    this(prefix, new LinkedHashMap<>());
  }

  private IdentifierIssuer(String prefix, Map<String, String> issued) {
    this.prefix = prefix;
    this.issued = issued;
  }

  IdentifierIssuer copy() {
    return new IdentifierIssuer(prefix, new LinkedHashMap<>(issued));
  }

  String issue(String node) {
    return issued.computeIfAbsent(node, unnamed -> prefix + issued.size());
  }

  boolean has(String node) {
    return issued.containsKey(node);
  }

  /** The nodes named so far, in the order of naming. */
  Set<String> nodes() {
    return issued.keySet();
  }
}
