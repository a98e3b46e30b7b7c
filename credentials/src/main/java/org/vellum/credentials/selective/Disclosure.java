package org.vellum.credentials.selective;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What to show, said by achievements instead of pointers. */
public final class Disclosure {
  private static final List<String> ENVELOPE =
      List.of(
          "name",
          "issuer",
          "validFrom",
          "validUntil",
          "awardedDate",
          "credentialStatus",
          "credentialSchema",
          "refreshService",
          "termsOfUse");
  private static final List<String> ACHIEVEMENT = List.of("name", "description", "criteria");

  private final JsonNode subject;
  private final Set<String> wanted;
  private final Set<String> found = new HashSet<>();
  private final List<String> pointers = new ArrayList<>();

  private Disclosure(ObjectNode credential, Collection<String> ids) {
    this.subject = credential.path("credentialSubject");
    this.wanted = Set.copyOf(ids);
  }

  /**
   * Pointers to what every part of this badge or record must show to be understood and checked: who
   * issued it, what it is, until when, its status, and whom it is about. {@code partial} is not
   * among them: of a record that was complete, a part is not.
   */
  public static List<String> mandatory(ObjectNode credential) {
    List<String> pointers = new ArrayList<>();
    ENVELOPE.stream().filter(credential::has).forEach(member -> pointers.add("/" + member));
    JsonNode subject = credential.path("credentialSubject");
    for (String member : List.of("type", subject.has("id") ? "id" : "identifier")) {
      if (subject.has(member)) {
        pointers.add("/credentialSubject/" + member);
      }
    }
    JsonNode achievement = subject.path("achievement");
    if (achievement.isObject()) {
      ACHIEVEMENT.stream()
          .filter(achievement::has)
          .forEach(member -> pointers.add("/credentialSubject/achievement/" + member));
    }
    return pointers;
  }

  /**
   * Pointers to chosen achievements of a record: each credential inside that has one of the ids or
   * is for an achievement that has, each achievement of the record itself, and the associations
   * among what is shown.
   *
   * @param ids of achievements or of credentials inside the record
   * @throws IllegalArgumentException if the record has nothing of an id
   */
  public static List<String> of(ObjectNode record, Collection<String> ids) {
    Disclosure disclosure = new Disclosure(record, ids);
    disclosure.credentials();
    disclosure.achievements();
    Set<String> missing = new TreeSet<>(disclosure.wanted);
    missing.removeAll(disclosure.found);
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException("the record has nothing with the id " + missing);
    }
    disclosure.associations();
    return disclosure.pointers;
  }

  private void credentials() {
    JsonNode credentials = subject.path("verifiableCredential");
    for (int i = 0; i < credentials.size(); i++) {
      String id = credentials.get(i).path("id").asText("");
      String achievement =
          credentials.get(i).path("credentialSubject").path("achievement").path("id").asText("");
      if (wanted.contains(id) || wanted.contains(achievement)) {
        pointers.add("/credentialSubject/verifiableCredential/" + i);
        found.add(id);
        found.add(achievement);
      }
    }
  }

  private void achievements() {
    JsonNode achievements = subject.path("achievement");
    for (int i = 0; achievements.isArray() && i < achievements.size(); i++) {
      String id = achievements.get(i).path("id").asText("");
      if (wanted.contains(id)) {
        pointers.add("/credentialSubject/achievement/" + i);
        found.add(id);
      }
    }
    if (achievements.isObject() && wanted.contains(achievements.path("id").asText(""))) {
      pointers.add("/credentialSubject/achievement");
      found.add(achievements.path("id").asText(""));
    }
  }

  private void associations() {
    JsonNode associations = subject.path("association");
    for (int i = 0; i < associations.size(); i++) {
      JsonNode association = associations.get(i);
      if (found.contains(association.path("sourceId").asText(""))
          && found.contains(association.path("targetId").asText(""))) {
        pointers.add("/credentialSubject/association/" + i);
      }
    }
  }
}
