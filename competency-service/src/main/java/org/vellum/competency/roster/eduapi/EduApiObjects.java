package org.vellum.competency.roster.eduapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.vellum.competency.roster.StoreRows;
import org.vellum.competency.roster.StoreRows.Told;
import org.vellum.competency.roster.csv.Binding;

/**
 * Objects of Edu-API 1.0 (OpenAPI, components/schemas) as rows of OneRoster's CSV binding. What is
 * {@code deleted} or {@code inactive} there is to be deleted here.
 */
public final class EduApiObjects {
  private static final String SCOPE =
      "http://purl.1edtech.org/spec/eduapi/v1p0/scope/core.readonly";

  /** The scopes that reading needs; they begin with http, as the standard has them. */
  public static final String SCOPES = SCOPE + " " + SCOPE + ".privacy";

  private static final Set<String> ORG_TYPES =
      Set.of("department", "school", "district", "local", "state", "national");
  private static final Set<String> SESSION_TYPES =
      Set.of("gradingPeriod", "semester", "schoolYear", "term");
  private static final Set<String> ENROLLED =
      Set.of("administrator", "proctor", "student", "teacher");
  private static final Set<String> ROLES =
      Set.of("aide", "guardian", "parent", "proctor", "relative", "student", "teacher");

  private static final String COMPONENT = "ext:component";

  /** What is read, in the order in which one refers to the other. */
  public static final List<Collection> COLLECTIONS =
      List.of(
          new Collection("organizations", true, false, EduApiObjects::organization),
          new Collection("academicSessions", true, false, EduApiObjects::session),
          new Collection("collectionOfferings", false, true, EduApiObjects::collection),
          new Collection("courseOfferings", false, false, EduApiObjects::course),
          new Collection("componentOfferings", false, true, EduApiObjects::component),
          new Collection("persons", false, false, EduApiObjects::person),
          new Collection("affiliations", false, false, EduApiObjects::affiliation),
          new Collection("enrollments", false, false, EduApiObjects::enrollment));

  private EduApiObjects() {}

  /**
   * A collection, which is a bare array.
   *
   * @param name its name in addresses
   * @param tree whether its objects refer to each other
   * @param optional whether a server may be without it
   * @param reading what an object tells, as rows
   */
  public record Collection(
      String name, boolean tree, boolean optional, Function<JsonNode, List<Told>> reading) {}

  private static List<Told> organization(JsonNode object) {
    Map<String, String> values = common(object);
    put(values, "name", words(object.path("name")));
    put(values, "type", word(text(object.path("organizationType")), ORG_TYPES));
    put(values, "identifier", text(object.at("/primaryCode/identifier")));
    put(values, "parentSourcedId", text(object.path("parent")));
    return List.of(new Told(Binding.ORGS, values));
  }

  private static List<Told> session(JsonNode object) {
    Map<String, String> values = common(object);
    String code = text(object.at("/primaryCode/identifier"));
    String title = words(object.path("title"));
    put(values, "title", first(title, code, text(object.path("sourcedId"))));
    put(values, "type", word(first(text(object.path("sessionType")), "term"), SESSION_TYPES));
    put(values, "startDate", day(object.path("startDate")));
    put(values, "endDate", day(object.path("endDate")));
    put(values, "parentSourcedId", text(object.path("parent")));
    String end = day(object.path("endDate"));
    put(values, "schoolYear", end.length() < 4 ? "" : end.substring(0, 4));
    return List.of(new Told(Binding.SESSIONS, values));
  }

  private static List<Told> course(JsonNode object) {
    return withItsTemplate(object, "course", "scheduled");
  }

  /** What belongs together, such as a programme, is taught as a whole, to those enrolled in it. */
  private static List<Told> collection(JsonNode object) {
    return withItsTemplate(object, "collection", "ext:collection");
  }

  /** A part, such as a laboratory, is a class of the course of which its parent is one. */
  private static List<Told> component(JsonNode object) {
    String parent = text(object.path("parent").path(0));
    if (parent.isEmpty()) {
      return withItsTemplate(object, "component", COMPONENT);
    }
    Map<String, String> taught = taught(object, COMPONENT);
    put(taught, StoreRows.PART_OF, parent);
    return List.of(new Told(Binding.CLASSES, taught));
  }

  /** A class, and the course of which it is taught, both by what the offering says. */
  private static List<Told> withItsTemplate(JsonNode object, String template, String classType) {
    Map<String, String> taught = taught(object, classType);
    put(taught, "courseSourcedId", text(object.path(template)));
    Map<String, String> course = new HashMap<>();
    put(course, "sourcedId", text(object.path(template)));
    put(course, "title", words(object.path("title")));
    put(course, "courseCode", text(object.at("/primaryCode/identifier")));
    put(course, "orgSourcedId", text(object.path("organization")));
    return List.of(new Told(Binding.COURSES, course), new Told(Binding.CLASSES, taught));
  }

