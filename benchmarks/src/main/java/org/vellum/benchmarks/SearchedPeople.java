package org.vellum.benchmarks;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

  private static final int FIRST = 100_000;
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

  /** How many they are. */
  int number() {
    return learners;
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

  /** Makes them; what the index says of them is not there yet. */
  void fill() throws Exception {
    QuickFill quick = new QuickFill(database);
    quick.fill("vocabulary", SearchedRows.VOCABULARY, new QuickFill.Bared(List.of()));
    List<String> people =
        SearchedRows.PEOPLE.stream().map(each -> each.formatted(learners)).toList();
    QuickFill.Bared chosen = quick.bare("search.profile_achievement");
    QuickFill.Bared achieved = quick.bare("search.achievement");
    QuickFill.Bared none = new QuickFill.Bared(List.of());
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      Future<?> records =
          two.submit(() -> {
            quick.fill("achievement", people.subList(2, 3), achieved);
            return null;
          });
      Future<?> others =
          two.submit(() -> {
            quick.fill("learner, record", people.subList(0, 2), none);
            quick.fill("profile", people.subList(3, 5), none);
            quick.fill("profile_achievement", people.subList(5, 6), chosen);
            return null;
          });
      records.get();
      others.get();
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
    List<UUID> first = all.subList(0, Math.min(FIRST, all.size()));
    double many = first.size() / renewed(first, AT_ONCE);
    double bare = first.size() / copied();
    rest(all.subList(first.size(), all.size()));
    clean();
    List<Figure> figures = new ArrayList<>(sizes());
    List<UUID> some = all.subList(0, Math.min(ONE_BY_ONE, all.size()));
    double each = some.size() / renewed(some, 1);
    clean();
    String load = ", to a bare COPY of the same rows with the same indexes; half is asked for";
    figures.add(
        Figure.ofRates(
            "The first %,d of %s people indexed, a thousand in a transaction"
                    .formatted(first.size(), count())
                + load,
            many,
            bare));
    figures.add(
        Figure.ofRates(
            "Some of " + count() + " people indexed anew, each in a transaction" + load,
            each,
            bare));
    return figures;
  }

  /** Indexes those who remain, on two connections, and tells how far it is. */
  private void rest(List<UUID> who) throws Exception {
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      for (int from = 0; from < who.size(); from += FIRST) {
        List<UUID> part = who.subList(from, Math.min(who.size(), from + FIRST));
        int half = part.size() / 2;
        long begin = System.nanoTime();
        Future<?> one = two.submit(() -> renewed(part.subList(0, half), AT_ONCE));
        Future<?> other = two.submit(() -> renewed(part.subList(half, part.size()), AT_ONCE));
        one.get();
        other.get();
        System.err.printf(
            Locale.ROOT,
            "%,d of %,d more indexed, by two at once, %.0f/s%n",
            from + part.size(),
            who.size(),
            part.size() * 1e9 / (System.nanoTime() - begin));
      }
    }
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
