package org.vellum.search.elasticsearch;

import jakarta.inject.Inject;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.vellum.platform.usecase.Component;
import org.vellum.search.index.Feed;

/** Brings to the index what the database has marked. */
@Component
class FeedIndex {
  private static final int BATCH = 500;

  private final Feed feed;
  private final Documents documents;
  private final SendDocuments send;
  private final Indices indices;

  @Inject
  FeedIndex(Feed feed, Documents documents, SendDocuments send, Indices indices) {
    this.feed = feed;
    this.documents = documents;
    this.send = send;
    this.indices = indices;
  }

  /**
   * Brings a batch. What is read of the database is read after it was taken, and where it goes is
   * asked after that, so that a rebuild that begins meanwhile misses nothing.
   *
   * @return how many profiles arrived
   * @throws IOException if the cluster does not answer; then they are taken again in a moment
   */
  int bring() throws IOException {
    List<Feed.Marked> taken = feed.take(BATCH);
    if (taken.isEmpty()) {
      return 0;
    }
    Set<UUID> arrived = new HashSet<>();
    List<Document> all = documents.list(taken);
    try {
      arrived.addAll(send.send(all, indices.fed()));
    } finally {
      feed.giveBack(taken.stream().filter(each -> !arrived.contains(each.profile())).toList());
    }
    feed.strike(
        all.stream()
            .filter(each -> arrived.contains(each.profile()))
            .map(each -> new Feed.Marked(each.profile(), each.revision()))
            .toList());
    return arrived.size();
  }
}
