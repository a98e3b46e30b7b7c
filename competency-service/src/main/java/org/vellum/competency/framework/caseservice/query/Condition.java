package org.vellum.competency.framework.caseservice.query;

import java.util.Arrays;
import java.util.Optional;

/**
 * One comparison of a filter.
 *
 * @param field what is compared
 * @param predicate how
 * @param value with what; a text, in which case does not matter
 */
public record Condition(DocumentField field, Predicate predicate, String value) {

  /** The predicates of CASE (1.1, REST binding, section 3.3). */
  public enum Predicate {
    EQUAL("="),
    NOT_EQUAL("!="),
    GREATER(">"),
    GREATER_OR_EQUAL(">="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    CONTAINS("~");

    private final String sign;

    Predicate(String sign) {
      this.sign = sign;
    }

    /** The sign, in a filter; but for {@link #NOT_EQUAL} and {@link #CONTAINS} also in SQL. */
    String sign() {
      return sign;
    }

    static Optional<Predicate> of(String sign) {
      return Arrays.stream(values()).filter(each -> each.sign.equals(sign)).findFirst();
    }
  }
}
