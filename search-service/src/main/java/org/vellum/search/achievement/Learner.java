package org.vellum.search.achievement;

import java.util.UUID;

/**
 * A learner on the roster.
 *
 * @param id our own identifier of the learner
 * @param name given name and family name
 */
public record Learner(UUID id, String name) {}
