package org.vellum.search.operation;

import java.util.Map;
import org.vellum.platform.pages.Page;
import org.vellum.search.elasticsearch.ClusterView;

/** The administrator's page. */
final class IndexPage {
  private IndexPage() {}

  static Page of(IndexResource.Standing standing) {
    boolean underWay =
        standing.entries().filter(EntryRebuilds.Progress::isUnderWay).isPresent()
            || standing.cluster().filter(IndexPage::moves).isPresent();
    return Page.of(
        "org/vellum/search/operation/index", Map.of("standing", standing, "underWay", underWay));
  }

  private static boolean moves(ClusterView.Standing cluster) {
    return cluster.wished() || cluster.rebuild().filter(each -> !each.finished()).isPresent();
  }
}
