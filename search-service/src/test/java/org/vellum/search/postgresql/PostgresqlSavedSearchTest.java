package org.vellum.search.postgresql;

import org.vellum.search.achievement.SearchCenter;
import org.vellum.search.alert.SavedSearchContract;
import org.vellum.testsupport.TestDatabase;

class PostgresqlSavedSearchTest extends SavedSearchContract {

  @Override
  protected SearchCenter center(TestDatabase database) {
    return new SearchCenter(database);
  }
}
