package org.vellum.benchmarks;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.PGConnection;
import org.vellum.platform.persistence.Database;
import org.vellum.search.index.Entries;
import org.vellum.search.index.Feed;
import org.vellum.search.index.IndexConfiguration;

/**
 * Learners who agreed to be found, each by 20 achievements, and the vocabulary of 20,000 skills of
 * which they show 4,000. Few skills are shown by many: the most common by a quarter of all, the
 * hundredth by 3 %, the thousandth by 0.3 % (Zipf's law, flattened at its head). One learner in
 * twenty is shown to an employer by name alone, who is not the one who searches.
 */
final class SearchedPeople {
  private static final int SKILLS = 20_000;

  /** Has no divisor in common with the number of skills, so that what is common is spread. */
  private static final int SPREAD = 7_919;

  private static final List<String> TABLES =
      List.of(
          "skill",
          "program",
          "program_unit",
          "learner",
          "record",
          "achievement",
          "profile",
          "profile_achievement",
          "profile_employer",
          "entry");

  private static final int AT_ONCE = 1_000;
  private static final int ONE_BY_ONE = 2_000;

  private final BenchmarkDatabase database;
  private final int learners;
  private final Jdbi jdbi;
  private final Entries entries;

  SearchedPeople(BenchmarkDatabase database, int learners) {
    this.database = database;
    this.learners = learners;
    this.jdbi = Database.over(database.postgres().getPostgresDatabase());
    this.entries = new Entries(jdbi, new Feed(jdbi, IndexConfiguration.DATABASE));
  }

  /** How many they are, as a text. */
  String count() {
    return String.format(Locale.ROOT, "%,d", learners);
  }

  /** Their database. */
  Jdbi jdbi() {
    return jdbi;
  }

