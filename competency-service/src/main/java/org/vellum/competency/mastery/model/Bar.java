package org.vellum.competency.mastery.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How far a result must go.
 *
 * @param share share of the way from the least to the greatest value of its scale, more than 0 and
 *     at most 1
 * @param level what the institution's rubric calls it (CASE 1.1, CFRubricCriterionLevel, quality),
 *     if it has a name
 */
public record Bar(BigDecimal share, Optional<String> level) {
  public Bar {
    if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("a bar is more than 0 and at most 1");
    }
  }
}
