package org.vellum.search.vocabulary;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.vellum.platform.usecase.Repository;

/** Which skills stand for which, as frameworks associate them. */
@Repository
public class Crosswalks {
  private static final int EXACT = 95;
  private static final int REPLACED = 90;
  private static final int PART = 70;
  private static final int RELATED = 60;

  private final Jdbi jdbi;

  @Inject
  public Crosswalks(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * An association between two items (CASE 1.1, CFAssociation).
   *
   * @param type associationType
   * @param origin address of the origin node
   * @param destination address of the destination node
   */
  public record Association(String type, String origin, String destination) {}

  /** Who asks for one skill finds the other, so near. */
  private record Step(String asked, String found, int nearness) {}

  /**
   * Keeps associations of a framework. Who asks for a skill finds what matches it exactly, took its
   * place, is its part or child, or is related to it; but not the whole by the part, since who
   * shows a part has not shown the whole.
   */
  public void keep(UUID framework, List<Association> associations) {
    List<Step> steps = associations.stream().flatMap(Crosswalks::steps).distinct().toList();
    if (steps.isEmpty()) {
      return;
    }
    jdbi.useHandle(handle -> {
      PreparedBatch batch =
          handle.prepareBatch(
              """
              insert into search.crosswalk (framework, asked, found, nearness)
              values (:framework, :asked, :found, :nearness)
              on conflict (framework, asked, found)
                do update set nearness = greatest(crosswalk.nearness, excluded.nearness)
              """);
      for (Step step : steps) {
        batch
            .bind("framework", framework)
            .bind("asked", step.asked())
            .bind("found", step.found())
            .bind("nearness", step.nearness())
            .add();
      }
      batch.execute();
    });
  }

  private static Stream<Step> steps(Association association) {
    String origin = association.origin();
    String destination = association.destination();
    return switch (association.type()) {
      case "exactMatchOf", "isTranslationOf" -> both(origin, destination, EXACT);
      case "replacedBy" -> both(origin, destination, REPLACED);
      case "isRelatedTo", "isPeerOf" -> both(origin, destination, RELATED);
      case "isChildOf", "isPartOf" -> Stream.of(new Step(destination, origin, PART));
      default -> Stream.empty();
    };
  }

  private static Stream<Step> both(String one, String other, int nearness) {
    return Stream.of(new Step(one, other, nearness), new Step(other, one, nearness));
  }
}
