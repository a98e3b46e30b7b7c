package org.vellum.platform.audit;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something that must be accounted for.
 *
 * @param actor who did it: a sign-in name, {@code client:<id>}, {@code share:<id>} or {@code
 *     system}
 * @param action what was done, a past participle with its object: {@code record-published}
 * @param subject identifier of what it was done to; never a name of a person
 * @param details further identifiers and figures; never a name of a person, a credential or a
 *     secret
 */
public record AuditEntry(
    String actor, String action, String subject, SortedMap<String, String> details) {

  public static AuditEntry of(String actor, String action, String subject) {
    return new AuditEntry(actor, action, subject, new TreeMap<>());
  }

  public static AuditEntry of(
      String actor, String action, String subject, Map<String, String> details) {
    return new AuditEntry(actor, action, subject, new TreeMap<>(details));
  }
}
