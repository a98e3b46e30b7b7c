package org.vellum.search.occupation;

import java.util.List;
import org.vellum.search.vocabulary.Match;

/**
 * A skill that an occupation needs and that something in the vocabulary answers to.
 *
 * @param name what the vocabulary of occupations calls it
 * @param importance how important it is, in percent of the scale
 * @param matches what answers to it; a nearness is the likeness times the importance
 */
public record NeededSkill(String name, int importance, List<Match> matches) {

  public NeededSkill {
    matches = List.copyOf(matches);
  }
}