  private static Map<String, String> taught(JsonNode object, String classType) {
    Map<String, String> taught = common(object);
    put(taught, "title", words(object.path("title")));
    put(taught, "classCode", text(object.at("/primaryCode/identifier")));
    put(taught, "classType", classType);
    put(taught, "schoolSourcedId", text(object.path("organization")));
    put(taught, "termSourcedIds", text(object.path("academicSession")));
    return taught;
  }

  private static List<Told> person(JsonNode object) {
    Map<String, String> values = common(object);
    String id = text(object.path("sourcedId"));
    String email = text(object.at("/primaryEmail/email"));
    JsonNode legal = object.path("legalName");
    String formatted = text(object.path("formattedName"));
    int blank = formatted.lastIndexOf(' ');
    put(values, "enabledUser", Boolean.toString(isActive(object)));
    put(values, "username", first(identifier(object, "userName"), email, id));
    put(
        values,
        "givenName",
        first(text(legal.path("givenName")), formatted.substring(0, Math.max(0, blank))));
    put(
        values,
        "familyName",
        first(text(legal.path("familyName")), formatted.substring(blank + 1)));
    put(values, "middleName", text(legal.path("additionalName")));
    put(
        values,
        "identifier",
        first(identifier(object, "sisSourcedId"), identifier(object, "identifier")));
    put(values, "email", email);
    for (JsonNode name : object.path("otherNames")) {
      if (text(name.path("nameType")).equals("preferredName")) {
        put(values, "preferredGivenName", text(name.path("givenName")));
        put(values, "preferredFamilyName", text(name.path("familyName")));
      }
    }
    return List.of(new Told(Binding.USERS, values));
  }

  private static List<Told> affiliation(JsonNode object) {
    Map<String, String> values = common(object);
    put(values, "userSourcedId", text(object.path("person")));
    put(values, "roleType", "primary");
    put(values, "role", word(text(object.path("role")), ROLES));
    put(values, "orgSourcedId", text(object.path("organization")));
    put(values, "beginDate", day(object.path("startDate")));
    put(values, "endDate", day(object.path("endDate")));
    if (Set.of("inactive", "withdrawn").contains(text(object.path("affiliationStatus")))) {
      values.put("status", "tobedeleted");
    }
    return List.of(new Told(Binding.ROLES, values));
  }

  /** Its school is that of its class, which is stored before. */
  private static List<Told> enrollment(JsonNode object) {
    Map<String, String> values = common(object);
    put(values, "classSourcedId", text(object.path("educationOffering")));
    put(values, "userSourcedId", text(object.path("person")));
    put(values, "role", word(text(object.path("role")), ENROLLED));
    put(values, "primary", "false");
    put(values, "beginDate", day(object.path("startDate")));
    put(values, "endDate", day(object.path("endDate")));
    if (object.path("isActive").isBoolean() && !object.path("isActive").booleanValue()) {
      values.put("status", "tobedeleted");
    }
    return List.of(new Told(Binding.ENROLLMENTS, values));
  }

  private static Map<String, String> common(JsonNode object) {
    Map<String, String> values = new HashMap<>();
    put(values, "sourcedId", text(object.path("sourcedId")));
    put(values, "dateLastModified", text(object.path("dateLastModified")));
    values.put("status", isActive(object) ? "active" : "tobedeleted");
    return values;
  }

  private static boolean isActive(JsonNode object) {
    return text(object.path("recordStatus")).equals("active");
  }

  private static void put(Map<String, String> values, String name, String value) {
    if (!value.isEmpty()) {
      values.put(name, value);
    }
  }

  /** A word that the roster has, or the same as an extension. */
  private static String word(String word, Set<String> known) {
    return word.isEmpty() || known.contains(word) || word.startsWith("ext:")
        ? word
        : "ext:" + word.replaceAll("[^A-Za-z0-9.\\-_]", "-");
  }

  private static String words(JsonNode typed) {
    return text(typed.path(0).path("value"));
  }

  private static String identifier(JsonNode object, String type) {
    for (JsonNode each : object.path("otherIdentifiers")) {
      if (text(each.path("identifierType")).equals(type)) {
        return text(each.path("identifier"));
      }
    }
    return "";
  }

  /** The day of a date and time, as it was written. */
  private static String day(JsonNode time) {
    String text = text(time);
    return text.length() > 10 ? text.substring(0, 10) : text;
  }

  private static String text(JsonNode node) {
    return node.isTextual() ? node.textValue().strip() : "";
  }

  private static String first(String... texts) {
    for (String text : texts) {
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }
}
