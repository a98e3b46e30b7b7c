package org.vellum.credentials.record;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an institution says that one learner achieved.
 *
 * @param id the record's identifier, a URI
 * @param name the record's title, such as "Transcript of Ada Lovelace"
 * @param learner whose record it is
 * @param institution who issues it
 * @param issued when it was issued
 * @param validUntil until when it holds, if that is limited
 * @param periods the terms or subscription periods that attainments refer to, in order of time
 * @param attainments what was achieved, in the order in which it is to be read
 * @param links how achievements relate to each other
 * @param averages grade point averages and totals of credit
 */
public record LearnerRecord(
    String id,
    String name,
    Learner learner,
    Institution institution,
    Instant issued,
    @Nullable Instant validUntil,
    List<Period> periods,
    List<Attainment> attainments,
    List<Link> links,
    List<Average> averages) {

  /** Copies the lists. */
  public LearnerRecord {
    periods = List.copyOf(periods);
    attainments = List.copyOf(attainments);
    links = List.copyOf(links);
    averages = List.copyOf(averages);
  }
}
