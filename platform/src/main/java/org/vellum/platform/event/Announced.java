package org.vellum.platform.event;

/**
 * A fact to be announced.
 *
 * @param event a record of the contracts
 * @param subject whom or what it is about; facts about one subject are read in order
 */
public record Announced(Record event, String subject) {}
