package org.vellum.search.postgresql;

import org.vellum.search.achievement.SearchCenter;
import org.vellum.search.index.FindPeopleContract;
import org.vellum.testsupport.TestDatabase;

class PostgresqlFindPeopleTest extends FindPeopleContract {

  @Override
  protected SearchCenter center(TestDatabase database) {
    return new SearchCenter(database);
  }
}
