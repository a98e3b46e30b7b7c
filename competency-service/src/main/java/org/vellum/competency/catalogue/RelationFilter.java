package org.vellum.competency.catalogue;

import java.util.Optional;
import java.util.UUID;

/**
 * Which relations are asked for: those of which all that is given is true.
 *
 * @param role their role
 * @param competency identifier of their competency
 * @param program code of their program
 * @param course {@code sourcedId} of their course; line items of it are not meant
 * @param past whether those are meant that were taken out of the catalogue, instead of those in it
 * @param drafts whether those are meant, too, whose competency is of a draft
 */
public record RelationFilter(
    Optional<Role> role,
    Optional<UUID> competency,
    Optional<String> program,
    Optional<String> course,
    boolean past,
    boolean drafts) {}
