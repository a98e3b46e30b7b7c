package org.vellum.competency.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.vellum.platform.json.Json;

/**
 * The whole catalogue as it is sent and read.
 *
 * @param programs programs of study, no code twice
 * @param courses what completes the courses, none twice
 * @param evidence what evidences the competencies, no pair of both twice on a day
 * @param relations what else teaches, assesses or requires competencies, none twice on a day
 * @param prerequisites what comes before what, none twice on a day, and no circle
 */
public record CatalogueDocument(
    List<Program> programs,
    List<CourseEntry> courses,
    List<EvidenceRule> evidence,
    List<Relation> relations,
    List<Prerequisite> prerequisites) {

  public CatalogueDocument {
    programs = List.copyOf(programs);
    courses = List.copyOf(courses);
    evidence = List.copyOf(evidence);
    relations = List.copyOf(relations);
    prerequisites = List.copyOf(prerequisites);
  }

  public static CatalogueDocument empty() {
    return new CatalogueDocument(List.of(), List.of(), List.of(), List.of(), List.of());
  }

  /** All relations, those that are rules of evidence too. */
  public List<Relation> allRelations() {
    return Stream.concat(evidence.stream().map(Relation::of), relations.stream()).toList();
  }

  /** The same without what names one of these competencies. */
  public CatalogueDocument without(Set<UUID> competencies) {
    return new CatalogueDocument(
        programs.stream()
            .map(program -> program.requiring(without(program.requirements(), competencies)))
            .toList(),
        courses,
        evidence.stream().filter(rule -> !competencies.contains(rule.competency())).toList(),
        relations.stream()
            .filter(relation -> !competencies.contains(relation.competency()))
            .toList(),
        prerequisites.stream()
            .filter(prerequisite ->
                prerequisite.competencies().stream().noneMatch(competencies::contains))
            .toList());
  }

  private static List<Requirements> without(List<Requirements> all, Set<UUID> competencies) {
    return all.stream().flatMap(each -> each.without(competencies).stream()).toList();
  }

  /**
   * Tells this content from any other: SHA-256 of its JSON, as 64 hexadecimal digits. Two documents
   * that say the same in the same order have the same.
   */
  public String fingerprint() {
    try {
      byte[] json = Json.mapper().writeValueAsBytes(this);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All competencies that it names. */
  public Set<UUID> competencies() {
    Set<UUID> named = new HashSet<>();
    evidence.forEach(rule -> named.add(rule.competency()));
    relations.forEach(relation -> named.add(relation.competency()));
    prerequisites.forEach(prerequisite -> named.addAll(prerequisite.competencies()));
    programs.stream()
        .flatMap(program -> program.requirements().stream())
        .forEach(each -> named.addAll(each.requirement().competencies()));
    return named;
  }
}
