package org.vellum.competency.catalogue;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A relation as it is kept.
 *
 * @param id identifier of this version of it
 * @param relation what it says
 * @param begun when it came into the catalogue
 * @param ended when it was taken out of the catalogue, if it was
 */
public record Related(UUID id, Relation relation, Instant begun, Optional<Instant> ended) {}
