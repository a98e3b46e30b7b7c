package org.vellum.competency.catalogue;

import java.util.List;

/**
 * The whole catalogue as it is sent and read.
 *
 * @param programs programs of study, no code twice
 * @param courses what completes the courses, none twice
 * @param evidence what evidences the competencies, no pair of both twice
 */
public record CatalogueDocument(
    List<Program> programs, List<CourseEntry> courses, List<EvidenceRule> evidence) {

  public CatalogueDocument {
    programs = List.copyOf(programs);
    courses = List.copyOf(courses);
    evidence = List.copyOf(evidence);
  }
}
