package org.vellum.competency.framework.importing;

import java.time.Instant;
import java.util.Optional;

/**
 * What a framework was before a merge.
 *
 * @param number which one, from 1
 * @param title its title then
 * @param version its version then, where it stated one
 * @param draft whether it was a private draft then
 * @param stoodFrom since when it had stood so
 * @param replacedAt when the merge replaced it
 */
public record Revision(
    int number,
    String title,
    Optional<String> version,
    boolean draft,
    Instant stoodFrom,
    Instant replacedAt) {}
