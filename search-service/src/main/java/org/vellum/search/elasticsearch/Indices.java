package org.vellum.search.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.vellum.platform.json.Json;
import org.vellum.platform.usecase.Component;
import org.vellum.search.index.IndexConfiguration;

/**
 * The indices of the cluster that are ours. One is searched, by the alias that the configuration
 * names; all that exist are fed, each by an alias of its own, so that a write after an index was
 * deleted cannot make another of that name.
 */
@Component
class Indices {
  private static final String FEED = "-feed";

  private final Cluster cluster;
  private final IndexConfiguration configuration;

  @Inject
  Indices(Cluster cluster, IndexConfiguration configuration) {
    this.cluster = cluster;
    this.configuration = configuration;
  }

  /** What is searched. */
  String searched() {
    return configuration.name();
  }

  /** What is written to. */
  Set<String> fed() throws IOException {
    return named(cluster.feeding(), configuration.name() + "-*" + FEED);
  }

  /** The same, for somebody who waits. */
  Set<String> fedAtOnce() throws IOException {
    return named(cluster.asking(), configuration.name() + "-*" + FEED);
  }

  /** How many documents are searched; for somebody who waits. */
  long count() throws IOException {
    return cluster.asking().count(c -> c.index(configuration.name())).count();
  }

  /** Whether there is anything to search. */
  boolean exist() throws IOException {
    return cluster.feeding().indices().existsAlias(a -> a.name(configuration.name())).value();
  }

  /**
   * Makes an empty index, which is fed from then on.
   *
   * @param mark what tells it from others
   * @return what is written to
   */
  String create(String mark) throws IOException {
    String index = name(mark);
    String description = description();
    cluster
        .feeding()
        .indices()
        .create(c ->
            c.index(index)
                .withJson(new StringReader(description))
                .aliases(index + FEED, a -> a)
                .waitForActiveShards(w -> w.count(1)));
    return index + FEED;
  }

  private String name(String mark) {
    return configuration.name() + "-" + mark;
  }

  /** Lets an index be searched in the place of the one before, which is then deleted. */
  void swap(String mark) throws IOException {
    String index = name(mark);
    ElasticsearchClient client = cluster.feeding();
    client.indices().refresh(r -> r.index(index));
    List<String> before =
        named(client, configuration.name() + "-*" + FEED).stream()
            .map(each -> each.substring(0, each.length() - FEED.length()))
            .filter(each -> !each.equals(index))
            .toList();
    client
        .indices()
        .updateAliases(u -> {
          before.forEach(each ->
              u.actions(
                  a -> a.remove(r -> r.index(each).alias(configuration.name()).mustExist(false))));
          return u.actions(a -> a.add(d -> d.index(index).alias(configuration.name())));
        });
    for (String each : before) {
      client.indices().delete(d -> d.index(each).ignoreUnavailable(true));
    }
  }

  private String description() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Indices.class.getResourceAsStream("people.json"))) {
      ObjectNode description = (ObjectNode) Json.mapper().readTree(in);
      description
          .withObject("/settings/index")
          .put("number_of_shards", configuration.shards())
          .put("number_of_replicas", configuration.replicas());
      return description.toString();
    }
  }

  /** Lets no index be searched. */
  void hide() throws IOException {
    cluster
        .feeding()
        .indices()
        .deleteAlias(d -> d.index(configuration.name() + "-*").name(configuration.name()));
  }

  /** Deletes an index that was not finished. */
  void drop(String mark) throws IOException {
    cluster.feeding().indices().delete(d -> d.index(name(mark)).ignoreUnavailable(true));
  }

  private static Set<String> named(ElasticsearchClient client, String pattern) throws IOException {
    Set<String> names = new TreeSet<>();
    try {
      client
          .indices()
          .getAlias(g -> g.name(pattern))
          .result()
          .values()
          .forEach(index -> names.addAll(index.aliases().keySet()));
    } catch (ElasticsearchException e) {
      if (e.status() != 404) {
        throw e;
      }
    }
    return names;
  }
}
