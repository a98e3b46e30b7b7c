package org.vellum.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.vellum.platform.usecase.Component;
import org.vellum.search.index.Answer;
import org.vellum.search.index.Asked;
import org.vellum.search.index.Candidate;
import org.vellum.search.index.Facet;
import org.vellum.search.index.Feed;
import org.vellum.search.index.SkillIndex;

/**
 * The index in the cluster. Whoever withdrew and is still in it is left out by each query until
 * they are taken out.
 */
@Component
@Typed(ElasticsearchIndex.class)
class ElasticsearchIndex implements SkillIndex {
  private static final Logger LOG = Logger.getLogger(ElasticsearchIndex.class.getName());

  /** If more than these are still to be taken out, the cluster is not asked. */
  private static final int GONE = 1_000;

  private final Cluster cluster;
  private final Indices indices;
  private final SendDocuments send;
  private final Documents documents;
  private final Feed feed;
  private final Troubles troubles;

  @Inject
  ElasticsearchIndex(
      Cluster cluster,
      Indices indices,
      SendDocuments send,
      Documents documents,
      Feed feed,
      Troubles troubles) {
    this.cluster = cluster;
    this.indices = indices;
    this.send = send;
    this.documents = documents;
    this.feed = feed;
    this.troubles = troubles;
  }

  @Override
  public Answer search(Asked asked, Optional<Candidate> after, int limit) {
    SearchRequest.Builder request = new SearchRequest.Builder();
    request
        .query(PeopleQuery.of(asked, gone()))
        .size(limit)
        .sort(s -> s.score(o -> o.order(SortOrder.Desc)))
        .sort(s -> s.field(f -> f.field("profile").order(SortOrder.Asc)));
    if (after.isPresent()) {
      Candidate last = after.get();
      request
          .searchAfter(
              FieldValue.of((double) last.score()), FieldValue.of(last.profile().toString()))
          .trackTotalHits(t -> t.enabled(false));
    } else {
      request.trackTotalHits(t -> t.count(COUNTED)).aggregations(PeopleFacets.asked(asked));
    }
    SearchResponse<Void> response = answer(request);
    List<Candidate> candidates =
        response.hits().hits().stream().map(ElasticsearchIndex::candidate).toList();
    if (after.isPresent()) {
      return new Answer(candidates, 0, List.of());
    }
    int count = (int) Objects.requireNonNull(response.hits().total()).value();
    List<Facet> facets = PeopleFacets.told(response.aggregations(), documents::titles);
    return new Answer(candidates, count, facets);
  }

  @Override
  public List<UUID> within(Asked asked, int limit) {
    SearchRequest.Builder request = new SearchRequest.Builder();
    request
        .query(q -> q.bool(PeopleQuery.within(asked, gone()).build()))
        .size(limit)
        .trackTotalHits(t -> t.enabled(false));
    return answer(request).hits().hits().stream().map(hit -> profile(hit)).toList();
  }

  @Override
  public void takeOut() {
    List<Feed.Marked> gone = feed.gone(GONE);
    if (gone.isEmpty()) {
      return;
    }
    try {
      Set<String> fed = indices.fedAtOnce();
      List<Document> absent =
          gone.stream().map(each -> new Document(each.profile(), each.revision(), null)).toList();
      Set<UUID> arrived = send.takeOut(absent, fed);
      feed.strike(gone.stream().filter(each -> arrived.contains(each.profile())).toList());
    } catch (IOException | ElasticsearchException e) {
      // They are left out by every query, and are taken out when the cluster is there again.
      LOG.log(Level.WARNING, "withdrawn from, but still in, the search index: {0}", e.toString());
    }
  }

  private List<String> gone() {
    List<Feed.Marked> gone = feed.gone(GONE);
    if (gone.size() == GONE) {
      throw new IndexUnavailable("too many are to be taken out of the search index", null);
    }
    return gone.stream().map(each -> each.profile().toString()).toList();
  }

  /** An answer of all shards in time, or none. */
  private SearchResponse<Void> answer(SearchRequest.Builder request) {
    try {
      SearchResponse<Void> response =
          cluster
              .asking()
              .search(
                  request
                      .index(indices.searched())
                      .allowPartialSearchResults(false)
                      .source(s -> s.fetch(false))
                      .build(),
                  Void.class);
      if (response.timedOut()) {
        throw new IndexUnavailable("the search index took too long", null);
      }
      troubles.over(Troubles.Work.SEARCH);
      return response;
    } catch (IOException | ElasticsearchException e) {
      troubles.note(Troubles.Work.SEARCH, e);
      throw new IndexUnavailable("the search index does not answer", e);
    }
  }

  private static Candidate candidate(Hit<Void> hit) {
    return new Candidate(profile(hit), Math.round(Objects.requireNonNull(hit.score())));
  }

  private static UUID profile(Hit<Void> hit) {
    return UUID.fromString(Objects.requireNonNull(hit.id()));
  }
}
