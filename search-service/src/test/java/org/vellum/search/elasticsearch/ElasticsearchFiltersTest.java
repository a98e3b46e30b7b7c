package org.vellum.search.elasticsearch;

import org.vellum.search.achievement.SearchCenter;
import org.vellum.search.index.FiltersContract;
import org.vellum.testsupport.TestDatabase;

class ElasticsearchFiltersTest extends FiltersContract {

  @Override
  protected SearchCenter center(TestDatabase database) {
    return TestCluster.center(database);
  }
}
