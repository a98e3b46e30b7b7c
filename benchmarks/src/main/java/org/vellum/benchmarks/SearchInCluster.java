package org.vellum.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vellum.search.elasticsearch.BareCluster;
import org.vellum.search.index.IndexConfiguration;

/**
 * The same searches by one node of Elasticsearch, and how it comes to its documents: a rebuild from
 * the database, to a bare bulk load of the same documents into an index described alike.
 *
 * @param people who can be found
 * @param measured the application, which runs by the index in the database until now
 * @param authorization the header by which the client is known
 */
record SearchInCluster(SearchedPeople people, MeasuredServer measured, String authorization) {
  private static final String INDEX = "vellum-people";
  private static final int HEAP_MEGABYTES = 2_048;

  /** How many are loaded bare. */
  private static final int FIRST = 100_000;

  private static final Duration READY = Duration.ofMinutes(4);
  private static final long PAUSE_MILLIS = 200;
  private static final long WORD_MILLIS = 20_000;

  List<Figure> figures() throws Exception {
    try (SearchNode node = SearchNode.start(HEAP_MEGABYTES)) {
      long empty = node.alive();
      String url = node.node().url();
      measured.server().close();
      measured
          .server()
          .with("vellum.search.elasticsearch-urls", url)
          .with("vellum.search.elasticsearch-replicas", "0")
          .with("vellum.search.elasticsearch-timeout", "PT30S");
      measured.server().start();
      measured.server().awaitReady(READY);
      double rebuilt = rebuilt();
      List<Figure> figures = new ArrayList<>();
      figures.add(bulk(node, rebuilt));
      IndexConfiguration configuration =
          new IndexConfiguration(url, "", "", INDEX, 1, 0, Duration.ofSeconds(30));
      SearchTimes times =
          new SearchTimes(
              people,
              measured.server().address(),
              authorization,
              BareCluster.index(people.jdbi(), configuration),
              "by the cluster");
      long before = node.searches(INDEX);
      figures.addAll(times.searches());
      if (node.searches(INDEX) - before < times.asked()) {
        throw new IllegalStateException("the database answered in the place of the cluster");
      }
      figures.add(size("disk", node.disk(INDEX)));
      figures.add(
          size(
              "heap in use after a collection, above that of the empty node",
              node.alive() - empty));
      return figures;
    }
  }

  private Figure size(String what, long bytes) {
    return new Figure(
        "The cluster for each of %s people with 20 achievements: %s"
            .formatted(people.count(), what),
        String.format(Locale.ROOT, "%.2f kB", bytes / (double) people.number() / 1e3),
        "–",
        "–");
  }

  private Figure bulk(SearchNode node, double rebuilt) throws Exception {
    Path file = Files.createTempFile("people", ".ndjson");
    try {
      int written = node.write(INDEX, FIRST, file);
      double seconds = node.load(file, INDEX);
      return Figure.ofRates(
          "The index of %s people rebuilt in the cluster from the database, to a bare bulk load of"
                  .formatted(people.count())
              + " %,d of the same documents (%.1f kB each); half is asked for"
                  .formatted(written, Files.size(file) / 1e3 / written),
          rebuilt,
          written / seconds);
    } finally {
      Files.delete(file);
    }
  }

  /**
   * Has the index rebuilt, once to warm up where that does not take long, and tells how far it is.
   *
   * @return documents in a second
   */
  private double rebuilt() throws Exception {
    String first = next("");
    double rate = observed();
    if (people.number() <= FIRST) {
      people
          .jdbi()
          .useHandle(
              handle -> handle.execute("insert into search.rebuild_wish (single) values (true)"));
      next(first);
      rate = observed();
    }
    return rate;
  }

  /** Waits for a rebuild that is another than the one before, and gives its name. */
  private String next(String before) throws Exception {
    while (true) {
      Optional<String> name =
          people
              .jdbi()
              .withHandle(handle ->
                  handle
                      .createQuery("select index_name from search.rebuild")
                      .mapTo(String.class)
                      .findOne());
      if (name.filter(each -> !each.equals(before)).isPresent()) {
        return name.get();
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  /** Watches a rebuild to its end, and tells its rate from here on. */
  private double observed() throws Exception {
    long begin = System.nanoTime();
    long told = begin;
    long before = done();
    while (!finished()) {
      Thread.sleep(PAUSE_MILLIS);
      if (System.nanoTime() - told > WORD_MILLIS * 1_000_000) {
        told = System.nanoTime();
        System.err.printf(
            Locale.ROOT, "rebuilt in the cluster: %,d of %s%n", done(), people.count());
      }
    }
    return (people.number() - before) / ((System.nanoTime() - begin) / 1e9);
  }

  private long done() {
    return people
        .jdbi()
        .withHandle(handle ->
            handle.createQuery("select done from search.rebuild").mapTo(Long.class).one());
  }

  private boolean finished() {
    return people
        .jdbi()
        .withHandle(handle ->
            handle
                .createQuery("select finished_at is not null from search.rebuild")
                .mapTo(Boolean.class)
                .one());
  }
}
