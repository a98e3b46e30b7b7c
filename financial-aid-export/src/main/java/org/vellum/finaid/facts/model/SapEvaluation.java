package org.vellum.finaid.facts.model;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An evaluation of satisfactory academic progress. Its figures follow from the attempts.
 *
 * @param evaluationDate the day
 * @param qualitativeMeasure the grade point average or what stands for it, as the school writes it
 * @param schoolDecision what the school decided, if it says so
 */
public record SapEvaluation(
    LocalDate evaluationDate,
    Optional<String> qualitativeMeasure,
    Optional<String> schoolDecision) {}
