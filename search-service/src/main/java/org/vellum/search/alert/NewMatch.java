package org.vellum.search.alert;

import java.time.Instant;
import org.vellum.search.index.FoundPerson;

/**
 * Somebody new whom a search finds.
 *
 * @param person as they show themselves now
 * @param foundAt when they were found first
 */
public record NewMatch(FoundPerson person, Instant foundAt) {}
