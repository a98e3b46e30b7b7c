package org.vellum.competency.mastery;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A competency attained or a course completed, to be read.
 *
 * @param id our identifier of it
 * @param kind {@code competency} or {@code course}
 * @param title the competency's full statement or the course's title, as it was then
 * @param code humanCodingScheme or course code, where it had one
 * @param framework title of the framework, for a competency
 * @param frameworkVersion version of the framework that was in force, where it stated one
 * @param achievedAt by the source's time
 * @param explanation the decision in one sentence
 * @param result our identifier of the result on which it rests
 * @param lineItem title of the line item of that result
 * @param score the score as a whole of that result, where there is one
 * @param scoreMaximum the greatest value of its scale
 * @param scoreDate day of the score
 * @param withdrawnAt when it ceased to stand, if it did
 * @param reason why it ceased to stand, if it did
 */
public record Achievement(
    UUID id,
    String kind,
    String title,
    Optional<String> code,
    Optional<String> framework,
    Optional<String> frameworkVersion,
    Instant achievedAt,
    String explanation,
    UUID result,
    String lineItem,
    Optional<BigDecimal> score,
    BigDecimal scoreMaximum,
    LocalDate scoreDate,
    Optional<Instant> withdrawnAt,
    Optional<String> reason) {}
