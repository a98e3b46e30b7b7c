package org.vellum.search.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.vellum.platform.usecase.Component;
import org.vellum.search.metrics.SearchMetrics;

/**
 * Sends documents in bulk. What the cluster is too busy for is sent again, after a pause that
 * grows, and nothing else is sent meanwhile.
 */
@Component
class SendDocuments {
  private static final Logger LOG = Logger.getLogger(SendDocuments.class.getName());
  private static final int ATTEMPTS = 6;
  private static final int BULK_CHARACTERS = 5_000_000;
  private static final int CONFLICT = 409;
  private static final int BUSY = 429;
  private static final int BROKEN = 500;

  private final Cluster cluster;
  private final SearchMetrics metrics;
  private final Duration pause;

  @Inject
  SendDocuments(Cluster cluster, SearchMetrics metrics) {
    this(cluster, metrics, Duration.ofMillis(250));
  }

  /** Pauses so long before it sends again, then twice as long. */
  SendDocuments(Cluster cluster, SearchMetrics metrics, Duration pause) {
    this.cluster = cluster;
    this.metrics = metrics;
    this.pause = pause;
  }

  /**
   * Sends.
   *
   * @param indices where to; a document has arrived when it is in all of them
   * @return which arrived; a newer one that was there already counts
   * @throws IOException if the cluster does not answer
   */
  Set<UUID> send(Collection<Document> documents, Set<String> indices) throws IOException {
    Set<UUID> failed = new HashSet<>();
    for (String index : indices) {
      for (List<Document> part : parts(documents)) {
        failed.addAll(sendTo(index, part));
      }
    }
    Set<UUID> arrived = new HashSet<>(documents.stream().map(Document::profile).toList());
    arrived.removeAll(failed);
    return arrived;
  }

  /** Takes documents out at once: when it returns, no search finds them. One attempt. */
  Set<UUID> takeOut(Collection<Document> documents, Set<String> indices) throws IOException {
    Set<UUID> arrived = new HashSet<>(documents.stream().map(Document::profile).toList());
    for (String index : indices) {
      BulkResponse answer = bulk(cluster.asking(), index, List.copyOf(documents), true);
      answer.items().stream()
          .filter(each -> !arrived(each))
          .forEach(each -> arrived.remove(UUID.fromString(each.id())));
    }
    return arrived;
  }

  /** Gives which did not arrive. */
  private Set<UUID> sendTo(String index, List<Document> documents) throws IOException {
    Set<UUID> failed = new HashSet<>();
    List<Document> left = documents;
    for (int attempt = 1; ; attempt++) {
      List<Document> again = new ArrayList<>();
      BulkResponse answer = bulk(cluster.feeding(), index, left, false);
      for (int i = 0; i < left.size(); i++) {
        BulkResponseItem item = answer.items().get(i);
        if (!arrived(item) && passes(item) && attempt < ATTEMPTS) {
          again.add(left.get(i));
        } else if (!arrived(item)) {
          failed.add(left.get(i).profile());
          LOG.log(Level.WARNING, "the search index took a document not: {0}", fault(item));
        }
      }
      metrics.sent(SearchMetrics.Outcome.RETRIED, again.size());
      if (again.isEmpty()) {
        metrics.sent(SearchMetrics.Outcome.FAILED, failed.size());
        metrics.sent(SearchMetrics.Outcome.ARRIVED, documents.size() - failed.size());
        return failed;
      }
      pause(attempt);
      left = again;
    }
  }

  private static BulkResponse bulk(
      ElasticsearchClient client, String index, List<Document> documents, boolean atOnce)
      throws IOException {
    BulkRequest.Builder bulk = new BulkRequest.Builder().index(index).requireAlias(true);
    if (atOnce) {
      bulk.refresh(Refresh.True);
    }
    documents.forEach(each -> bulk.operations(operation(each)));
    return client.bulk(bulk.build());
  }

  private static BulkOperation operation(Document document) {
    String id = document.profile().toString();
    String json = document.json();
    if (json == null) {
      return BulkOperation.of(o ->
          o.delete(d -> d.id(id).version(document.revision()).versionType(VersionType.External)));
    }
    BinaryData body =
        BinaryData.of(json.getBytes(StandardCharsets.UTF_8), ContentType.APPLICATION_JSON);
    return BulkOperation.of(o ->
        o.index(i ->
            i.id(id)
                .version(document.revision())
                .versionType(VersionType.External)
                .document(body)));
  }

  /** A newer version that is there, and a deletion of what is not there, are as good. */
  private static boolean arrived(BulkResponseItem item) {
    return item.error() == null || item.status() == CONFLICT;
  }

  /** Whether it may arrive the next time: the cluster is busy or has just lost a node. */
  private static boolean passes(BulkResponseItem item) {
    return item.status() == BUSY || item.status() >= BROKEN;
  }

  private static String fault(BulkResponseItem item) {
    return item.status() + " " + (item.error() == null ? "" : item.error().reason());
  }

  private static List<List<Document>> parts(Collection<Document> documents) {
    List<List<Document>> parts = new ArrayList<>();
    List<Document> part = new ArrayList<>();
    int characters = 0;
    for (Document document : documents) {
      int length = document.json() == null ? 0 : document.json().length();
      if (!part.isEmpty() && characters + length > BULK_CHARACTERS) {
        parts.add(part);
        part = new ArrayList<>();
        characters = 0;
      }
      part.add(document);
      characters += length;
    }
    if (!part.isEmpty()) {
      parts.add(part);
    }
    return parts;
  }

  private void pause(int attempt) throws IOException {
    try {
      Thread.sleep(pause.multipliedBy(1L << (attempt - 1)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the cluster was busy", e);
    }
  }
}
