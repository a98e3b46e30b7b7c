package org.vellum.finaid.measure.model;

/**
 * A value with the rule that it follows from.
 *
 * @param value what was derived
 * @param rule why
 */
public record Derived<T>(T value, Rule rule) {}
