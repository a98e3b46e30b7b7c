package org.vellum.benchmarks;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.vellum.start.ApiRefused;
import org.vellum.start.PublicApi;

/**
 * A learner who lets herself be found and withdraws, again and again, while two others search: a
 * search that begins after the answer to a withdrawal must not find her.
 */
final class SearchWithdrawals {
  /** Signs in by this name. */
  static final String WHO = "amara";

  private static final String LEARNER = "md5('learner1')::uuid";
  private static final String SKILL = "Keeps bees on the roof of a library";
  private static final long MILLIS = 20_000;

  private final SearchedPeople people;
  private final BenchmarkDatabase database;
  private final PublicApi employer;
  private final PublicApi learner;

  /**
   * Gives one of the people a name to sign in by and a skill that nobody else has.
   *
   * @param employer a client that may search
   */
  SearchWithdrawals(
      SearchedPeople people, BenchmarkDatabase database, PublicApi employer, PublicApi learner)
      throws Exception {
    this.people = people;
    this.database = database;
    this.employer = employer;
    this.learner = learner;
    database.execute("update search.learner set username = '" + WHO + "' where id = " + LEARNER);
    database.execute(
        "insert into search.skill (id, key, name) overriding system value values (20001, 'bees', '"
            + SKILL
            + "')");
    database.execute(
        """
        update search.achievement set skill = 20001
         where credential = (
           select credential from search.achievement where learner = %s limit 1)
        """
            .formatted(LEARNER));
  }

  /** Withdraws as often as there is time, while somebody searches by the load. */
  Figure figure(HttpLoad load) throws Exception {
    List<Long> times = new ArrayList<>();
    try (ExecutorService others = Executors.newSingleThreadExecutor()) {
      Future<Double> searches = others.submit(() -> load.rate(2, MILLIS));
      while (!searches.isDone()) {
        times.add(withdrawn());
      }
      System.err.printf(
          Locale.ROOT,
          "%d withdrawals beside %.0f searches a second%n",
          times.size(),
          searches.get());
    }
    Collections.sort(times);
    return new Figure(
        "Withdrawal among %s people by the page, while two search: after the answer nobody is shown"
                .formatted(people.count())
            + " her (looked at "
            + times.size()
            + " times); the 95th percentile of the answer",
        String.format(Locale.ROOT, "%.1f ms", times.get(times.size() * 95 / 100) / 1e6),
        "–",
        "–");
  }

  private long withdrawn() throws Exception {
    String profile = found();
    if (!search().contains(profile)) {
      throw new IllegalStateException("is not found though she agreed to be");
    }
    long begin = System.nanoTime();
    learner.postForm("/search/my/profile/withdrawal", Map.of("csrf", learner.csrf().orElse("")));
    long time = System.nanoTime() - begin;
    if (search().contains(profile)) {
      throw new IllegalStateException("is found after the withdrawal");
    }
    return time;
  }

  /** Lets her be found by all that her record holds, for a year less a day. */
  private String found() throws Exception {
    String profile = UUID.randomUUID().toString();
    database.execute(
        """
        with agreed as (
          insert into search.profile (learner, id, version, audience, granted_at, expires_at)
          values (%1$s, '%2$s', 1, 'EVERYONE', now(), now() + interval '364 days')
          on conflict (learner) do update set id = excluded.id
          returning learner)
        insert into search.profile_achievement (learner, credential)
        select agreed.learner, credential
          from agreed join search.achievement a on a.learner = %1$s
        on conflict do nothing
        """
            .formatted(LEARNER, profile));
    people.index(learnerId());
    return profile;
  }

  private UUID learnerId() {
    return people
        .jdbi()
        .withHandle(handle ->
            handle
                .createQuery("select id from search.learner where username = :name")
                .bind("name", WHO)
                .mapTo(UUID.class)
                .one());
  }

  private String search() throws ApiRefused {
    URI address = URI.create("/search/api/people?skill=" + SKILL.replace(" ", "+"));
    return employer.get(address.toString(), "application/json").body();
  }
}
