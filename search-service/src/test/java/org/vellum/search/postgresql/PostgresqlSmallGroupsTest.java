package org.vellum.search.postgresql;

import org.vellum.search.achievement.SearchCenter;
import org.vellum.search.index.SmallGroupsContract;
import org.vellum.testsupport.TestDatabase;

class PostgresqlSmallGroupsTest extends SmallGroupsContract {

  @Override
  protected SearchCenter center(TestDatabase database) {
    return new SearchCenter(database);
  }
}
