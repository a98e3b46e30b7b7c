package org.vellum.search.achievement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An achievement of a learner, whose credential holds.
 *
 * @param credential last part of the credential's id, for the learner's own form; told to nobody
 *     else, since it is the same under every pseudonym and in every record that was shared
 * @param name the competency's statement, or the course's title
 * @param framework title of the framework; empty for a course
 * @param issuer who issued it
 * @param achievedOn the day on which it was achieved
 * @param percent the best result on which it rests, in percent
 * @param evidence what the results were given for
 */
public record Achievement(
    @JsonIgnore UUID credential,
    String name,
    String framework,
    String issuer,
    LocalDate achievedOn,
    Optional<Integer> percent,
    List<String> evidence) {

  public Achievement {
    evidence = List.copyOf(evidence);
  }
}
