package org.vellum.competency.evaluation.oneroster;

import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.usecase.Component;

/** Where the service is, and the scopes of its operations (OneRoster 1.2, gradebook OpenAPI). */
@Component
class Gradebook {
  static final String PATH = "/ims/oneroster/gradebook/v1p2";
  static final String READ_CORE =
      "https://purl.imsglobal.org/spec/or/v1p2/scope/gradebook-core.readonly";
  static final String READ = "https://purl.imsglobal.org/spec/or/v1p2/scope/gradebook.readonly";
  static final String PUT = "https://purl.imsglobal.org/spec/or/v1p2/scope/gradebook.createput";
  static final String DELETE = "https://purl.imsglobal.org/spec/or/v1p2/scope/gradebook.delete";

  private static final String CONTEXT = "/competency";
  private static final String ROSTERING = "/ims/oneroster/rostering/v1p2";

  private final PlatformConfiguration configuration;

  @Inject
  Gradebook(PlatformConfiguration configuration) {
    this.configuration = configuration;
  }

  /** Address of a collection of this service, such as {@code results}. */
  URI collection(String name) {
    return configuration.address(CONTEXT + PATH + "/" + name);
  }

  /** Address of one object of this service. */
  String item(String collection, String sourcedId) {
    return collection(collection) + "/" + encoded(sourcedId);
  }

  /** Address that an object has in the rostering service, which the standard keeps apart. */
  String rostered(String collection, String sourcedId) {
    return configuration.address(CONTEXT + ROSTERING + "/" + collection) + "/" + encoded(sourcedId);
  }

  private static String encoded(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
