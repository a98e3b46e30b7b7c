package org.vellum.search.index;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An index of what consenting learners chose to show, by skill. It proposes and counts; whether
 * somebody is shown is asked of the database for everyone whom it names.
 */
public interface SkillIndex {
  /** How many values of one field are told at most. */
  int FACETS = 12;

  /** How many people are counted at most. */
  int COUNTED = 10_000;

  /**
   * Names people for a search.
   *
   * @param after who was named last; empty for the beginning, which alone is answered with a count
   *     and facets
   * @param limit how many at most
   */
  Answer search(Asked asked, Optional<Candidate> after, int limit);

  /**
   * Names some of those whom the employer may find and who lie within the filters, whatever they
   * can do.
   */
  List<UUID> within(Asked asked, int limit);

  /**
   * Takes out whoever withdrew, before it returns where that can be. Where it cannot, they are
   * shown to nobody all the same, and are taken out later.
   */
  void takeOut();
}
