package org.vellum.search.index;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.vellum.search.vocabulary.Likeness;

/**
 * Why somebody was found: one achievement that answers to one skill asked for. The points are the
 * sum of the four figures.
 *
 * @param wanted the place of the skill in the query, from 1
 * @param asked the skill as it was asked for, or as the occupation names it
 * @param occupation the occupation as one of whose skills it was asked for
 * @param required whether it was required
 * @param achievement the achievement's name
 * @param framework title of the framework; empty for a course
 * @param issuer who issued it
 * @param achievedOn the day on which it was achieved
 * @param percent the best result on which it rests
 * @param evidence what the results were given for
 * @param likeness why it answers
 * @param match points for how well it answers: up to 200 for a required skill, 100 for another
 * @param level points for the result: a fifth of its percent
 * @param recency points for being recent: 20, and 4 less for each whole year
 * @param strength points for evidence: 5 for each result, at most 20
 */
public record Reason(
    int wanted,
    String asked,
    Optional<String> occupation,
    boolean required,
    String achievement,
    String framework,
    String issuer,
    LocalDate achievedOn,
    int percent,
    List<String> evidence,
    Likeness likeness,
    int match,
    int level,
    int recency,
    int strength) {

  public Reason {
    evidence = List.copyOf(evidence);
  }

  /** What it adds to the score. */
  public int points() {
    return match + level + recency + strength;
  }
}
