package org.vellum.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vellum.search.achievement.SearchCenter.ACME;
import static org.vellum.search.achievement.SearchCenter.learner;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.platform.persistence.Schemas;
import org.vellum.search.achievement.SearchCenter;
import org.vellum.testsupport.TestDatabase;

class EntriesTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "search").emptyAfterEach("search");

  @Test
  void those_of_many_learners_are_renewed_at_once_and_of_nobody_else() throws Exception {
    SearchCenter center = new SearchCenter(database);
    UUID ada = center.shown("ada", center.attained("Bakes bread"), center.attained("Sews"));
    UUID ben = center.shown("ben", center.attained("Bakes bread"));
    UUID cleo = center.shown("cleo", center.attained("Bakes bread"));
    assertThat(center.found(ACME, "Bakes bread")).containsExactlyInAnyOrder(ada, ben, cleo);
    center.jdbi.useHandle(handle -> handle.execute("delete from search.entry"));

    new Entries(center.jdbi, center.feed)
        .renew(List.of(learner("ada"), learner("ben"), learner("a stranger")));

    assertThat(center.found(ACME, "Bakes bread")).containsExactlyInAnyOrder(ada, ben);
    assertThat(center.found(ACME, "Sews")).containsExactly(ada);
  }

  @Test
  void an_entry_belongs_to_a_profile_and_goes_with_it() throws Exception {
    SearchCenter center = new SearchCenter(database);
    center.shown("ada", center.attained("Bakes bread"));
    String stray =
        """
        insert into search.entry (skill, learner, credential, percent, achieved_on)
        select skill, gen_random_uuid(), credential, percent, achieved_on from search.entry
        """;
    assertThatThrownBy(() -> center.jdbi.useHandle(handle -> handle.execute(stray)))
        .hasMessageContaining("an entry belongs to a profile");

    center.jdbi.useHandle(handle -> handle.execute("delete from search.profile"));

    int left =
        center.jdbi.withHandle(handle ->
            handle.createQuery("select count(*) from search.entry").mapTo(Integer.class).one());
    assertThat(left).isZero();
  }
}
