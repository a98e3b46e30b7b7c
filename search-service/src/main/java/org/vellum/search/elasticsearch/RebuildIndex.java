package org.vellum.search.elasticsearch;

import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.Component;

/**
 * Fills a fresh index from the database and lets it be searched in the place of the one before.
 * Until then the one before is searched and fed; the fresh one is fed from its first moment on, and
 * since documents carry versions, what is fed and what is filled in do not disturb one another.
 */
@Component
public class RebuildIndex {
  private static final Logger LOG = Logger.getLogger(RebuildIndex.class.getName());
  private static final int PAGE = 1_000;
  private static final int PAGES_BETWEEN_WORDS = 20;

  private final Indices indices;
  private final Documents documents;
  private final SendDocuments send;
  private final Rebuilds rebuilds;
  private final Ids ids;
  private final Troubles troubles;

  @Inject
  RebuildIndex(
      Indices indices,
      Documents documents,
      SendDocuments send,
      Rebuilds rebuilds,
      Ids ids,
      Troubles troubles) {
    this.indices = indices;
    this.documents = documents;
    this.send = send;
    this.rebuilds = rebuilds;
    this.ids = ids;
    this.troubles = troubles;
  }

  /** What came of it. */
  public sealed interface Result {
    /** The fresh index is searched. */
    record Rebuilt(long documents) implements Result {}

    /** Another node is at it. */
    record UnderWay() implements Result {}

    /** The cluster did not take all; the index before is searched on. */
    record Failed(String why) implements Result {}
  }

  /** Rebuilds. */
  public Result rebuild() {
    String mark = ids.next().toString();
    long total = documents.count();
    if (!rebuilds.begin(mark, total)) {
      return new Result.UnderWay();
    }
    try {
      Set<String> fresh = Set.of(indices.create(mark));
      long done = fill(mark, fresh, total);
      indices.swap(mark);
      rebuilds.end(mark);
      troubles.over(Troubles.Work.REBUILD);
      LOG.log(Level.INFO, "search index rebuilt with {0} documents", done);
      return new Result.Rebuilt(done);
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.WARNING, "search index not rebuilt: {0}", e.toString());
      troubles.note(Troubles.Work.REBUILD, e);
      drop(mark);
      rebuilds.giveUp(mark);
      return new Result.Failed(String.valueOf(e.getMessage()));
    }
  }

  private void drop(String mark) {
    try {
      indices.drop(mark);
    } catch (IOException | RuntimeException e) {
      // Nothing searches it, and the next rebuild deletes it.
      LOG.log(Level.INFO, "an unfinished search index stays for now: {0}", e.toString());
    }
  }

  private long fill(String mark, Set<String> fresh, long total) throws IOException {
    Optional<UUID> last = Optional.empty();
    long done = 0;
    for (int page = 1; ; page++) {
      List<Document> next = documents.after(last, PAGE);
      if (next.isEmpty()) {
        return done;
      }
      if (send.send(next, fresh).size() < next.size()) {
        throw new IOException("the cluster did not take all documents");
      }
      done += next.size();
      last = Optional.of(next.getLast().profile());
      if (!rebuilds.progress(mark, done)) {
        throw new IOException("another node began a rebuild");
      }
      if (page % PAGES_BETWEEN_WORDS == 0) {
        LOG.log(Level.INFO, "search index: {0} of {1} documents", new Object[] {done, total});
      }
    }
  }
}
