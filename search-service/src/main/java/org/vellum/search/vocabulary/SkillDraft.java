package org.vellum.search.vocabulary;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A skill as somebody told it.
 *
 * @param key address of the CFItem (CASE 1.1); for a course {@code course:} and its sourcedId
 * @param name the full statement, or the course's title
 * @param code the humanCodingScheme, where the item has one
 * @param labels other names for it
 * @param framework title of the framework; empty for a course
 * @param competency identifier of the CFItem
 * @param course {@code sourcedId} of the course (OneRoster 1.2, courses)
 * @param adopted whether it is told as a part of an adopted framework
 */
public record SkillDraft(
    String key,
    String name,
    Optional<String> code,
    List<String> labels,
    String framework,
    Optional<UUID> competency,
    Optional<String> course,
    boolean adopted) {

  public SkillDraft {
    labels = List.copyOf(labels);
  }

  /** What the key of a course begins with. */
  static final String COURSE = "course:";

  /** A course. */
  public static SkillDraft ofCourse(String sourcedId, String title) {
    return new SkillDraft(
        COURSE + sourcedId,
        title,
        Optional.empty(),
        List.of(),
        "",
        Optional.empty(),
        Optional.of(sourcedId),
        false);
  }
}
