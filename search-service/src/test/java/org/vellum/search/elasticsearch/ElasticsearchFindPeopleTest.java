package org.vellum.search.elasticsearch;

import org.vellum.search.achievement.SearchCenter;
import org.vellum.search.index.FindPeopleContract;
import org.vellum.testsupport.TestDatabase;

class ElasticsearchFindPeopleTest extends FindPeopleContract {

  @Override
  protected SearchCenter center(TestDatabase database) {
    return TestCluster.center(database);
  }
}
