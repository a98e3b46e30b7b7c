package org.vellum.competency.roster.sources;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.vellum.competency.roster.StoreRows.Told;
import org.vellum.competency.roster.csv.Binding;
import org.vellum.competency.roster.csv.RosterFile;

/**
 * What objects of OneRoster 1.2's rostering service tell, as rows of the CSV binding, which has the
 * same data under names of its own.
 */
final class OneRosterObjects {
  static final List<SourceCollection> COLLECTIONS =
      List.of(
          of("orgs", Binding.ORGS, true),
          of("academicSessions", Binding.SESSIONS, true),
          of("courses", Binding.COURSES, false),
          of("classes", Binding.CLASSES, false),
          new SourceCollection("users", "users", false, OneRosterObjects::user),
          of("enrollments", Binding.ENROLLMENTS, false));

  static final SourceCollection DEMOGRAPHICS = of("demographics", Binding.DEMOGRAPHICS, false);

  /** Columns whose member is not called as they are. */
  private static final Map<String, String> NAMES =
      Map.of(
          "preferredGivenName", "preferredFirstName",
          "preferredFamilyName", "preferredLastName",
          "termSourcedIds", "terms");

  /** What REST leaves optional, and CSV requires. */
  private static final Map<RosterFile, Map<String, String>> OTHERWISE =
      Map.of(Binding.CLASSES, Map.of("classType", "scheduled"));

  private OneRosterObjects() {}

  private static SourceCollection of(String name, RosterFile file, boolean tree) {
    return new SourceCollection(name, name, tree, object -> List.of(told(file, object)));
  }

  private static Told told(RosterFile file, JsonNode object) {
    Map<String, String> values = new HashMap<>(OTHERWISE.getOrDefault(file, Map.of()));
    Stream.concat(Stream.of("sourcedId", "status", "dateLastModified"), file.headers().stream())
        .forEach(name -> value(object, name).ifPresent(value -> values.put(name, value)));
    return new Told(file, values);
  }

  /** A person with their roles, whose identifiers are made of what they say. */
  private static List<Told> user(JsonNode object) {
    Told user = told(Binding.USERS, object);
    Map<String, String> person = new HashMap<>(user.values());
    String id = person.getOrDefault("sourcedId", "");
    person.putIfAbsent("username", id);
    List<Told> told = new ArrayList<>(List.of(new Told(Binding.USERS, person)));
    Map<String, Told> roles = new HashMap<>();
    for (JsonNode role : object.path("roles")) {
      Map<String, String> values = new HashMap<>(told(Binding.ROLES, role).values());
      String roleId = id + "/" + values.get("role") + "/" + values.getOrDefault("orgSourcedId", "");
      values.put("sourcedId", roleId);
      values.put("userSourcedId", id);
      if ("tobedeleted".equals(person.get("status"))) {
        values.put("status", "tobedeleted");
      }
      roles.put(roleId, new Told(Binding.ROLES, values));
    }
    told.addAll(roles.values());
    return told;
  }

  private static Optional<String> value(JsonNode object, String name) {
    String member = NAMES.getOrDefault(name, name);
    if (name.endsWith("SourcedId")) {
      return text(object.path(name.substring(0, name.length() - 9)).path("sourcedId"));
    }
    JsonNode value = object.path(member);
    return value.isArray()
        ? Optional.of(
                StreamSupport.stream(value.spliterator(), false)
                    .map(each -> each.isObject() ? each.path("sourcedId") : each)
                    .map(JsonNode::asText)
                    .collect(Collectors.joining(",")))
            .filter(list -> !list.isEmpty())
        : text(value);
  }

  private static Optional<String> text(JsonNode value) {
    return value.isValueNode() && !value.isNull()
        ? Optional.of(value.isNumber() ? value.decimalValue().toPlainString() : value.asText())
        : Optional.empty();
  }
}