  /** Name of the skill that has this place among the most common, from 0. */
  String skill(int place) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select name from search.skill where id = :id")
            .bind("id", 1 + (long) place * SPREAD % SKILLS)
            .mapTo(String.class)
            .one());
  }

  private static final List<String> VOCABULARY =
      List.of(
          """
          insert into search.skill (id, key, name, code, framework, competency, adopted)
          overriding system value
          select n + 1, 'https://skills.example/CFItems/' || n,
                 (array['Analyses', 'Applies', 'Assesses', 'Builds', 'Calculates', 'Compares',
                   'Describes', 'Designs', 'Documents', 'Evaluates', 'Explains', 'Installs',
                   'Leads', 'Maintains', 'Plans', 'Presents', 'Repairs', 'Reviews', 'Tests',
                   'Writes'])[1 + n % 20]
                 || ' ' || (array['survey data', 'relational queries', 'budgets', 'care plans',
                   'electric circuits', 'welded joints', 'marketing campaigns', 'contracts',
                   'lesson plans', 'irrigation systems', 'payrolls', 'web services', 'user stories',
                   'chemical reactions', 'concrete structures', 'patient records', 'supply chains',
                   'recipes', 'press releases', 'soil samples', 'hydraulic pumps', 'statistics',
                   'interviews', 'network protocols', 'safety rules', 'tax returns', 'translations',
                   'animations', 'floor plans', 'timetables', 'experiments', 'spreadsheets',
                   'access rights', 'machine learning models', 'case studies', 'inventories',
                   'vehicle brakes', 'solar panels', 'insurance claims', 'energy audits',
                   'genetic tests', 'policies', 'logistics routes', 'photographs', 'workshops',
                   'forecasts', 'medications', 'risk registers', 'prototypes',
                   'archives'])[1 + n / 20 % 50]
                 || ' ' || (array['for hospitals', 'for schools', 'in small businesses',
                   'with a team', 'under supervision', 'for public offices', 'in laboratories',
                   'on building sites', 'for farms', 'in several languages', 'by given standards',
                   'for customers', 'in emergencies', 'for beginners', 'at large scale',
                   'in workshops', 'for museums', 'with open tools', 'over a whole year',
                   'at short notice'])[1 + n / 1000],
                 'B.' || n, 'Framework ' || n % 25, md5('skill' || n)::uuid, n % 2 = 0
            from generate_series(0, 19999) n
          """,
          """
          insert into search.program (code, title, position)
          select 'P' || n, 'Program ' || n, 0 from generate_series(1, 60) n
          """,
          """
          insert into search.program_unit (program, competency)
          select 'P' || p, md5('skill' || (p * 17 + u * 5) % 2000 * 7919 % 20000)::uuid
            from generate_series(1, 60) p, generate_series(1, 40) u
          """);

  private static final List<String> PEOPLE =
      List.of(
          """
          insert into search.learner (id, username, name, position)
          select md5('learner' || n)::uuid, 'learner-' || n, 'Given Family', 0
            from generate_series(1, %d) n
          """,
          """
          insert into search.record (learner, record, position)
          select md5('learner' || n)::uuid, md5('record' || n)::uuid, 0
            from generate_series(1, %d) n
          """,
          """
          insert into search.achievement (credential, learner, record, skill, issuer, achieved_on,
            issued_at, signed_by, valid_until, percent, evidence)
          select md5('credential' || n || '-' || k)::uuid, md5('learner' || n)::uuid,
                 md5('record' || n)::uuid, 1 + (floor(10 * 401 ^ u)::bigint - 10) * 7919 %% 20000,
                 'University ' || floor(30 ^ (n * 7919::bigint %% 1000 / 1000.0))::int,
                 current_date - floor(2200 * v * v)::int, now() - 2200 * v * v * interval '1 day',
                 'did:web:records.example.edu#key-1',
                 case when k = 1 then now() + interval '2 years' end, 50 + floor(51 * sqrt(w)),
                 (array['Survey project', 'Final exam', 'Portfolio', 'Report'])[1:1 + n %% 4]
            from (select n, k, random() as u, random() as v, random() as w
                    from generate_series(1, %d) n, generate_series(1, 20) k offset 0) drawn
          """,
          """
          insert into search.profile (learner, id, version, region, availability, audience,
            granted_at, expires_at)
          select md5('learner' || n)::uuid, md5('profile' || n)::uuid, 1,
                 case when u < 0.8 then 'Region ' || floor(40 ^ v)::int end,
                 (array['NOW', 'SOON', 'LATER', null])[1 + floor(4 * w)::int],
                 case when n %% 20 = 0 then 'NAMED' else 'EVERYONE' end,
                 now(), now() + interval '300 days'
            from (select n, random() as u, random() as v, random() as w
                    from generate_series(1, %d) n offset 0) drawn
          """,
          """
          insert into search.profile_employer (learner, employer)
          select learner, 'acme' from search.profile where audience = 'NAMED'
          """,
          """
          insert into search.profile_achievement (learner, credential)
          select learner, credential from search.achievement
          """);

  /** Makes them; what the index says of them is not there yet. */
  void fill() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("select setseed(0.42)");
      for (String sql : VOCABULARY) {
        statement.execute(sql);
      }
      for (String sql : PEOPLE) {
        statement.execute(sql.formatted(learners));
      }
    }
    clean();
  }

  /** As the database does by itself in quiet hours. */
  private void clean() throws SQLException {
    for (String table : TABLES) {
      database.execute("vacuum analyze search." + table);
    }
  }

  /** Indexes them, and tells what that costs beside a bare load of the same rows. */
  List<Figure> indexed() throws Exception {
    List<UUID> all =
        jdbi.withHandle(handle ->
            handle
                .createQuery("select learner from search.profile order by id")
                .mapTo(UUID.class)
                .list());
    double many = learners / renewed(all, AT_ONCE);
    clean();
    double bare = learners / copied();
    List<Figure> figures = new ArrayList<>(sizes());
    List<UUID> some = all.subList(0, Math.min(ONE_BY_ONE, all.size()));
    double each = some.size() / renewed(some, 1);
    clean();
    String load = ", to a bare COPY of the same rows with the same indexes; half is asked for";
    figures.add(
        Figure.ofRates(
            count() + " people indexed for the first time, a thousand in a transaction" + load,
            many,
            bare));
    figures.add(
        Figure.ofRates(
            "Some of " + count() + " people indexed anew, each in a transaction" + load,
            each,
            bare));
    return figures;
  }

  private double renewed(List<UUID> who, int atOnce) {
    long begin = System.nanoTime();
    jdbi.useHandle(handle -> {
      for (int from = 0; from < who.size(); from += atOnce) {
        List<UUID> part = who.subList(from, Math.min(who.size(), from + atOnce));
        handle.useTransaction(same -> entries.renew(part));
      }
    });
    return (System.nanoTime() - begin) / 1e9;
  }

  /** Lets one learner be found by what their record holds. */
  void index(UUID learner) {
    entries.renew(learner);
  }

  private double copied() throws Exception {
    Path file = Files.createTempFile("entries", ".copy");
    try (Connection connection = database.connect()) {
      var copy = connection.unwrap(PGConnection.class).getCopyAPI();
      try (OutputStream out = Files.newOutputStream(file)) {
        copy.copyOut("copy search.entry to stdout", out);
      }
      database.execute("create table bare_entry (like search.entry including all)");
      long begin = System.nanoTime();
      try (InputStream in = Files.newInputStream(file)) {
        copy.copyIn("copy bare_entry from stdin", in);
      }
      return (System.nanoTime() - begin) / 1e9;
    } finally {
      Files.delete(file);
      database.execute("drop table if exists bare_entry");
    }
  }

  private List<Figure> sizes() {
    return List.of(
        size("the index (entries)", "entry"),
        size("what was agreed to", "profile", "profile_achievement", "profile_employer"),
        size("what records tell", "achievement", "record", "learner"));
  }

  private Figure size(String what, String... tables) {
    double bytes = 0;
    for (String table : tables) {
      bytes +=
          jdbi.withHandle(handle ->
              handle
                  .createQuery("select pg_total_relation_size(cast(:table as regclass))")
                  .bind("table", "search." + table)
                  .mapTo(Long.class)
                  .one());
    }
    return new Figure(
        "Disk for each of " + count() + " people with 20 achievements: " + what,
        String.format(Locale.ROOT, "%.1f kB", bytes / learners / 1e3),
        "–",
        "–");
  }
}
