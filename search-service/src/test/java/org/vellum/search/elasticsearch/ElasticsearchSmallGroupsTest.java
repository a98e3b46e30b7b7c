package org.vellum.search.elasticsearch;

import org.vellum.search.achievement.SearchCenter;
import org.vellum.search.index.SmallGroupsContract;
import org.vellum.testsupport.TestDatabase;

class ElasticsearchSmallGroupsTest extends SmallGroupsContract {

  @Override
  protected SearchCenter center(TestDatabase database) {
    return TestCluster.center(database);
  }
}
