package org.vellum.search.index;

import java.util.List;

/**
 * What an index answers.
 *
 * @param candidates the best first
 * @param count at least so many were found in all; 0 where that was not asked
 * @param facets by what the search can be narrowed, with counts as they are; of each field the
 *     largest first
 */
public record Answer(List<Candidate> candidates, int count, List<Facet> facets) {

  public Answer {
    candidates = List.copyOf(candidates);
    facets = List.copyOf(facets);
  }
}
