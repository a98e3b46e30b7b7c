package org.vellum.search.elasticsearch;

import org.vellum.search.achievement.SearchCenter;
import org.vellum.search.alert.SavedSearchContract;
import org.vellum.testsupport.TestDatabase;

class ElasticsearchSavedSearchTest extends SavedSearchContract {

  @Override
  protected SearchCenter center(TestDatabase database) {
    return TestCluster.center(database);
  }
}
