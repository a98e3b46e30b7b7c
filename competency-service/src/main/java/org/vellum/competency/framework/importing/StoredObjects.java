package org.vellum.competency.framework.importing;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.platform.usecase.Repository;

/** The objects of a framework as a comparison sees them. */
@Repository
public class StoredObjects {
  private final Jdbi jdbi;

  @Inject
  public StoredObjects(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * An object that is here.
   *
   * @param fingerprint of what was received
   * @param received as it was received, a JSON text
   * @param sent as it is served, a JSON text
   * @param retired whether its publisher took it away before
   */
  record Stored(
      UUID identifier, String fingerprint, String received, String sent, boolean retired) {}

  /** Those of these objects that are here. */
  Map<UUID, Stored> find(UUID framework, CaseClass type, Collection<UUID> identifiers) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(select(type) + " and identifier = any(:identifiers)")
            .bind("framework", framework)
            .bind("collection", type.collection())
            .bind("identifiers", identifiers.toArray(UUID[]::new))
            .map((row, context) -> stored(row))
            .stream()
            .collect(Collectors.toMap(Stored::identifier, Function.identity())));
  }

  /** The objects here that are none of these, in order, without those that are retired. */
  List<Stored> listOthers(UUID framework, CaseClass type, Collection<UUID> identifiers) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                select(type)
                    + " and retired_at is null"
                    + " and identifier <> all(:identifiers) order by position")
            .bind("framework", framework)
            .bind("collection", type.collection())
            .bind("identifiers", identifiers.toArray(UUID[]::new))
            .map((row, context) -> stored(row))
            .list());
  }

  private static String select(CaseClass type) {
    String columns = "select identifier, fingerprint, received, sent, ";
    return switch (type) {
      case DOCUMENT ->
          columns
              + "false as retired from (select *, null::timestamptz as retired_at, 0 as position"
              + " from competency.framework where identifier = :framework"
              + " and :collection <> '') f where true";
      case ITEM ->
          columns
              + "retired_at is not null as retired from competency.cf_item"
              + " where framework = :framework and :collection <> ''";
      case ASSOCIATION ->
          columns
              + "retired_at is not null as retired from competency.cf_association"
              + " where framework = :framework and :collection <> ''";
      default ->
          columns
              + "retired_at is not null as retired from competency.cf_definition"
              + " where framework = :framework and collection = :collection";
    };
  }

  private static Stored stored(ResultSet row) throws SQLException {
    return new Stored(
        row.getObject("identifier", UUID.class),
        row.getString("fingerprint"),
        row.getString("received"),
        row.getString("sent"),
        row.getBoolean("retired"));
  }
}
