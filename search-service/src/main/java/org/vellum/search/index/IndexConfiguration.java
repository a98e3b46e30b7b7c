package org.vellum.search.index;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.vellum.platform.configuration.Key;

/**
 * Where the index is.
 *
 * @param urls addresses of the nodes of an Elasticsearch cluster; empty for the database
 * @param apiKey its API key
 * @param certificate the certificate of the authority by which the cluster's is checked
 * @param name name of the alias that is searched; those of its indices begin with it
 * @param shards into how many parts a new index is cut
 * @param replicas how many copies of each part there are beside it
 * @param timeout how long an answer is waited for before the database answers
 */
public record IndexConfiguration(
    @Key(
            name = "vellum.search.elasticsearch-urls",
            meaning =
                "Addresses of the nodes of an Elasticsearch cluster, separated by commas. Without"
                    + " any, the database is the index.",
            defaultValue = "")
        String urls,
    @Key(
            name = "vellum.search.elasticsearch-api-key",
            meaning = "API key for the cluster, as Elasticsearch encodes it; over https only.",
            defaultValue = "")
        String apiKey,
    @Key(
            name = "vellum.search.elasticsearch-certificate",
            meaning =
                "File with the certificate (PEM) of the authority by which the cluster's"
                    + " certificates are checked. Without it, those that Java trusts are.",
            defaultValue = "")
        String certificate,
    @Key(
            name = "vellum.search.elasticsearch-index",
            meaning = "Name of the alias that is searched; the names of its indices begin with it.",
            defaultValue = "vellum-people")
        String name,
    @Key(
            name = "vellum.search.elasticsearch-shards",
            meaning = "Into how many shards a new index is cut.",
            defaultValue = "1")
        int shards,
    @Key(
            name = "vellum.search.elasticsearch-replicas",
            meaning = "How many replicas each shard has. With 1 or more a node can be lost.",
            defaultValue = "1")
        int replicas,
    @Key(
            name = "vellum.search.elasticsearch-timeout",
            meaning =
                "How long an answer of the cluster is waited for before the database answers, as"
                    + " in PT2S.",
            defaultValue = "PT2S")
        Duration timeout) {

  /** The database is the index. */
  public static final IndexConfiguration DATABASE =
      new IndexConfiguration("", "", "", "vellum-people", 1, 1, Duration.ofSeconds(2));

  public IndexConfiguration {
    require(
        name.matches("[a-z][a-z0-9-]{0,99}"),
        "vellum.search.elasticsearch-index must be of a-z, 0-9 and -");
    require(shards >= 1, "vellum.search.elasticsearch-shards must be at least 1");
    require(replicas >= 0, "vellum.search.elasticsearch-replicas must not be negative");
    require(
        timeout.isPositive() && timeout.compareTo(Duration.ofMinutes(1)) <= 0,
        "vellum.search.elasticsearch-timeout must be more than 0 and at most a minute");
    for (URI node : addresses(urls)) {
      boolean safe = "https".equals(node.getScheme());
      require(
          safe || "http".equals(node.getScheme()),
          "vellum.search.elasticsearch-urls must begin with https:// or http://");
      require(
          safe || apiKey.isEmpty(),
          "vellum.search.elasticsearch-api-key must not be sent by http: use https");
    }
  }

  /** Whether the index is outside of the database. */
  public boolean outside() {
    return !nodes().isEmpty();
  }

  /** The nodes. */
  public List<URI> nodes() {
    return addresses(urls);
  }

  /** Not the key: a configuration may be printed. */
  @Override
  public String toString() {
    return "IndexConfiguration[urls=" + urls + ", name=" + name + "]";
  }

  private static List<URI> addresses(String urls) {
    return Arrays.stream(urls.split(",", -1))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .map(URI::create)
        .toList();
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
