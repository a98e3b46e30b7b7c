package org.vellum.competency.framework;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.vellum.contracts.FrameworkAdopted;
import org.vellum.platform.event.EventLog;
import org.vellum.platform.usecase.Repository;

/**
 * Tells the other services of a framework that is in force, in the transaction that makes it so.
 */
@Repository
public class AnnounceFramework {
  private static final int PART = 1_000;

  private final Jdbi jdbi;
  private final EventLog events;

  @Inject
  public AnnounceFramework(Jdbi jdbi, EventLog events) {
    this.jdbi = jdbi;
    this.events = events;
  }

  /** Announces a framework, unless it is a draft. */
  void announce(UUID framework) {
    Optional<String> title = findTitle(framework);
    if (title.isEmpty()) {
      return;
    }
    List<FrameworkAdopted> parts = new ArrayList<>();
    for (List<FrameworkAdopted.Item> items : parts(listItems(framework))) {
      parts.add(new FrameworkAdopted(framework, title.get(), items, List.of()));
    }
    for (List<FrameworkAdopted.Association> some : parts(listAssociations(framework))) {
      parts.add(new FrameworkAdopted(framework, title.get(), List.of(), some));
    }
    events.announceAll(parts, FrameworkAdopted::subject);
  }

  private Optional<String> findTitle(UUID framework) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select title from competency.framework
                 where identifier = :framework and not draft
                """)
            .bind("framework", framework)
            .mapTo(String.class)
            .findOne());
  }

  private List<FrameworkAdopted.Item> listItems(UUID framework) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select identifier, uri, statement, human_code, sent ->> 'alternativeLabel' as label,
                       sent ->> 'abbreviatedStatement' as short
                  from competency.cf_item where framework = :framework order by position
                """)
            .bind("framework", framework)
            .map((row, context) -> item(row))
            .list());
  }

  private List<FrameworkAdopted.Association> listAssociations(UUID framework) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select type, sent #>> '{originNodeURI,uri}' as origin,
                       sent #>> '{destinationNodeURI,uri}' as destination
                  from competency.cf_association
                 where framework = :framework and sent #>> '{originNodeURI,uri}' is not null
                   and sent #>> '{destinationNodeURI,uri}' is not null
                 order by position
                """)
            .bind("framework", framework)
            .map((row, context) ->
                new FrameworkAdopted.Association(
                    row.getString("type"), row.getString("origin"), row.getString("destination")))
            .list());
  }

  private static FrameworkAdopted.Item item(ResultSet row) throws SQLException {
    return new FrameworkAdopted.Item(
        row.getObject("identifier", UUID.class),
        row.getString("uri"),
        row.getString("statement"),
        Optional.ofNullable(row.getString("human_code")),
        Stream.of(
                Optional.ofNullable(row.getString("label")),
                Optional.ofNullable(row.getString("short")))
            .flatMap(Optional::stream)
            .toList());
  }

  private static <T> List<List<T>> parts(List<T> all) {
    List<List<T>> parts = new ArrayList<>();
    for (int i = 0; i < all.size(); i += PART) {
      parts.add(all.subList(i, Math.min(all.size(), i + PART)));
    }
    return parts;
  }
}
