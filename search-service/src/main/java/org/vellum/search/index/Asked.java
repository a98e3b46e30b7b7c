package org.vellum.search.index;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.vellum.search.vocabulary.Match;

/**
 * A search, ready to be made.
 *
 * @param employer who asks: a sign-in name, or {@code client:<id>}
 * @param query what is asked
 * @param matches for each skill of the query, in its order, the skills that answer
 * @param now the instant at which consent and credentials must hold
 * @param asOf the day by which recency is reckoned
 */
public record Asked(
    String employer, SkillQuery query, List<List<Match>> matches, Instant now, LocalDate asOf) {

  public Asked {
    matches = matches.stream().map(List::copyOf).toList();
  }

  /**
   * A skill that answers to one that is asked for.
   *
   * @param place of the skill asked for, from 1
   * @param match the skill that answers
   * @param points for how well it answers: twice the nearness where it is required, else once
   * @param leastPercent the least result on which it must rest
   */
  public record Answering(int place, Match match, int points, int leastPercent) {}

  /** All that answer, in the order of asking. */
  public List<Answering> answering() {
    List<Answering> all = new ArrayList<>();
    List<Wanted> wanted = query.all();
    int required = query.required().size();
    for (int i = 0; i < wanted.size(); i++) {
      int weight = i < required ? 2 : 1;
      for (Match match : matches.get(i)) {
        all.add(new Answering(i + 1, match, weight * match.nearness(), wanted.get(i).percent()));
      }
    }
    return all;
  }
}
