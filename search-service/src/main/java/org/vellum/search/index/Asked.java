package org.vellum.search.index;

import java.time.Instant;
import java.time.LocalDate;
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
record Asked(
    String employer, SkillQuery query, List<List<Match>> matches, Instant now, LocalDate asOf) {}
