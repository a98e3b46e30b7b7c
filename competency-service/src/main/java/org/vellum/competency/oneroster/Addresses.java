package org.vellum.competency.oneroster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.json.Json;
import org.vellum.platform.usecase.Component;

/** The absolute addresses of objects and collections, and references by them (GUIDRef). */
@Component
public class Addresses {
  /** Path of the rostering service (OneRoster 1.2, rostering OpenAPI). */
  public static final String ROSTERING = "/ims/oneroster/rostering/v1p2";

  /** Path of the gradebook service (OneRoster 1.2, gradebook OpenAPI). */
  public static final String GRADEBOOK = "/ims/oneroster/gradebook/v1p2";

  private static final String CONTEXT = "/competency";

  /** The collection that holds the objects of a type, as references name types. */
  private static final Map<String, String> COLLECTIONS =
      Map.of(
          "org", ROSTERING + "/orgs",
          "academicSession", ROSTERING + "/academicSessions",
          "course", ROSTERING + "/courses",
          "class", ROSTERING + "/classes",
          "user", ROSTERING + "/users",
          "category", GRADEBOOK + "/categories",
          "scoreScale", GRADEBOOK + "/scoreScales",
          "lineItem", GRADEBOOK + "/lineItems",
          "assessmentLineItem", GRADEBOOK + "/assessmentLineItems");

  private final PlatformConfiguration configuration;

  @Inject
  public Addresses(PlatformConfiguration configuration) {
    this.configuration = configuration;
  }

  /** The absolute address of a path within this service. */
  public String of(String path) {
    return configuration.address(CONTEXT + path).toString();
  }

  /** The absolute address of an object. */
  public String of(String type, String sourcedId) {
    String collection = COLLECTIONS.get(type);
    if (collection == null) {
      throw new IllegalArgumentException("no collection of " + type);
    }
    return of(collection) + "/" + encoded(sourcedId);
  }

  /** A reference to an object (OneRoster 1.2, GUIDRef). */
  public ObjectNode reference(String type, String sourcedId) {
    return Json.mapper()
        .createObjectNode()
        .put("href", of(type, sourcedId))
        .put("sourcedId", sourcedId)
        .put("type", type);
  }

  /** A text as one segment of a path. */
  public static String encoded(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
