package org.vellum.competency.evaluation.oneroster;

import jakarta.inject.Inject;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.imsx.Fault;
import org.vellum.platform.imsx.ImsxException;
import org.vellum.platform.usecase.Repository;

/** What of the roster the addresses of the gradebook name. */
@Repository
class Rostered {
  private static final Map<String, String> TABLES =
      Map.of(
          "class", "class",
          "org", "org",
          "academicSession", "academic_session",
          "user", "roster_user");

  private final Jdbi jdbi;

  @Inject
  Rostered(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Refuses the request unless the roster has such an object. */
  void require(String type, String sourcedId) {
    boolean there =
        jdbi.withHandle(handle ->
            handle
                .createQuery(
                    "select exists (select from competency."
                        + TABLES.get(type)
                        + " where sourced_id = :id and active)")
                .bind("id", sourcedId)
                .mapTo(Boolean.class)
                .one());
    if (!there) {
      throw new ImsxException(
          Fault.UNKNOWN_OBJECT, "Unknown Object: there is no such " + type + ".");
    }
  }

  /** Whether a line item is of a class. */
  boolean isOfClass(String lineItem, String classSourcedId) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select exists (select from competency.line_item
                  where sourced_id = :lineItem and class_sourced_id = :class and active)
                """)
            .bind("lineItem", lineItem)
            .bind("class", classSourcedId)
            .mapTo(Boolean.class)
            .one());
  }
}
