package org.vellum.search.postgresql;

import org.vellum.search.achievement.SearchCenter;
import org.vellum.search.index.FiltersContract;
import org.vellum.testsupport.TestDatabase;

class PostgresqlFiltersTest extends FiltersContract {

  @Override
  protected SearchCenter center(TestDatabase database) {
    return new SearchCenter(database);
  }
}
