package org.vellum.competency.evaluation.oneroster;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vellum.platform.persistence.Jsonb;

/** An object of the gradebook that is no result, with all that is kept of it. */
sealed interface GradebookObject {

  /** What all objects have. */
  Base base();

  /** Name of the class, as it wraps one object. */
  String singular();

  /** {@code sourcedId}s of what must be there, by the member that names them. */
  Map<String, String> references();

  /**
   * What all objects have (OneRoster 1.2, Base).
   *
   * @param sourcedId its {@code sourcedId}
   * @param active whether it is to be kept (status {@code active})
   * @param lastModified when its source last changed it
   * @param metadata what its source adds, where it does
   * @param title its title
   */
  record Base(
      String sourcedId,
      boolean active,
      Instant lastModified,
      Optional<Jsonb> metadata,
      String title) {}

  /**
   * A category (CategoryDType).
   *
   * @param weight its part of the whole, where one was sent
   */
  record Category(Base base, Optional<BigDecimal> weight) implements GradebookObject {
    @Override
    public String singular() {
      return "category";
    }

    @Override
    public Map<String, String> references() {
      return Map.of();
    }
  }

  /**
   * A score scale (ScoreScaleDType).
   *
   * @param values the pairs in their order, as the CSV binding writes them
   */
  record ScoreScale(Base base, String type, String values, Map<String, String> references)
      implements GradebookObject {
    public ScoreScale {
      references = Map.copyOf(references);
    }

    @Override
    public String singular() {
      return "scoreScale";
    }
  }

  /**
   * A line item or an assessment line item (LineItemDType, AssessmentLineItemDType).
   *
   * @param assessment whether it is an assessment line item, which has neither dates, school,
   *     category nor session, and need not have a class
   * @param minimum the least value of its scale
   * @param maximum the greatest
   * @param objectives what it evaluates
   */
  record Item(
      Base base,
      boolean assessment,
      Optional<String> description,
      Optional<Instant> assignDate,
      Optional<Instant> dueDate,
      BigDecimal minimum,
      BigDecimal maximum,
      Map<String, String> references,
      List<Objective> objectives)
      implements GradebookObject {
    public Item {
      references = Map.copyOf(references);
      objectives = List.copyOf(objectives);
    }

    @Override
    public String singular() {
      return assessment ? "assessmentLineItem" : "lineItem";
    }
  }

  /**
   * A learning objective that a line item evaluates.
   *
   * @param source who gave it its identifier: {@code case} for a CASE item
   * @param id its identifier
   */
  record Objective(String source, String id) {}
}
