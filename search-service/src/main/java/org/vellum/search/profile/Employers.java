package org.vellum.search.profile;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.usecase.Repository;

/** The employers who have searched here, whom learners can name. */
@Repository
public class Employers {
  private static final int MOST = 500;

  private static final int MOST_GREETED = 10_000;

  private final Jdbi jdbi;
  private final Set<String> greeted = ConcurrentHashMap.newKeySet();

  @Inject
  public Employers(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Remembers an employer: whoever was greeted on this node is not told to the database again. */
  public void greet(String employer, Instant now) {
    if (greeted.contains(employer)) {
      return;
    }
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into search.employer (name, first_seen) values (:name, :now)
                on conflict (name) do nothing
                """)
            .bind("name", employer)
            .bind("now", now)
            .execute());
    if (greeted.size() >= MOST_GREETED) {
      greeted.clear();
    }
    greeted.add(employer);
  }

  /** Their names. */
  public List<String> list() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select name from search.employer order by name limit " + MOST)
            .mapTo(String.class)
            .list());
  }
}
