package org.vellum.competency.roster;

import java.util.Optional;

/**
 * A course of study (OneRoster 1.2, courses).
 *
 * @param sourcedId its {@code sourcedId}
 * @param title its title
 * @param code its code, where the roster has one
 */
public record Course(String sourcedId, String title, Optional<String> code) {}
