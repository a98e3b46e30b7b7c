package org.vellum.competency.roster;

import static java.util.stream.Collectors.joining;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.roster.csv.Binding;
import org.vellum.competency.roster.csv.Column;
import org.vellum.competency.roster.csv.Kind;
import org.vellum.competency.roster.csv.RosterFile;
import org.vellum.competency.roster.csv.Row;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.Repository;

/**
 * The tables of the roster, written in batches. Names of tables and columns come from {@link
 * Binding} alone, values are always bound.
 */
@Repository
public class RosterTables {
  private final Jdbi jdbi;
  private final Clock clock;
  private final Ids ids;
  private final Map<RosterFile, String> upserts = new HashMap<>();

  /** How many rows of a batch were new and how many differed from what was known. */
  record Stored(int added, int updated) {}

  @Inject
  public RosterTables(Jdbi jdbi, Clock clock, Ids ids) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.ids = ids;
    Binding.FILES.forEach(file -> upserts.put(file, upsert(file)));
  }

  /** Lets one import after another work, until the caller's transaction ends. */
  void lock() {
    jdbi.useHandle(handle -> {
      handle.execute("select pg_advisory_xact_lock(hashtext('competency.roster'))");
      handle.execute(
          "create temporary table if not exists roster_seen (sourced_id text primary key)"
              + " on commit drop");
    });
  }

  /** Forgets which identifiers were seen, before a new file. */
  void forgetSeen() {
    jdbi.useHandle(handle -> handle.execute("truncate roster_seen"));
  }

  /** Remembers identifiers of the file that is being read; returns those not seen in it before. */
  Set<String> firstSeen(Collection<String> sourcedIds) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                insert into roster_seen select distinct i from unnest(:ids) i
                on conflict do nothing returning sourced_id
                """)
            .bind("ids", sourcedIds.toArray(String[]::new))
            .mapTo(String.class)
            .set());
  }

  /** How many active rows of the file's table were not seen in it. */
  int countUnseen(RosterFile file) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select count(*) from competency."
                    + file.table()
                    + " t where active and not exists"
                    + " (select from roster_seen s where s.sourced_id = t.sourced_id)")
            .mapTo(Integer.class)
            .one());
  }

  /** Which of the identifiers a table has, active or not. */
  Set<String> known(String table, Set<String> sourcedIds) {
    if (sourcedIds.isEmpty()) {
      return Set.of();
    }
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select sourced_id from competency." + table + " where sourced_id = any(:ids)")
            .bind("ids", sourcedIds.toArray(String[]::new))
            .mapTo(String.class)
            .set());
  }

  /**
   * Which rows would sign in under a name that is another's. The database compares, so that it and
   * its unique index agree on what is the same name.
   */
  Set<Row> withTakenName(List<Row> users) {
    String[] names =
        users.stream()
            .map(row -> String.valueOf(row.value(Binding.USERS, "username")))
            .toArray(String[]::new);
    Map<String, String> owners = new HashMap<>();
    List<String> keys = new ArrayList<>();
    jdbi.useHandle(handle ->
        handle
            .createQuery(
                """
                select lower(n.name) as key,
                       (select u.sourced_id from competency.roster_user u
                         where lower(u.username) = lower(n.name)) as sourced_id
                  from unnest(:names) with ordinality as n (name, position)
                 order by n.position
                """)
            .bind("names", names)
            .map((row, context) -> {
              keys.add(row.getString("key"));
              return owner(owners, row.getString("key"), row.getString("sourced_id"));
            })
            .list());
    Set<Row> taken = new LinkedHashSet<>();
    for (int i = 0; i < users.size(); i++) {
      Row user = users.get(i);
      String owner = owners.computeIfAbsent(keys.get(i), key -> user.sourcedId());
      if (!owner.equals(user.sourcedId())) {
        taken.add(user);
      }
    }
    return taken;
  }

  /** Where a class belongs: {@code sourcedId}s of its course and its school. */
  record Place(String course, String school) {}

  /** Where these classes belong, by class. */
  Map<String, Place> places(Collection<String> classes) {
    Map<String, Place> places = new HashMap<>();
    jdbi.useHandle(handle ->
        handle
            .createQuery(
                """
                select sourced_id, course_sourced_id, school_sourced_id from competency.class
                 where sourced_id = any(:ids)
                """)
            .bind("ids", classes.toArray(String[]::new))
            .map((row, context) ->
                Map.entry(row.getString(1), new Place(row.getString(2), row.getString(3))))
            .forEach(each -> places.put(each.getKey(), each.getValue())));
    return places;
  }

  /** Ends the roles of these people that were told with their person, but for these. */
  void endOtherRoles(Collection<String> people, Collection<String> roles) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                update competency.user_role set active = false, last_modified = :now
                 where user_sourced_id = any(:people) and active
                   and not sourced_id = any(:roles)
                   and starts_with(sourced_id, user_sourced_id || '/')
                """)
            .bind("now", clock.instant())
            .bind("people", people.toArray(String[]::new))
            .bind("roles", roles.toArray(String[]::new))
            .execute());
  }

  private static String owner(Map<String, String> owners, String key, @Nullable String sourcedId) {
    if (sourcedId != null) {
      owners.put(key, sourcedId);
    }
    return key;
  }

  /** Adds the rows that are new and changes those that differ. No two have the same identifier. */
  Stored store(RosterFile file, List<Row> rows) {
    if (rows.isEmpty()) {
      return new Stored(0, 0);
    }
    List<Boolean> inserted =
        jdbi.withHandle(handle -> {
          Query query = handle.createQuery(upserts.get(file));
          query.bind("now", clock.instant());
          query.bind("sourcedIds", array(rows, Row::sourcedId));
          query.bind("active", array(rows, row -> Boolean.toString(row.active())));
          if (file.equals(Binding.USERS)) {
            query.bind("ownIds", array(rows, row -> ids.next().toString()));
          }
          for (int i = 0; i < file.columns().size(); i++) {
            int column = i;
            query.bind("c" + i, array(rows, row -> row.values().get(column)));
          }
          return query.mapTo(Boolean.class).list();
        });
    int added = (int) inserted.stream().filter(added1 -> added1).count();
    return new Stored(added, inserted.size() - added);
  }

  private static @Nullable String[] array(List<Row> rows, Function<Row, @Nullable String> value) {
    @Nullable String[] array = new @Nullable String[rows.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = value.apply(rows.get(i));
    }
    return array;
  }

  private static String upsert(RosterFile file) {
    boolean people = file.equals(Binding.USERS);
    List<Column> columns = file.columns();
    String names = columns.stream().map(Column::sql).collect(joining(", "));
    String parameters =
        columns.stream().map(column -> ":c" + columns.indexOf(column)).collect(joining(", "));
    String aliases =
        columns.stream().map(column -> "c" + columns.indexOf(column)).collect(joining(", "));
    String casts =
        columns.stream()
            .map(column -> cast(column, "c" + columns.indexOf(column)))
            .collect(joining(", "));
    String changes =
        columns.stream()
            .map(column -> column.sql() + " = excluded." + column.sql())
            .collect(joining(", "));
    return """
    insert into competency.%s as t (sourced_id, active, last_modified, %s%s)
    select sourced_id, active::boolean, :now, %s%s
      from unnest(:sourcedIds, :active, %s%s) as r (sourced_id, active, %s%s)
        on conflict (sourced_id) do update set
           active = excluded.active, last_modified = excluded.last_modified, %s%s
     where (t.active, %s) is distinct from (excluded.active, %s)
    returning xmax = 0
    """
        .formatted(
            file.table(),
            people ? "id, " : "",
            names,
            people ? "id::uuid, " : "",
            casts,
            people ? ":ownIds, " : "",
            parameters,
            people ? "id, " : "",
            aliases,
            changes,
            toAnnounce(file),
            columns.stream().map(column -> "t." + column.sql()).collect(joining(", ")),
            columns.stream().map(column -> "excluded." + column.sql()).collect(joining(", ")));
  }

  /** A person is announced again where something differs that the event tells. */
  private static final String TO_ANNOUNCE =
      """
      , to_announce = t.to_announce or
        (t.active, t.username, t.given_name, t.family_name, t.email) is distinct from
        (excluded.active, excluded.username, excluded.given_name, excluded.family_name,
         excluded.email)
      """;

  private static String toAnnounce(RosterFile file) {
    if (file.equals(Binding.USERS)) {
      return TO_ANNOUNCE;
    }
    return file.equals(Binding.ENROLLMENTS) ? ", to_announce = true" : "";
  }

  private static String cast(Column column, String value) {
    return column.kind() == Kind.IDS
        ? "string_to_array(" + value + ", ',')"
        : value + "::" + column.kind().sqlType();
  }
}
