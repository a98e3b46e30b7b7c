package org.vellum.competency.framework.versions;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.usecase.Repository;

/** What stands in the versions of a framework, to be copied and compared. */
@Repository
public class VersionContents {
  private final Jdbi jdbi;

  @Inject
  public VersionContents(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The items of a framework, as links to them are written. */
  Map<UUID, PackageCopy.Former> formerItems(UUID framework) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select identifier, uri, left(statement, 100) as title
                from competency.cf_item where framework = :framework
                """)
            .bind("framework", framework)
            .map((row, context) ->
                Map.entry(
                    row.getObject("identifier", UUID.class),
                    new PackageCopy.Former(row.getString("uri"), row.getString("title"))))
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }
}
