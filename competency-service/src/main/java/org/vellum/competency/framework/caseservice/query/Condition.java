package org.vellum.competency.framework.caseservice.query;

import org.vellum.platform.imsx.Filter.Predicate;

/**
 * One comparison of a filter.
 *
 * @param field what is compared
 * @param predicate how
 * @param value with what; a text, in which case does not matter
 */
public record Condition(DocumentField field, Predicate predicate, String value) {}
