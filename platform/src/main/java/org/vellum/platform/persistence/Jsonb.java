package org.vellum.platform.persistence;

/**
 * A JSON text to be bound as PostgreSQL's {@code jsonb}.
 *
 * @param text a well-formed JSON text
 */
public record Jsonb(String text) {}
